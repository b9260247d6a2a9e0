package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;

/// Finds `DROP TRIGGER`, unless the same script creates the trigger again.
final class DropTrigger implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    if (drop.object().kind() != ObjectKind.TRIGGER) {
      return;
    }
    var trigger = view.catalog().object(drop.object());
    var isKnownAway =
        drop.ifExists()
            && view.catalog().relationNamed(trigger.name()).isPresent()
            && view.catalog().find(trigger).isEmpty();
    if (isKnownAway
        || view.isPartOf("backfill", "switch")
        || view.waitsForGates()
        || !view.inUse(drop.object().name())
        || !view.isMissed(trigger)
        || Recreation.follows(drop.object(), view)) {
      return;
    }
    var table = trigger.name();
    var message =
        "trigger %s on %s is dropped: code that relies on it breaks, and reads and writes of the table wait for a moment"
            .formatted(Identifier.quoted(trigger.own()), table.dotted());
    var advice =
        String.join(
            "\n",
            "deploy code that does not need the trigger, then drop it in a later migration with this directive",
            Deployed.ignore("drop-trigger", trigger.own()),
            "DROP TRIGGER %s ON %s;"
                .formatted(Identifier.quoted(trigger.own()), drop.object().name().quoted()));
    view.report(drop.span(), message, advice, ObjectName.table(table));
  }
}
