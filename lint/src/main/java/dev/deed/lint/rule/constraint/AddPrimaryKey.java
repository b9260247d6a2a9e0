package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.PartitionedKeys;
import dev.deed.lint.facts.UniqueIndexFirst;
import dev.deed.lint.rule.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import java.util.List;

/// Finds `ADD PRIMARY KEY` that builds its index itself, under its own lock.
final class AddPrimaryKey implements AddedConstraint.Check<PrimaryKey> {

  @Override
  public void check(AddedConstraint<PrimaryKey> added) {
    var key = added.demand();
    if (key.usingIndex() != null || added.isWithoutPartitions()) {
      return;
    }
    added.report(
        "this blocks reads and writes of %s while an index of all its rows is built%s"
            .formatted(
                added.table().dotted(),
                nullable(added, key.columns()).isEmpty() ? "" : ", after a scan for nulls"),
        advice(added, key));
  }

  private static String advice(AddedConstraint<PrimaryKey> added, PrimaryKey key) {
    if (key.withoutOverlaps()) {
      return "PostgreSQL cannot build it concurrently: use a maintenance window";
    }
    var nullable = nullable(added, key.columns());
    var view = added.view();
    var steps = new StringBuilder();
    for (var column : nullable) {
      steps.append('\n').append(NotNull.later(view, added.effect().table(), column));
      steps.append("\n-- in a later migration");
    }
    var words =
        nullable.isEmpty()
            ? "build the index concurrently, then add the key with it"
            : "set NOT NULL first, then build the index concurrently and add the key with it";
    if (added.isOnPartitioned()) {
      var ways = PartitionedKeys.advice(added, "PRIMARY KEY", key.columns(), key.include(), "pkey");
      return ways.replaceFirst("\n", steps + "\n");
    }
    var name = added.name(List.of(), "pkey");
    var trailer = UniqueIndexFirst.include(key.include());
    var first = new UniqueIndexFirst(added, "PRIMARY KEY", name, key.columns(), trailer);
    return words + steps + "\n" + first.sql();
  }

  static List<String> nullable(AddedConstraint<PrimaryKey> added, List<String> columns) {
    return columns.stream().filter(c -> !NotNull.isKnown(added.view(), added.table(), c)).toList();
  }
}
