package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.ColumnsOf;
import dev.deed.sql.effect.Constraint.Check;
import java.util.List;

/// Finds `ADD CHECK` that checks every row immediately.
final class CheckWithoutNotValid implements AddedConstraint.Check<Check> {

  @Override
  public void check(AddedConstraint<Check> added) {
    if (added.constraint().notValid() || added.constraint().notEnforced()) {
      return;
    }
    var columns = ColumnsOf.expression(added.demand().condition().tree());
    var name = added.name(columns.size() == 1 ? columns : List.of(), "check");
    added.report(
        "this blocks reads and writes of %s while every row is checked"
            .formatted(added.table().dotted()),
        String.join(
            "\n",
            "add it as NOT VALID, then validate it; validation does not block reads or writes",
            added.alter(added.addition(name) + " NOT VALID"),
            "-- in a later migration",
            added.alter("VALIDATE CONSTRAINT " + name)));
  }
}
