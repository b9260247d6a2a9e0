package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Constraint.Rule;

/// `ADD` of a constraint without a name.
final class UnnamedConstraint implements AddedConstraint.Eye<Rule> {

  @Override
  public void look(AddedConstraint<Rule> added) {
    if (added.constraint().name() == null) {
      added.report(
          "PostgreSQL chooses the name of this constraint of %s: who drops or validates it later has to guess"
              .formatted(added.table().dotted()),
          "name it: ADD CONSTRAINT <name> "
              + SafeSql.oneLine(added.scene().text(added.constraint().span())));
    }
  }
}
