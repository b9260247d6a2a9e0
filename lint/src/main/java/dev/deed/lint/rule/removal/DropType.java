package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// Finds `DROP TYPE` and `DROP DOMAIN`.
final class DropType implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    var kind = drop.object().kind();
    var type = view.catalog().object(drop.object());
    if ((kind != ObjectKind.TYPE && kind != ObjectKind.DOMAIN)
        || drop.cascade()
        || !view.isMissed(type)
        || isNamedHere(type, view)
        || isNotThere(drop, type, view)) {
      return;
    }
    var users = view.catalog().dependants(type);
    if (users.isEmpty() && view.waitsForGates()) {
      return;
    }
    if (users.isEmpty()) {
      var message = "code that still uses type " + type.name().dotted() + " fails";
      view.report(drop.span(), message, advice(drop), type);
    } else {
      var message =
          "this fails: type %s is still used by %s"
              .formatted(type.name().dotted(), users.getFirst().name().words());
      view.report(drop.span(), message, "change what uses the type first, then drop it", type);
    }
  }

  private static String advice(Drops drop) {
    return String.join(
        "\n",
        "deploy code that no longer uses the type, then drop it in a later migration with this directive",
        Deployed.ignore("drop-type", drop.object().name().dotted()),
        "DROP %s %s;"
            .formatted(
                drop.object().kind().words().toUpperCase(Locale.ROOT),
                drop.object().name().quoted()));
  }

  /// Whether this script renamed the type to this name, to replace it by another one.
  private static boolean isNamedHere(ObjectName type, RuleView view) {
    return view.sooner(type.name().name())
        .anyMatch(placed ->
            placed.effect() instanceof Renames renames
                && (renames.object().kind() == ObjectKind.TYPE
                    || renames.object().kind() == ObjectKind.DOMAIN)
                && renames.newName().equals(type.name().name()));
  }

  private static boolean isNotThere(Drops drop, ObjectName type, RuleView view) {
    return drop.ifExists()
        && view.catalog().find(type).isEmpty()
        && Recreation.follows(drop.object(), view);
  }
}
