package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds tables with `autovacuum_enabled = false`.
final class AutovacuumOff implements EffectCheck<TableEffect> {

  private static final Set<String> NO = Set.of("false", "off", "no", "0", "f", "n");

  @Override
  public void check(TableEffect effect, RuleView view) {
    if (isOff(effect)) {
      var table =
          effect instanceof CreatesTable
              ? view.catalog().created(effect.table())
              : view.relation(effect.table());
      var message =
          "autovacuum is off for %s: dead rows are never removed and statistics become outdated, so the table grows and gets slow"
              .formatted(table.dotted());
      var advice =
          effect instanceof CreatesTable
              ? "keep autovacuum on and tune it for the table: autovacuum_vacuum_scale_factor = 0.02"
              : "tune autovacuum for the table instead\n"
                  + SafeSql.alterTable(
                      effect.table(), "SET (autovacuum_vacuum_scale_factor = 0.02);");
      view.report(effect.span(), message, advice, ObjectName.table(table));
    }
  }

  private static boolean isOff(TableEffect effect) {
    return switch (effect) {
      case AltersTable alters ->
          alters.change() == TableChange.SET_OPTIONS && isOff(alters.options());
      case CreatesTable creates when creates.definition().persistence() != Persistence.TEMPORARY ->
          isOff(creates.definition().options());
      default -> false;
    };
  }

  private static boolean isOff(Map<String, String> options) {
    return NO.contains(options.getOrDefault("autovacuum_enabled", "").toLowerCase(Locale.ROOT));
  }
}
