package dev.deed.lint.rule.removal;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import java.util.List;

/// `DROP SCHEMA`, `DROP DATABASE`.
final class DropSchema implements EffectLook<Drops> {

  @Override
  public void look(Drops drop, Scene scene) {
    var object = scene.catalog().object(drop.object());
    var name = Identifier.quoted(object.name().name());
    if (!scene.isMissed(object)) {
      return;
    }
    if (object.kind() == ObjectKind.DATABASE) {
      var message = "the database " + name + " is lost with everything in it";
      var advice = "take the statement out: a database is dropped by hand, never by a migration";
      scene.report(drop.span(), message, advice, object);
    } else if (object.kind() == ObjectKind.SCHEMA) {
      var message =
          drop.cascade()
              ? "everything in the schema " + name + " is lost, and what others built upon it"
              : "code that still names the schema " + name + " fails";
      var advice =
          "drop what is in the schema one by one, each in its owner's migration; then drop the empty"
              + " schema, without CASCADE";
      var severity = drop.cascade() ? Severity.ERROR : Severity.WARNING;
      scene.report(severity, drop.span(), message, advice, List.of(object));
    }
  }
}
