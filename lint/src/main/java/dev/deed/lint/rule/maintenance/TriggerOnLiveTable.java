package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// `CREATE TRIGGER` on a table in use.
final class TriggerOnLiveTable implements EffectLook<CreatesTrigger> {

  @Override
  public void look(CreatesTrigger trigger, Scene scene) {
    var table = scene.relation(trigger.table());
    if (scene.isNewRelation(table) || scene.catalog().view(table).isPresent()) {
      return;
    }
    var message =
        "writers of %s wait while the trigger is made, and from then on each %s runs %s"
            .formatted(
                table.dotted(),
                String.join(", ", trigger.events()).toUpperCase(Locale.ROOT),
                trigger.function().dotted());
    var advice =
        "make sure that the function is quick and cannot fail, and keep CREATE TRIGGER alone in its migration, so that its lock is let go at once";
    scene.report(trigger.span(), message, advice, ObjectName.table(table));
  }
}
