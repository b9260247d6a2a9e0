package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.sql.effect.Constraint.Exclude;

/// Finds `ADD EXCLUDE`, whose index cannot be built concurrently.
final class AddExclusionConstraint implements AddedConstraint.Check<Exclude> {

  @Override
  public void check(AddedConstraint<Exclude> added) {
    added.report(
        "this blocks reads and writes of %s while an index of all its rows is built"
            .formatted(added.table().dotted()),
        "PostgreSQL cannot build it concurrently: use a maintenance window, or give the constraint to a new table and move the rows there");
  }
}
