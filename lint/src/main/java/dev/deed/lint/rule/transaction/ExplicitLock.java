package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.LocksTable;

/// Finds `LOCK TABLE` in a mode that blocks writes. Some statements lock partitions before their
/// table, as no code does: there it prevents a deadlock.
final class ExplicitLock implements EffectCheck<LocksTable> {

  @Override
  public void check(LocksTable locks, RuleView view) {
    if (!locks.lock().blocksWrites() || view.isNew(locks.relation())) {
      return;
    }
    var table = view.relation(locks.relation());
    if (view.catalog().table(table).filter(t -> t.partitionBy() != null).isPresent()) {
      return;
    }
    var message =
        "this acquires %s on %s and holds it until the transaction ends: %s wait"
            .formatted(
                locks.lock().words(),
                table.dotted(),
                locks.lock().blocksReads() ? "reads and writes" : "writes");
    var advice =
        "remove it: each statement acquires the locks that it needs; to prevent a second run, an advisory lock blocks nothing else\n"
            + "SELECT pg_advisory_xact_lock(hashtext('%s'));"
                .formatted(table.dotted().replace("'", "''"));
    view.report(locks.span(), message, advice, ObjectName.table(table));
  }
}
