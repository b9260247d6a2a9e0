package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// Finds `VACUUM FULL`, `CLUSTER`, and `REPACK` without `CONCURRENTLY`, which rewrite a table under
/// a lock that blocks reads and writes.
final class VacuumFullOrCluster implements EffectCheck<Maintains> {

  private static final int REPACK = 19;

  @Override
  public void check(Maintains maintains, RuleView view) {
    var rewrites =
        switch (maintains.maintenance()) {
          case VACUUM -> maintains.full();
          case CLUSTER -> true;
          case REPACK -> !maintains.concurrently();
          case ANALYZE, REINDEX -> false;
        };
    var object = maintains.object();
    if (!rewrites || (object != null && view.isNew(object.name()))) {
      return;
    }
    if (object == null) {
      var message =
          "this blocks reads and writes of one table after another while every row of the database is copied";
      view.report(maintains.span(), message, advice(view, ""));
      return;
    }
    var table = view.relation(object.name());
    var message =
        "this blocks reads and writes of %s while every row is copied and every index is rebuilt"
            .formatted(table.dotted());
    view.report(
        maintains.span(),
        message,
        advice(view, " " + object.name().quoted()),
        List.of(ObjectName.table(table)));
  }

  private static String advice(RuleView view, String table) {
    return view.postgres() >= REPACK
        ? "copy it concurrently, which does not block reads or writes\nREPACK (CONCURRENTLY)"
            + table
            + ";"
        : "use a plain VACUUM, which makes the space of dead rows usable again and does not block reads or writes; to return the space to the operating system, use pg_repack or a maintenance window\nVACUUM"
            + table
            + ";";
  }
}
