package dev.deed.lint.rule.partition;

import dev.deed.lint.facts.PartitionCheck;
import dev.deed.lint.facts.PartitionShare;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ATTACH PARTITION` that has to read all rows of the partition, or of the default partition:
/// against the bound, for indexes, for foreign keys.
final class AttachWithoutCheck implements EffectLook<AttachesPartition> {

  private static final String NEXT = "-- in a later migration";

  @Override
  public void look(AttachesPartition attaches, Scene scene) {
    var parent = scene.relation(attaches.table());
    var partition = scene.relation(attaches.partition());
    var bound = PartitionCheck.of(attaches.bound(), scene.catalog().table(parent));
    var isProved =
        scene.isNewRelation(partition)
            || bound.isProvedBy(scene.catalog().constraints(partition), scene, partition);
    var other = defaultPartition(parent, scene);
    var searched = other.filter(o -> !bound.isExcludedBy(checks(o, scene)));
    if (!isProved) {
      reportPartition(
          new Attached(attaches, partition, parent, searched.orElse(null)), bound, scene);
    } else if (searched.isPresent()) {
      reportDefault(attaches, searched.get(), bound, scene);
    }
    var share = PartitionShare.of(attaches, parent, partition, scene);
    if (isProved && !scene.isNewRelation(partition) && !share.isComplete()) {
      share.report();
    }
  }

  /// @param rest the default partition, null unless it is searched too
  private record Attached(
      AttachesPartition attaches,
      QualifiedName partition,
      QualifiedName parent,
      @Nullable QualifiedName rest) {

    Optional<QualifiedName> searched() {
      return Optional.ofNullable(rest);
    }
  }

  private static void reportPartition(Attached attached, PartitionCheck bound, Scene scene) {
    var message =
        "blocks reads and writes of %s while all its rows are checked against the bound%s"
            .formatted(
                attached.partition().dotted(),
                attached
                    .searched()
                    .map(o ->
                        ", and of the default partition " + o.dotted() + " while it is searched")
                    .orElse(""));
    var advice =
        bound
            .condition()
            .map(condition -> provedFirst(attached, condition, scene))
            .orElse(
                "attach it while it is empty, or prove the bound first with a CHECK constraint that is added NOT VALID and validated");
    var about = new ArrayList<ObjectName>();
    about.add(ObjectName.table(attached.partition()));
    about.add(ObjectName.table(attached.parent()));
    attached.searched().ifPresent(o -> about.add(ObjectName.table(o)));
    scene.report(attached.attaches().span(), message, advice, about);
  }

  private static String provedFirst(Attached attached, String condition, Scene scene) {
    var written = attached.attaches().partition();
    var check = SafeSql.name(written, List.of(), "bound_check");
    var lines = new ArrayList<String>();
    lines.add("prove the bound first, while reads and writes go on");
    lines.addAll(proved(written, check, condition));
    attached
        .searched()
        .ifPresent(other -> {
          lines.add(NEXT);
          lines.addAll(proved(other, rest(other), "NOT (" + condition + ")"));
        });
    lines.add(NEXT);
    lines.add(SafeSql.oneLine(scene.text(scene.statement().span())) + ";");
    lines.add(SafeSql.alterTable(written, "DROP CONSTRAINT " + check + ";"));
    return String.join("\n", lines);
  }

  private static List<String> proved(QualifiedName table, String check, String condition) {
    return List.of(
        SafeSql.alterTable(
            table, "ADD CONSTRAINT " + check + " CHECK (" + condition + ") NOT VALID;"),
        NEXT,
        SafeSql.alterTable(table, "VALIDATE CONSTRAINT " + check + ";"));
  }

  private static String rest(QualifiedName other) {
    return SafeSql.name(other, List.of(), "rest_check");
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
    var lines = new ArrayList<String>();
    lines.add("prove, in migrations before this one, that it has none of them");
    lines.addAll(proved(other, rest(other), "NOT (" + condition + ")"));
    return String.join("\n", lines);
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
