package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect.CreatesPolicy;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import dev.deed.sql.schema.Relation.Table;
import java.util.HashSet;

/// Finds policies on a table whose row security is disabled at the end of the script, so that they
/// have no effect.
final class PolicyWithoutRowSecurity implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    var told = new HashSet<ObjectName>();
    for (var resolved : view.read()) {
      for (var effect : resolved.statement().effects()) {
        if (concerns(effect)) {
          resolved.touches().stream()
              .map(t -> view.now(resolved, t.object()))
              .filter(o -> isOpen(o, view) && told.add(o))
              .findFirst()
              .ifPresent(table -> report(effect.span(), table, view));
        }
      }
    }
  }

  private static boolean concerns(Effect effect) {
    return effect instanceof CreatesPolicy
        || (effect instanceof AltersTable alters
            && alters.change() == TableChange.DISABLE_ROW_SECURITY);
  }

  private static boolean isOpen(ObjectName object, RuleView view) {
    return view.catalog().find(object).filter(o -> o instanceof Table).isPresent()
        && view.catalog().table(object.name()).filter(t -> t.rowSecurity().enabled()).isEmpty()
        && !view.catalog().policies(object.name()).isEmpty();
  }

  private static void report(Span span, ObjectName table, RuleView view) {
    view.report(
        span,
        "the policies of %s have no effect, because row security is disabled: every role with privileges on the table sees every row"
            .formatted(table.name().dotted()),
        "enable row security after the last policy, in the same migration; or drop the policies\nALTER TABLE %s ENABLE ROW LEVEL SECURITY;"
            .formatted(table.name().quoted()),
        table);
  }
}
