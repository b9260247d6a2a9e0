package dev.deed.lint.rule.removal;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import java.util.List;

/// Finds `DROP SCHEMA` and `DROP DATABASE`.
final class DropSchema implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    var object = view.catalog().object(drop.object());
    var name = Identifier.quoted(object.name().name());
    if (!view.isMissed(object)) {
      return;
    }
    if (object.kind() == ObjectKind.DATABASE) {
      var message = "this drops database " + name + " with everything in it";
      var advice = "remove the statement; drop a database by hand, never in a migration";
      view.report(drop.span(), message, advice, object);
    } else if (object.kind() == ObjectKind.SCHEMA) {
      var message =
          drop.cascade()
              ? "this drops everything in schema " + name + ", and everything that depends on it"
              : "code that still names schema " + name + " fails";
      var advice =
          "drop the objects in the schema one by one, each in its owner's migration; then drop the empty schema without CASCADE";
      var severity = drop.cascade() ? Severity.ERROR : Severity.WARNING;
      view.report(severity, drop.span(), message, advice, List.of(object));
    }
  }
}
