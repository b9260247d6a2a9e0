package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.effect.TriggerTiming;
import java.util.Optional;

/// Triggers that PostgreSQL does not create.
final class Triggers implements Refusals {

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return effect instanceof CreatesTrigger creates ? trigger(creates, known) : Optional.empty();
  }

  private static Optional<Refusal> trigger(CreatesTrigger effect, Known known) {
    var functions = known.catalog().called(effect.function());
    var fires = effect.fires();
    if (functions.size() == 1
        && known.catalog().isCertain(functions.getFirst().name())
        && (functions.getFirst().returns() == null
            || !functions.getFirst().returns().isBuiltIn("trigger"))) {
      var function = functions.getFirst();
      return Refusal.of(
          effect.span(),
          "%s does not return trigger%s"
              .formatted(function.name().words(), known.created(function.name())),
          "name a function without arguments that RETURNS trigger",
          function.name());
    }
    if (fires.timing() == TriggerTiming.INSTEAD_OF && !fires.forEachRow()) {
      return Refusal.of(effect.span(), "INSTEAD OF triggers are FOR EACH ROW", "add FOR EACH ROW");
    }
    if (fires.events().contains(TriggerEvent.TRUNCATE) && fires.forEachRow()) {
      return Refusal.of(
          effect.span(),
          "TRUNCATE has no rows, and its triggers are FOR EACH STATEMENT",
          "write FOR EACH STATEMENT");
    }
    var hasTransition = fires.oldTable() != null || fires.newTable() != null;
    return hasTransition && fires.timing() != TriggerTiming.AFTER
        ? Refusal.of(
            effect.span(), "only AFTER triggers have transition tables", "make it an AFTER trigger")
        : Optional.empty();
  }
}
