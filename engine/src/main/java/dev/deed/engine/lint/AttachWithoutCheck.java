package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ATTACH PARTITION` that has to read all rows of the partition, or of the default partition.
final class AttachWithoutCheck implements EffectLook<AttachesPartition> {

  @Override
  public void look(AttachesPartition attaches, Scene scene) {
    var parent = scene.relation(attaches.table());
    var partition = scene.relation(attaches.partition());
    var bound = PartitionCheck.of(attaches.bound(), scene.catalog().table(parent));
    var isProved =
        scene.isNewRelation(partition)
            || bound.isProvedBy(scene.catalog().constraints(partition), scene, partition);
    var other = defaultPartition(parent, scene);
    if (!isProved) {
      reportPartition(attaches, partition, parent, bound, scene);
    } else if (other.isPresent() && !bound.isExcludedBy(checks(other.get(), scene))) {
      reportDefault(attaches, other.get(), bound, scene);
    }
  }

  private static void reportPartition(
      AttachesPartition attaches,
      QualifiedName partition,
      QualifiedName parent,
      PartitionCheck bound,
      Scene scene) {
    var message =
        "blocks reads and writes of %s while all its rows are checked against the bound"
            .formatted(partition.dotted());
    var advice =
        bound
            .condition()
            .map(condition -> provedFirst(attaches, condition, scene))
            .orElse(
                "attach it while it is empty, or prove the bound first with a CHECK constraint that is added NOT VALID and validated");
    scene.report(
        attaches.span(), message, advice, ObjectName.table(partition), ObjectName.table(parent));
  }

  private static String provedFirst(AttachesPartition attaches, String condition, Scene scene) {
    var written = attaches.partition();
    var check = SafeSql.name(written, List.of(), "bound_check");
    return String.join(
        "\n",
        "prove the bound first, while reads and writes go on",
        SafeSql.alterTable(
            written, "ADD CONSTRAINT " + check + " CHECK (" + condition + ") NOT VALID;"),
        "-- in a later migration",
        SafeSql.alterTable(written, "VALIDATE CONSTRAINT " + check + ";"),
        "-- in a later migration",
        SafeSql.oneLine(scene.text(scene.statement().span())) + ";",
        SafeSql.alterTable(written, "DROP CONSTRAINT " + check + ";"));
  }

  private static void reportDefault(
      AttachesPartition attaches, QualifiedName other, PartitionCheck bound, Scene scene) {
    var message =
        "blocks reads and writes of the default partition %s while it is searched for rows of the new one"
            .formatted(other.dotted());
    var advice =
        bound
            .condition()
            .map(condition -> excludedFirst(other, condition))
            .orElse(
                "prove first, with a validated CHECK constraint on it, that it has none of them");
    scene.report(attaches.span(), message, advice, ObjectName.table(other));
  }

  private static String excludedFirst(QualifiedName other, String condition) {
    var check = SafeSql.name(other, List.of(), "rest_check");
    return String.join(
        "\n",
        "prove first that it has none of them",
        SafeSql.alterTable(
            other, "ADD CONSTRAINT " + check + " CHECK (NOT (" + condition + ")) NOT VALID;"),
        "-- in a later migration",
        SafeSql.alterTable(other, "VALIDATE CONSTRAINT " + check + ";"));
  }

  /// One that was there before; a new one is empty.
  static Optional<QualifiedName> defaultPartition(QualifiedName parent, Scene scene) {
    return scene.catalog().children(parent).stream()
        .filter(AttachWithoutCheck::isDefault)
        .filter(t -> !scene.isNew(t.name()))
        .map(Table::qualifiedName)
        .findFirst();
  }

  private static boolean isDefault(Table table) {
    return table.partition() != null && table.partition().bound().equalsIgnoreCase("default");
  }

  private static List<Check> checks(QualifiedName table, Scene scene) {
    var checks = new ArrayList<Check>();
    for (var constraint : scene.catalog().constraints(table)) {
      if (constraint.validated() && constraint.rule() instanceof Check check) {
        checks.add(check);
      }
    }
    return checks;
  }
}
