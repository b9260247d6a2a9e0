package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.List;
import java.util.Locale;

/// Finds `DISABLE TRIGGER`, which affects all sessions.
final class DisabledTriggers implements EffectCheck<AltersTable> {

  private static final String ADVICE =
      "have the trigger's function check a setting, and set it only for the migration's transaction\n"
          + "SET LOCAL app.quiet = 'on';";

  @Override
  public void check(AltersTable alters, RuleView view) {
    if (alters.change() != TableChange.DISABLE_TRIGGER || view.isNew(alters.table())) {
      return;
    }
    var table = view.relation(alters.table());
    var about = List.of(ObjectName.table(table));
    switch (alters.value().toLowerCase(Locale.ROOT)) {
      case "all" -> {
        var message =
            "this disables the foreign keys and triggers of %s for all sessions until they are enabled again"
                .formatted(table.dotted());
        view.report(alters.span(), message, ADVICE, about);
      }
      case "user" -> {
        var message =
            "this disables the triggers of %s for all sessions until they are enabled again"
                .formatted(table.dotted());
        view.report(alters.span(), message, ADVICE, about);
      }
      default -> {
        var message =
            "this disables trigger %s on %s for all sessions until it is enabled again"
                .formatted(alters.value(), table.dotted());
        view.report(Severity.WARNING, alters.span(), message, ADVICE, about);
      }
    }
  }
}
