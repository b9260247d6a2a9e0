package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;

/// Finds `SET TABLESPACE` of a table, index or materialized view.
final class SetTablespace implements EffectCheck<AltersTable> {

  @Override
  public void check(AltersTable alters, RuleView view) {
    if (alters.change() != TableChange.SET_TABLESPACE) {
      return;
    }
    var name = view.relation(alters.table());
    var table = view.catalog().index(name).map(i -> i.table()).orElse(name);
    var isPartitioned = view.catalog().table(name).filter(t -> t.partitionBy() != null).isPresent();
    if (view.isNewRelation(table) || isPartitioned) {
      return;
    }
    var message =
        "this blocks reads and writes of %s while its files are copied".formatted(name.dotted());
    var advice =
        alters.target().object().kind() == ObjectKind.INDEX
            ? "rebuild it concurrently in the other tablespace, which does not block reads or writes\nREINDEX (TABLESPACE %s) INDEX CONCURRENTLY %s;"
                .formatted(alters.value(), alters.table().quoted())
            : "create a table in the other tablespace, copy the rows in batches and swap the names; or use a maintenance window";
    view.report(alters.span(), message, advice, ObjectName.table(table));
  }
}
