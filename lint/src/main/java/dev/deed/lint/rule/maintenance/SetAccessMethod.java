package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.Objects;

/// Finds `SET ACCESS METHOD` to another access method.
final class SetAccessMethod implements EffectCheck<AltersTable> {

  private static final String USUAL = "heap";

  @Override
  public void check(AltersTable alters, RuleView view) {
    if (alters.change() != TableChange.SET_ACCESS_METHOD) {
      return;
    }
    var name = view.relation(alters.table());
    var table = view.catalog().table(name);
    var now = table.map(t -> Objects.requireNonNullElse(t.storage().accessMethod(), USUAL));
    var isPartitioned = table.filter(t -> t.partitionBy() != null).isPresent();
    var isSo = now.filter(alters.value()::equals).isPresent();
    if (isSo || isPartitioned || view.isNewRelation(name)) {
      return;
    }
    var message =
        "this blocks reads and writes of %s while every row is copied and every index is rebuilt"
            .formatted(name.dotted());
    var advice =
        "create a table with the other access method, copy the rows in batches and swap the names; or use a maintenance window";
    view.report(alters.span(), message, advice, ObjectName.table(name));
  }
}
