package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;

/// Finds `ENABLE ROW LEVEL SECURITY` on a table without a policy: only its owner sees rows.
final class RowSecurityWithoutPolicy implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    for (var resolved : view.read()) {
      for (var effect : resolved.statement().effects()) {
        if (effect instanceof AltersTable alters
            && alters.change() == TableChange.ENABLE_ROW_SECURITY) {
          resolved.touches().stream()
              .map(t -> view.now(resolved, t.object()))
              .filter(o -> view.catalog().table(o.name()).isPresent())
              .filter(o -> view.catalog().policies(o.name()).isEmpty())
              .findFirst()
              .ifPresent(table -> report(alters, table, view));
        }
      }
    }
  }

  private static void report(AltersTable alters, ObjectName table, RuleView view) {
    var message =
        "%s has no policy: after this only its owner can see or change its rows"
            .formatted(table.name().dotted());
    var advice =
        "create the policies first, in the same migration\nCREATE POLICY own_rows ON %s USING (owner = current_user);"
            .formatted(alters.table().quoted());
    view.report(alters.span(), message, advice, table);
  }
}
