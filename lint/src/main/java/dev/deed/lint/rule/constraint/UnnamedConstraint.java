package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Constraint.Rule;

/// Finds `ADD` of a constraint without a name.
final class UnnamedConstraint implements AddedConstraint.Check<Rule> {

  @Override
  public void check(AddedConstraint<Rule> added) {
    if (added.constraint().name() == null) {
      added.report(
          "PostgreSQL chooses the name of this constraint of %s: a later migration that drops or validates it has to guess the name"
              .formatted(added.table().dotted()),
          "give it a name: ADD CONSTRAINT <name> "
              + SafeSql.oneLine(added.view().text(added.constraint().span())));
    }
  }
}
