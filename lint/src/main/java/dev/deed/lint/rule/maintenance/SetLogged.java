package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;

/// Finds `SET LOGGED` and `SET UNLOGGED`.
final class SetLogged implements EffectLook<AltersTable> {

  @Override
  public void look(AltersTable alters, RuleView scene) {
    var logs = alters.change() == TableChange.SET_LOGGED;
    if (!logs && alters.change() != TableChange.SET_UNLOGGED) {
      return;
    }
    var table = scene.relation(alters.table());
    var wanted = logs ? Persistence.PERMANENT : Persistence.UNLOGGED;
    var isSo = scene.catalog().table(table).filter(t -> t.persistence() == wanted).isPresent();
    if (isSo || scene.isNewRelation(table)) {
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
    scene.report(alters.span(), message, advice, ObjectName.table(table));
  }
}
