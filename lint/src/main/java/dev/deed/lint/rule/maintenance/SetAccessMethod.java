package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.Objects;

/// Finds `SET ACCESS METHOD` to another access method.
final class SetAccessMethod implements EffectLook<AltersTable> {

  private static final String USUAL = "heap";

  @Override
  public void look(AltersTable alters, RuleView scene) {
    if (alters.change() != TableChange.SET_ACCESS_METHOD) {
      return;
    }
    var name = scene.relation(alters.table());
    var table = scene.catalog().table(name);
    var now = table.map(t -> Objects.requireNonNullElse(t.storage().accessMethod(), USUAL));
    var isPartitioned = table.filter(t -> t.partitionBy() != null).isPresent();
    var isSo = now.filter(alters.value()::equals).isPresent();
    if (isSo || isPartitioned || scene.isNewRelation(name)) {
      return;
    }
    var message =
        "this blocks reads and writes of %s while every row is copied and every index is rebuilt"
            .formatted(name.dotted());
    var advice =
        "create a table with the other access method, copy the rows in batches and swap the names; or use a maintenance window";
    scene.report(alters.span(), message, advice, ObjectName.table(name));
  }
}
