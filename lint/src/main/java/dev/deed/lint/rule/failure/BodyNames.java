package dev.deed.lint.rule.failure;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tables and columns that the body of a PL/pgSQL function names, and that do not exist after the
/// script. PostgreSQL looks for them only when the function runs.
final class BodyNames implements ScriptCheck {

  /// Words of a body that asks first, or that expects the error.
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)undefined_table|undefined_column|when\\s+others|to_regclass|information_schema|pg_class|pg_tables|pg_attribute");

  @Override
  public void check(RuleView view) {
    for (var statement : view.script().statements()) {
      for (var effect : statement.effects()) {
        if (effect instanceof CreatesRoutine routine && isRead(routine)) {
          for (var named : routine.body().effects()) {
            if (check(named, routine, statement.span(), view)) {
              break;
            }
          }
        }
      }
    }
  }

  private static boolean isRead(CreatesRoutine routine) {
    return routine.language().equals("plpgsql")
        && !routine.configuration().containsKey("search_path")
        && !ASKS.matcher(routine.body().text()).find()
        && routine.body().effects().stream()
            .noneMatch(e -> e instanceof CreatesTable || e instanceof Effect.Opaque);
  }

  /// A trigger may read the rows that fired it under names of their own.
  private static boolean check(Effect named, CreatesRoutine routine, Span span, RuleView view) {
    if (!(named instanceof RowsEffect rows) || named instanceof NamesRelation) {
      return false;
    }
    var isTrigger = routine.returns() != null && routine.returns().isBuiltIn("trigger");
    var mayBeTransition = isTrigger && rows instanceof ReadsRows;
    if (view.catalog().isMissing(rows.relation())
        && !mayBeTransition
        && !"deed".equals(rows.relation().schema())) {
      report(routine, view.relation(rows.relation()).dotted() + " does not exist", span, view);
      return true;
    }
    var missing =
        rows instanceof WritesRows writes ? missing(writes, view) : Optional.<String>empty();
    missing.ifPresent(column ->
        report(
            routine,
            "%s has no column %s"
                .formatted(view.relation(rows.relation()).dotted(), Identifier.quoted(column)),
            span,
            view));
    return missing.isPresent();
  }

  private static Optional<String> missing(WritesRows writes, RuleView view) {
    QualifiedName table = view.relation(writes.relation());
    return writes.columns().stream()
        .filter(c -> view.catalog().table(table).isPresent())
        .filter(c -> view.catalog().hasAllColumns(table))
        .filter(c -> view.catalog().column(table, c).isEmpty())
        .filter(c -> !view.catalog().isMadeOutside(ObjectName.column(table, c)))
        .findFirst();
  }

  private static void report(CreatesRoutine routine, String what, Span span, RuleView view) {
    view.report(
        span,
        "%s fails when it runs: %s".formatted(routine.routine().words(), what),
        "correct the name, or create it in this migration",
        routine.routine());
  }
}
