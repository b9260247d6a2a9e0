package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds `REINDEX` without `CONCURRENTLY`.
final class ReindexNotConcurrent implements EffectCheck<Maintains> {

  private static final String KIND = "(?:INDEX|TABLE|SCHEMA|DATABASE)";

  @Override
  public void check(Maintains maintains, RuleView view) {
    if (maintains.maintenance() != Maintenance.REINDEX || maintains.concurrently()) {
      return;
    }
    var object = maintains.object();
    if (object != null && object.kind().isRelation() && !isInUse(object, view)) {
      return;
    }
    var sql = SafeSql.inserted(view, "CONCURRENTLY", KIND);
    // The indexes of system catalogs cannot be rebuilt concurrently.
    var advice =
        sql.toUpperCase(Locale.ROOT).contains("CONCURRENTLY") && !isExclusion(object, view)
            ? "rebuild concurrently, which does not block reads or writes\n" + sql + ";"
            : "use a maintenance window, or rebuild single indexes with CONCURRENTLY";
    view.report(maintains.span(), message(object, view), advice, about(object, view));
  }

  /// PostgreSQL does not rebuild the index of an exclusion constraint concurrently.
  private static boolean isExclusion(@Nullable ObjectName object, RuleView view) {
    return object != null
        && object.kind() == ObjectKind.INDEX
        && view.catalog()
            .index(view.relation(object.name()))
            .filter(i -> i.constraint() != null)
            .flatMap(i -> view.catalog().constraint(i.table(), String.valueOf(i.constraint())))
            .filter(c -> c.rule() instanceof Constraint.Exclude)
            .isPresent();
  }

  private static boolean isInUse(ObjectName object, RuleView view) {
    var name = view.relation(object.name());
    return view.inUse(view.catalog().index(name).map(i -> i.table()).orElse(object.name()));
  }

  private static String message(@Nullable ObjectName object, RuleView view) {
    if (object == null || !object.kind().isRelation()) {
      return "this blocks writes to one table after another while its indexes are rebuilt, and reads that would use them";
    }
    var name = view.relation(object.name());
    var table = view.catalog().index(name).map(i -> i.table());
    return object.kind() == ObjectKind.INDEX
        ? "this blocks writes to %s while index %s is rebuilt, and reads that would use it"
            .formatted(table.map(t -> t.dotted()).orElse("its table"), name.dotted())
        : "this blocks writes to %s while its indexes are rebuilt, and reads that would use them"
            .formatted(name.dotted());
  }

  private static List<ObjectName> about(@Nullable ObjectName object, RuleView view) {
    if (object == null || !object.kind().isRelation()) {
      return List.of();
    }
    var name = view.relation(object.name());
    var index = view.catalog().index(name);
    return index
        .map(i -> List.of(ObjectName.table(i.table()), i.name()))
        .orElseGet(() -> List.of(object.named(name)));
  }
}
