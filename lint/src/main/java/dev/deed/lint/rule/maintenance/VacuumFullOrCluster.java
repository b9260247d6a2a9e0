package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// `VACUUM FULL`, `CLUSTER` and `REPACK` without `CONCURRENTLY`: a new copy of the table, while
/// nobody may use it.
final class VacuumFullOrCluster implements EffectLook<Maintains> {

  private static final int REPACK = 19;

  @Override
  public void look(Maintains maintains, Scene scene) {
    var rewrites =
        switch (maintains.maintenance()) {
          case VACUUM -> maintains.full();
          case CLUSTER -> true;
          case REPACK -> !maintains.concurrently();
          case ANALYZE, REINDEX -> false;
        };
    var object = maintains.object();
    if (!rewrites || (object != null && scene.isNew(object.name()))) {
      return;
    }
    if (object == null) {
      var message =
          "blocks reads and writes of table after table while every row of the database is copied";
      scene.report(maintains.span(), message, advice(scene, ""));
      return;
    }
    var table = scene.relation(object.name());
    var message =
        "blocks reads and writes of %s while every row is copied and every index is rebuilt"
            .formatted(table.dotted());
    scene.report(
        maintains.span(),
        message,
        advice(scene, " " + object.name().quoted()),
        List.of(ObjectName.table(table)));
  }

  private static String advice(Scene scene, String table) {
    return scene.postgres() >= REPACK
        ? "copy it while reads and writes go on\nREPACK (CONCURRENTLY)" + table + ";"
        : "a plain VACUUM makes the room usable again without blocking anybody; to give it back to the system, use pg_repack or a maintenance window\nVACUUM"
            + table
            + ";";
  }
}
