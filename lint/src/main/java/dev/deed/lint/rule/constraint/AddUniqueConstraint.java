package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.PartitionedKeys;
import dev.deed.lint.facts.UniqueIndexFirst;
import dev.deed.sql.effect.Constraint.Unique;

/// `ADD UNIQUE` that builds its index at once.
final class AddUniqueConstraint implements AddedConstraint.Eye<Unique> {

  @Override
  public void look(AddedConstraint<Unique> added) {
    var unique = added.demand();
    if (unique.usingIndex() != null || added.isWithoutPartitions()) {
      return;
    }
    added.report(
        "blocks reads and writes of %s while an index of all its rows is built"
            .formatted(added.table().dotted()),
        advice(added, unique));
  }

  private static String advice(AddedConstraint<Unique> added, Unique unique) {
    if (unique.withoutOverlaps()) {
      return "there is no way to build it while others work: choose an hour when nobody does";
    }
    if (added.isOnPartitioned()) {
      return PartitionedKeys.advice(added, "UNIQUE", unique.columns(), unique.include(), "key");
    }
    var trailer =
        UniqueIndexFirst.include(unique.include())
            + (unique.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
    var name = added.name(unique.columns(), "key");
    var first = new UniqueIndexFirst(added, "UNIQUE", name, unique.columns(), trailer);
    return "build the index while writes go on, and make the constraint of it\n" + first.sql();
  }
}
