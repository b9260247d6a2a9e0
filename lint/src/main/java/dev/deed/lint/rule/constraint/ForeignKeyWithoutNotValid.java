package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.facts.SubPartitions;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Table;
import java.util.List;

/// Finds `ADD FOREIGN KEY` that checks every row immediately.
final class ForeignKeyWithoutNotValid implements AddedConstraint.Check<ForeignKey> {

  /// From this version on, a partitioned table may have a foreign key that is not validated yet.
  private static final int NOT_VALID_ON_PARTITIONED = 18;

  @Override
  public void check(AddedConstraint<ForeignKey> added) {
    if (added.constraint().notValid() || added.constraint().notEnforced()) {
      return;
    }
    var view = added.view();
    var parent = view.relation(added.demand().parent());
    var partitions = view.catalog().children(added.table());
    var byPartition = added.isOnPartitioned() && view.postgres() < NOT_VALID_ON_PARTITIONED;
    if (byPartition && partitions.stream().allMatch(p -> isProven(p, added, parent))) {
      return;
    }
    var locked =
        parent.equals(added.table()) || !view.inUse(added.demand().parent())
            ? added.table().dotted()
            : added.table().dotted() + " and " + parent.dotted();
    added.report(
        "this blocks writes to %s while every row of %s is checked against %s"
            .formatted(locked, added.table().name(), parent.name()),
        byPartition ? perPartition(added, partitions) : later(added),
        ObjectName.table(parent));
  }

  private static String name(AddedConstraint<ForeignKey> added) {
    return added.name(added.demand().columns(), "fkey");
  }

  private static String later(AddedConstraint<ForeignKey> added) {
    var name = name(added);
    return String.join(
        "\n",
        "add it as NOT VALID, then validate it; validation does not block reads or writes",
        added.alter(added.addition(name) + " NOT VALID"),
        "-- in a later migration",
        added.alter("VALIDATE CONSTRAINT " + name));
  }

  /// The advice for a partitioned table: it takes over the keys that its partitions have.
  private static String perPartition(AddedConstraint<ForeignKey> added, List<Table> partitions) {
    if (SubPartitions.of(added.table(), added.view().catalog())) {
      return "a partition of %s is partitioned itself: add the key NOT VALID to each partition that holds rows and validate it there, then add it to the partitioned tables, from the lowest up"
          .formatted(added.table().dotted());
    }
    var name = name(added);
    var advice =
        new StringBuilder(
            "before PostgreSQL 18 a partitioned table cannot have a foreign key that is NOT VALID: add and validate it on each partition first; the partitioned table then takes it over without a scan");
    for (var partition : partitions) {
      var change = added.addition(name) + " NOT VALID;";
      advice.append("\n-- in a migration of its own\n");
      advice.append(SafeSql.alterTable(partition.qualifiedName(), change));
    }
    for (var partition : partitions) {
      var change = "VALIDATE CONSTRAINT " + name + ";";
      advice.append("\n-- in a later migration\n");
      advice.append(SafeSql.alterTable(partition.qualifiedName(), change));
    }
    advice.append("\n-- in a later migration\n").append(added.alter(added.addition(name)));
    return advice.toString();
  }

  private static boolean isProven(
      Table partition, AddedConstraint<ForeignKey> added, QualifiedName parent) {
    return added.view().catalog().constraints(partition.qualifiedName()).stream()
        .anyMatch(c ->
            c.validated()
                && c.rule() instanceof ForeignKey key
                && key.columns().equals(added.demand().columns())
                && key.parent().equals(parent));
  }
}
