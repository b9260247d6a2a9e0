package dev.deed.lint.rule.partition;

import dev.deed.lint.facts.PartitionCheck;
import dev.deed.lint.facts.PartitionShare;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds `ATTACH PARTITION` that scans the partition or the default partition: to check rows
/// against the bound, to build missing indexes, or to check missing foreign keys.
final class AttachWithoutCheck implements EffectCheck<AttachesPartition> {

  private static final String NEXT = "-- in a later migration";

  @Override
  public void check(AttachesPartition attaches, RuleView view) {
    var parent = view.relation(attaches.table());
    var partition = view.relation(attaches.partition());
    var bound = PartitionCheck.of(attaches.bound(), view.catalog().table(parent));
    var isProved =
        view.isNewRelation(partition)
            || bound.isProvedBy(view.catalog().constraints(partition), view, partition);
    var other = defaultPartition(parent, view);
    var searched = other.filter(o -> !bound.isExcludedBy(checks(o, view)));
    if (!isProved) {
      reportPartition(
          new Attached(attaches, partition, parent, searched.orElse(null)), bound, view);
    } else if (searched.isPresent()) {
      reportDefault(attaches, searched.get(), bound, view);
    }
    var share = PartitionShare.of(attaches, parent, partition, view);
    if (isProved && !view.isNewRelation(partition) && !share.isComplete()) {
      share.report();
    }
  }

  /// @param rest the default partition, or null if it is not scanned
  private record Attached(
      AttachesPartition attaches,
      QualifiedName partition,
      QualifiedName parent,
      @Nullable QualifiedName rest) {

    Optional<QualifiedName> searched() {
      return Optional.ofNullable(rest);
    }
  }

  private static void reportPartition(Attached attached, PartitionCheck bound, RuleView view) {
    var message =
        "this blocks reads and writes of %s while all its rows are checked against the bound%s"
            .formatted(
                attached.partition().dotted(),
                attached
                    .searched()
                    .map(o ->
                        ", and of the default partition " + o.dotted() + " while it is scanned")
                    .orElse(""));
    var advice =
        bound
            .condition()
            .map(condition -> provedFirst(attached, condition, view))
            .orElse(
                "attach it while it is empty, or first add a CHECK constraint that proves the bound, as NOT VALID, and validate it");
    var about = new ArrayList<ObjectName>();
    about.add(ObjectName.table(attached.partition()));
    about.add(ObjectName.table(attached.parent()));
    attached.searched().ifPresent(o -> about.add(ObjectName.table(o)));
    view.report(attached.attaches().span(), message, advice, about);
  }

  private static String provedFirst(Attached attached, String condition, RuleView view) {
    var written = attached.attaches().partition();
    var check = SafeSql.name(written, List.of(), "bound_check");
    var lines = new ArrayList<String>();
    lines.add(
        "prove the bound first with a CHECK constraint; these steps do not block reads or writes");
    lines.addAll(proved(written, check, condition));
    attached
        .searched()
        .ifPresent(other -> {
          lines.add(NEXT);
          lines.addAll(proved(other, rest(other), "NOT (" + condition + ")"));
        });
    lines.add(NEXT);
    lines.add(SafeSql.oneLine(view.text(view.statement().span())) + ";");
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
      AttachesPartition attaches, QualifiedName other, PartitionCheck bound, RuleView view) {
    var message =
        "this blocks reads and writes of the default partition %s while it is scanned for rows that belong to the new one"
            .formatted(other.dotted());
    var advice =
        bound
            .condition()
            .map(condition -> excludedFirst(other, condition))
            .orElse(
                "first prove with a validated CHECK constraint on the default partition that it has no such rows");
    view.report(attaches.span(), message, advice, ObjectName.table(other));
  }

  private static String excludedFirst(QualifiedName other, String condition) {
    var lines = new ArrayList<String>();
    lines.add(
        "first prove with a CHECK constraint, in migrations before this one, that the default partition has no such rows");
    lines.addAll(proved(other, rest(other), "NOT (" + condition + ")"));
    return String.join("\n", lines);
  }

  /// The default partition, if it existed before this change; a new one is empty.
  static Optional<QualifiedName> defaultPartition(QualifiedName parent, RuleView view) {
    return view.catalog().defaultPartitions(parent).stream()
        .filter(t -> !view.isNew(t.name()))
        .map(Table::qualifiedName)
        .findFirst();
  }

  private static List<Check> checks(QualifiedName table, RuleView view) {
    var checks = new ArrayList<Check>();
    for (var constraint : view.catalog().constraints(table)) {
      if (constraint.validated() && constraint.rule() instanceof Check check) {
        checks.add(check);
      }
    }
    return checks;
  }
}
