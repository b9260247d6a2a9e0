package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;

/// Finds `DROP TRIGGER`, unless the same script creates the trigger again.
final class DropTrigger implements EffectLook<Drops> {

  @Override
  public void look(Drops drop, Scene scene) {
    if (drop.object().kind() != ObjectKind.TRIGGER) {
      return;
    }
    var trigger = scene.catalog().object(drop.object());
    var isKnownAway =
        drop.ifExists()
            && scene.catalog().relationNamed(trigger.name()).isPresent()
            && scene.catalog().find(trigger).isEmpty();
    if (isKnownAway
        || !scene.inUse(drop.object().name())
        || !scene.isMissed(trigger)
        || Recreation.follows(drop.object(), scene)) {
      return;
    }
    var table = trigger.name();
    var message =
        "trigger %s on %s is dropped: code that relies on it breaks, and reads and writes of the table wait for a moment"
            .formatted(Identifier.quoted(trigger.part()), table.dotted());
    var advice =
        String.join(
            "\n",
            "deploy code that does not need the trigger, then drop it in a later migration with this directive",
            Deployed.ignore("drop-trigger", trigger.part()),
            "DROP TRIGGER %s ON %s;"
                .formatted(Identifier.quoted(trigger.part()), drop.object().name().quoted()));
    scene.report(drop.span(), message, advice, ObjectName.table(table));
  }
}
