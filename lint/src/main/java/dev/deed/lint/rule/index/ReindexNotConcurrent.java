package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds `REINDEX` without `CONCURRENTLY`.
final class ReindexNotConcurrent implements EffectLook<Maintains> {

  private static final String KIND = "(?:INDEX|TABLE|SCHEMA|DATABASE)";

  @Override
  public void look(Maintains maintains, RuleView scene) {
    if (maintains.maintenance() != Maintenance.REINDEX || maintains.concurrently()) {
      return;
    }
    var object = maintains.object();
    if (object != null && object.kind().isRelation() && !isInUse(object, scene)) {
      return;
    }
    var sql = SafeSql.inserted(scene, "CONCURRENTLY", KIND);
    // The indexes of system catalogs cannot be rebuilt concurrently.
    var advice =
        sql.toUpperCase(Locale.ROOT).contains("CONCURRENTLY")
            ? "rebuild concurrently, which does not block reads or writes\n" + sql + ";"
            : "use a maintenance window, or rebuild single indexes with CONCURRENTLY";
    scene.report(maintains.span(), message(object, scene), advice, about(object, scene));
  }

  private static boolean isInUse(ObjectName object, RuleView scene) {
    var name = scene.relation(object.name());
    return scene.inUse(scene.catalog().index(name).map(i -> i.table()).orElse(object.name()));
  }

  private static String message(@Nullable ObjectName object, RuleView scene) {
    if (object == null || !object.kind().isRelation()) {
      return "this blocks writes to one table after another while its indexes are rebuilt, and reads that would use them";
    }
    var name = scene.relation(object.name());
    var table = scene.catalog().index(name).map(i -> i.table());
    return object.kind() == ObjectKind.INDEX
        ? "this blocks writes to %s while index %s is rebuilt, and reads that would use it"
            .formatted(table.map(t -> t.dotted()).orElse("its table"), name.dotted())
        : "this blocks writes to %s while its indexes are rebuilt, and reads that would use them"
            .formatted(name.dotted());
  }

  private static List<ObjectName> about(@Nullable ObjectName object, RuleView scene) {
    if (object == null || !object.kind().isRelation()) {
      return List.of();
    }
    var name = scene.relation(object.name());
    var index = scene.catalog().index(name);
    return index
        .map(i -> List.of(ObjectName.table(i.table()), i.name()))
        .orElseGet(() -> List.of(object.named(name)));
  }
}
