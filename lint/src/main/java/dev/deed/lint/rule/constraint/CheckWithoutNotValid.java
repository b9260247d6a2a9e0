package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.ColumnsOf;
import dev.deed.sql.effect.Constraint.Check;
import java.util.List;

/// `ADD CHECK` that looks at every row at once.
final class CheckWithoutNotValid implements AddedConstraint.Eye<Check> {

  @Override
  public void look(AddedConstraint<Check> added) {
    if (added.constraint().notValid() || added.constraint().notEnforced()) {
      return;
    }
    var columns = ColumnsOf.expression(added.demand().condition().tree());
    var name = added.name(columns.size() == 1 ? columns : List.of(), "check");
    added.report(
        "blocks reads and writes of %s while every row is checked"
            .formatted(added.table().dotted()),
        String.join(
            "\n",
            "let it hold for new rows first, and check the others without blocking anybody",
            added.alter(added.addition(name) + " NOT VALID"),
            "-- in a later migration",
            added.alter("VALIDATE CONSTRAINT " + name)));
  }
}
