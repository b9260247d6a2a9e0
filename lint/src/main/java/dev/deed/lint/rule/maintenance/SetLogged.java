package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;

/// Finds `SET LOGGED` and `SET UNLOGGED`.
final class SetLogged implements EffectCheck<AltersTable> {

  @Override
  public void check(AltersTable alters, RuleView view) {
    var logs = alters.change() == TableChange.SET_LOGGED;
    if (!logs && alters.change() != TableChange.SET_UNLOGGED) {
      return;
    }
    var table = view.relation(alters.table());
    var wanted = logs ? Persistence.PERMANENT : Persistence.UNLOGGED;
    var isSo = view.catalog().table(table).filter(t -> t.persistence() == wanted).isPresent();
    if (isSo || view.isNewRelation(table)) {
      return;
    }
    var message =
        "this blocks reads and writes of %s while every row is copied%s"
            .formatted(
                table.dotted(),
                logs
                    ? " and written to the WAL"
                    : "; unlogged, the table loses its rows in a crash");
    var advice =
        "create a table that is %s, copy the rows in batches and swap the names; or use a maintenance window"
            .formatted(logs ? "logged" : "UNLOGGED from the start");
    view.report(alters.span(), message, advice, ObjectName.table(table));
  }
}
