package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.List;
import java.util.Locale;

/// `DISABLE TRIGGER`: what the triggers keep right goes wrong meanwhile.
final class DisabledTriggers implements EffectLook<AltersTable> {

  private static final String ADVICE =
      "let the trigger's function look at a setting, and set it for the migration's transaction only\n"
          + "SET LOCAL app.quiet = 'on';";

  @Override
  public void look(AltersTable alters, Scene scene) {
    if (alters.change() != TableChange.DISABLE_TRIGGER || scene.isNew(alters.table())) {
      return;
    }
    var table = scene.relation(alters.table());
    var about = List.of(ObjectName.table(table));
    switch (alters.value().toLowerCase(Locale.ROOT)) {
      case "all" -> {
        var message =
            "nothing checks the foreign keys of %s any more, for anybody, until the triggers are enabled again"
                .formatted(table.dotted());
        scene.report(alters.span(), message, ADVICE, about);
      }
      case "user" -> {
        var message =
            "no trigger of %s fires any more, for anybody, until they are enabled again"
                .formatted(table.dotted());
        scene.report(alters.span(), message, ADVICE, about);
      }
      default -> {
        var message =
            "the trigger %s on %s does not fire any more, for anybody, until it is enabled again"
                .formatted(alters.value(), table.dotted());
        scene.report(Severity.WARNING, alters.span(), message, ADVICE, about);
      }
    }
  }
}
