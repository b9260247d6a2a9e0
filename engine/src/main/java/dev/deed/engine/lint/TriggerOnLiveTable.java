package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// Finds `CREATE TRIGGER` on a table in use.
final class TriggerOnLiveTable implements EffectLook<CreatesTrigger> {

  @Override
  public void look(CreatesTrigger trigger, Scene scene) {
    var table = scene.relation(trigger.table());
    if (scene.isNewRelation(table) || scene.catalog().view(table).isPresent()) {
      return;
    }
    var message =
        "this blocks writes to %s until the transaction ends, and after that each %s runs function %s"
            .formatted(
                table.dotted(),
                String.join(", ", trigger.events()).toUpperCase(Locale.ROOT),
                trigger.function().dotted());
    var advice =
        "make sure that the function is fast and cannot fail, and use a migration of its own for CREATE TRIGGER, so that its lock is released quickly";
    scene.report(trigger.span(), message, advice, ObjectName.table(table));
  }
}
