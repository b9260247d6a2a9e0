package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.ScriptLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;

/// Finds `ENABLE ROW LEVEL SECURITY` on a table without a policy: only its owner sees rows.
final class RowSecurityWithoutPolicy implements ScriptLook {

  @Override
  public void look(RuleView scene) {
    for (var resolved : scene.read()) {
      for (var effect : resolved.statement().effects()) {
        if (effect instanceof AltersTable alters
            && alters.change() == TableChange.ENABLE_ROW_SECURITY) {
          resolved.touches().stream()
              .map(t -> t.object())
              .filter(o -> scene.catalog().table(o.name()).isPresent())
              .filter(o -> scene.catalog().policies(o.name()).isEmpty())
              .findFirst()
              .ifPresent(table -> report(alters, table, scene));
        }
      }
    }
  }

  private static void report(AltersTable alters, ObjectName table, RuleView scene) {
    var message =
        "%s has no policy: after this only its owner can see or change its rows"
            .formatted(table.name().dotted());
    var advice =
        "create the policies first, in the same migration\nCREATE POLICY own_rows ON %s USING (owner = current_user);"
            .formatted(alters.table().quoted());
    scene.report(alters.span(), message, advice, table);
  }
}
