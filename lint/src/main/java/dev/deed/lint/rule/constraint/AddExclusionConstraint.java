package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.sql.effect.Constraint.Exclude;

/// `ADD EXCLUDE`, whose index cannot be built while others work.
final class AddExclusionConstraint implements AddedConstraint.Eye<Exclude> {

  @Override
  public void look(AddedConstraint<Exclude> added) {
    added.report(
        "blocks reads and writes of %s while an index of all its rows is built"
            .formatted(added.table().dotted()),
        "PostgreSQL has no way to build it while others work: choose an hour when nobody does, or"
            + " give the constraint to a new table and move the rows there");
  }
}
