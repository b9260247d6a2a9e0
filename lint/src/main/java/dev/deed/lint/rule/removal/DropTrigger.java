package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;

/// `DROP TRIGGER`, unless it is created again at once.
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
        "what the trigger %s did for rows of %s is no longer done; reads and writes of the table wait for a moment"
            .formatted(Identifier.quoted(trigger.part()), table.dotted());
    var advice =
        String.join(
            "\n",
            "deploy code that does without the trigger; then drop it in a later migration that says so",
            Deployed.ignore("drop-trigger", trigger.part()),
            "DROP TRIGGER %s ON %s;"
                .formatted(Identifier.quoted(trigger.part()), drop.object().name().quoted()));
    scene.report(drop.span(), message, advice, ObjectName.table(table));
  }
}
