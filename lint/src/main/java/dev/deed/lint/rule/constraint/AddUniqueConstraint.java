package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.PartitionedKeys;
import dev.deed.lint.facts.UniqueIndexFirst;
import dev.deed.sql.effect.Constraint.Unique;

/// Finds `ADD UNIQUE` that builds its index itself, under its own lock.
final class AddUniqueConstraint implements AddedConstraint.Check<Unique> {

  @Override
  public void check(AddedConstraint<Unique> added) {
    var unique = added.demand();
    if (unique.usingIndex() != null || added.isWithoutPartitions()) {
      return;
    }
    added.report(
        "this blocks reads and writes of %s while an index of all its rows is built"
            .formatted(added.table().dotted()),
        advice(added, unique));
  }

  private static String advice(AddedConstraint<Unique> added, Unique unique) {
    if (unique.withoutOverlaps()) {
      return "PostgreSQL cannot build it concurrently: use a maintenance window";
    }
    if (added.isOnPartitioned()) {
      return PartitionedKeys.advice(added, "UNIQUE", unique.columns(), unique.include(), "key");
    }
    var trailer =
        UniqueIndexFirst.include(unique.include())
            + (unique.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
    var name = added.name(unique.columns(), "key");
    var first = new UniqueIndexFirst(added, "UNIQUE", name, unique.columns(), trailer);
    return "build the index concurrently, then add the constraint with it\n" + first.sql();
  }
}
