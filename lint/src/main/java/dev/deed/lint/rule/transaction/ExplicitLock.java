package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.LocksTable;

/// `LOCK TABLE` in a mode that keeps writers out.
final class ExplicitLock implements EffectLook<LocksTable> {

  @Override
  public void look(LocksTable locks, Scene scene) {
    if (!locks.lock().blocksWrites() || scene.isNew(locks.relation())) {
      return;
    }
    var table = scene.relation(locks.relation());
    var message =
        "this takes %s on %s and holds it until the transaction ends: %s wait"
            .formatted(
                locks.lock().words(),
                table.dotted(),
                locks.lock().blocksReads() ? "readers and writers" : "writers");
    var advice =
        "leave it out: statements take the locks they need by themselves; against a second run, an advisory lock stops nobody else\n"
            + "SELECT pg_advisory_xact_lock(hashtext('%s'));"
                .formatted(table.dotted().replace("'", "''"));
    scene.report(locks.span(), message, advice, ObjectName.table(table));
  }
}
