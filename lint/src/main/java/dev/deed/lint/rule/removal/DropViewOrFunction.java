package dev.deed.lint.rule.removal;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds `DROP VIEW`, `DROP FUNCTION` and the like, unless the same script creates the object
/// again.
final class DropViewOrFunction implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    var object = view.catalog().object(drop.object());
    if (isForTriggers(object, view) && !drop.cascade()) {
      lookForTriggers(drop, object, view);
    }
    if (view.waitsForGates()
        || !isCode(object, view)
        || isForTriggers(object, view)
        || !view.isMissed(object)
        || wasPutAside(object, view)
        || Recreation.follows(drop.object(), view)) {
      return;
    }
    var advice =
        String.join(
            "\n",
            "deploy code that no longer uses it, then drop it in a later migration with this directive",
            Deployed.ignore("drop-view-or-function", drop.object().name().dotted()),
            "DROP %s %s%s;"
                .formatted(
                    drop.object().kind().words().toUpperCase(Locale.ROOT),
                    drop.ifExists() ? "IF EXISTS " : "",
                    drop.object().text()));
    view.report(drop.span(), "code that still uses " + object.words() + " fails", advice, object);
  }

  /// Whether the script itself has given it the name: code knows the other one.
  private static boolean wasPutAside(ObjectName object, RuleView view) {
    return view.read().stream()
        .flatMap(resolved -> resolved.statement().effects().stream())
        .anyMatch(e ->
            e instanceof Renames rename
                && rename.object().kind() != ObjectKind.COLUMN
                && view.catalog()
                    .object(rename.object())
                    .name()
                    .renamed(rename.newName())
                    .equals(object.name()));
  }

  /// Reports a function that triggers still call: PostgreSQL refuses to drop it, even if it is
  /// created again later.
  private static void lookForTriggers(Drops drop, ObjectName function, RuleView view) {
    var triggers =
        view.catalog().dependants(function).stream()
            .flatMap(o -> o instanceof Trigger trigger ? Stream.of(trigger) : Stream.empty())
            .toList();
    if (triggers.isEmpty()) {
      return;
    }
    var names = triggers.stream().map(t -> t.name().words()).collect(joining(", "));
    var drops =
        triggers.stream()
            .map(t ->
                "DROP TRIGGER %s ON %s;"
                    .formatted(Identifier.quoted(t.part()), t.relation().quoted()))
            .collect(joining("\n"));
    view.report(
        drop.span(),
        "this fails: %s still calls %s".formatted(names, function.words()),
        "first drop what calls it, or change the function with CREATE OR REPLACE FUNCTION\n"
            + drops,
        function);
  }

  /// Whether code names such an object in its statements. A sequence that belongs to a column is
  /// dropped with the column.
  private static boolean isCode(ObjectName object, RuleView view) {
    return switch (object.kind()) {
      case VIEW, MATERIALIZED_VIEW, EXTENSION -> true;
      case SEQUENCE ->
          view.catalog().sequence(object.name()).filter(s -> s.ownedBy() == null).isPresent();
      default -> object.kind().isRoutine();
    };
  }

  /// Whether the object is a trigger function, which code does not call.
  static boolean isForTriggers(ObjectName object, RuleView view) {
    return view.catalog()
        .find(object)
        .filter(o ->
            o instanceof Routine routine
                && routine.returns() != null
                && routine.returns().isBuiltIn("trigger"))
        .isPresent();
  }
}
