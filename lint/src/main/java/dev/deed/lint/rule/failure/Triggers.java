package dev.deed.lint.rule.failure;

import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TriggerDefinition;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.expression.Expression;
import java.util.List;
import java.util.Optional;

/// Triggers that PostgreSQL does not create.
final class Triggers implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesTrigger.class);
  }

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
    if (fires.timing() == TriggerTiming.INSTEAD_OF && !fires.columns().isEmpty()) {
      return Refusal.of(
          effect.span(), "INSTEAD OF triggers have no list of columns", "leave the columns out");
    }
    if (fires.events().contains(TriggerEvent.TRUNCATE) && fires.forEachRow()) {
      return Refusal.of(
          effect.span(),
          "TRUNCATE has no rows, and its triggers are FOR EACH STATEMENT",
          "write FOR EACH STATEMENT");
    }
    var condition = condition(effect, known);
    if (condition.isPresent()) {
      return condition;
    }
    var transition = transition(fires, effect.span());
    if (transition.isPresent()) {
      return transition;
    }
    var hasTransition = fires.oldTable() != null || fires.newTable() != null;
    return hasTransition && fires.timing() != TriggerTiming.AFTER
        ? Refusal.of(
            effect.span(), "only AFTER triggers have transition tables", "make it an AFTER trigger")
        : Optional.empty();
  }

  // WHEN

  private static Optional<Refusal> condition(CreatesTrigger effect, Known known) {
    var fires = effect.fires();
    if (fires.when() == null) {
      return Optional.empty();
    }
    if (fires.timing() == TriggerTiming.INSTEAD_OF) {
      return Refusal.of(
          effect.span(), "INSTEAD OF triggers have no WHEN", "test the condition in the function");
    }
    for (var part : KeptExpressions.parts(fires.when().tree())) {
      if (part instanceof Expression.Column column && column.path().size() > 1) {
        var found = row(column, effect, known);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> row(
      Expression.Column column, CreatesTrigger effect, Known known) {
    var fires = effect.fires();
    var row = column.path().getFirst();
    var isNew = row.equals("new");
    if (!isNew && !row.equals("old")) {
      return Optional.empty();
    }
    if (!fires.forEachRow()) {
      return Refusal.of(
          effect.span(),
          "a trigger FOR EACH STATEMENT has no %s".formatted(row),
          "write FOR EACH ROW");
    }
    if (fires.fires(isNew ? TriggerEvent.DELETE : TriggerEvent.INSERT)) {
      return Refusal.of(
          effect.span(),
          "%s has no %s".formatted(isNew ? "DELETE" : "INSERT", row),
          "create a trigger of its own for %s".formatted(isNew ? "DELETE" : "INSERT"));
    }
    return isNew
            && fires.timing() == TriggerTiming.BEFORE
            && known
                .column(effect.table(), column.name())
                .filter(c -> c.generated() != null)
                .isPresent()
        ? Refusal.of(
            effect.span(),
            "%s is generated after BEFORE triggers have run".formatted(column.name()),
            "name the columns that it is generated from, or make it an AFTER trigger")
        : Optional.empty();
  }

  // REFERENCING

  private static Optional<Refusal> transition(TriggerDefinition fires, Span span) {
    if (fires.oldTable() == null && fires.newTable() == null) {
      return Optional.empty();
    }
    if (!fires.columns().isEmpty()) {
      return Refusal.of(
          span,
          "a trigger with transition tables has no list of columns",
          "compare the columns in the function");
    }
    if (fires.events().size() > 1) {
      return Refusal.of(
          span,
          "a trigger with transition tables fires for one event",
          "create one trigger for each event");
    }
    var isInsert = fires.fires(TriggerEvent.INSERT);
    var isWrong =
        (isInsert && fires.oldTable() != null)
            || (fires.fires(TriggerEvent.DELETE) && fires.newTable() != null);
    return isWrong
        ? Refusal.of(
            span,
            isInsert ? "INSERT has no OLD TABLE" : "DELETE has no NEW TABLE",
            isInsert ? "write NEW TABLE" : "write OLD TABLE")
        : Optional.empty();
  }
}
