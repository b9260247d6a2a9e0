package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.expression.NameScope;
import dev.deed.sql.expression.NameScope.Source;
import dev.deed.sql.parse.NameScopes;
import dev.deed.sql.script.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names in queries that mean no column, or several: in statements, views, policies and bodies of
/// SQL functions.
final class MissingNames implements Refusals {

  /// Longer statements hold rows rather than names.
  private static final int LONGEST = 60_000;

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    var statement = known.view().statement();
    if (!effect.equals(statement.effects().getFirst()) || isLong(statement)) {
      return Optional.empty();
    }
    return switch (statement.command()) {
      case SELECT,
          SELECT_INTO,
          INSERT,
          UPDATE,
          DELETE,
          MERGE,
          COPY,
          EXPLAIN,
          DECLARE_CURSOR,
          PREPARE,
          CREATE_VIEW,
          CREATE_MATERIALIZED_VIEW,
          CREATE_TABLE_AS ->
          inStatement(Set.of(), List.of(), known);
      case CREATE_POLICY, ALTER_POLICY ->
          effect instanceof AttachedEffect policy
              ? inStatement(Set.of(), List.of(source(policy.table())), known)
              : Optional.empty();
      case CREATE_FUNCTION, CREATE_PROCEDURE ->
          effect instanceof CreatesRoutine routine && isChecked(routine, known)
              ? inBody(routine, known)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// A statement that reaches no object may name a column all the same: `SELECT nothing`.
  static Optional<Refusal> ofNoEffect(Known known) {
    return switch (known.view().statement().command()) {
      case SELECT, EXPLAIN, DECLARE_CURSOR, PREPARE ->
          isLong(known.view().statement())
              ? Optional.empty()
              : inStatement(Set.of(), List.of(), known);
      default -> Optional.empty();
    };
  }

  private static boolean isLong(Statement statement) {
    return statement.span().end() - statement.span().start() > LONGEST;
  }

  private static Source source(QualifiedName table) {
    return new Source.Relation(table, table.name(), false, List.of());
  }

  private static Optional<Refusal> inStatement(
      Set<String> outside, List<Source> sources, Known known) {
    var span = known.view().statement().span();
    return NameScopes.of(known.view().text(span))
        .flatMap(s -> wrong(s, outside, sources, span, span.start(), known));
  }

  private static Optional<Refusal> wrong(
      NameScope scope,
      Set<String> outside,
      List<Source> sources,
      Span span,
      int start,
      Known known) {
    var resolution = new NameResolution(known, outside);
    var twice = resolution.repeated(scope);
    if (twice.isPresent()) {
      return Refusal.of(
          span,
          "two tables of one FROM are called %s".formatted(twice.get()),
          "give one of them another alias");
    }
    return resolution
        .firstIn(scope, sources)
        .flatMap(w -> refusal(w, at(w.name().span(), span, start), known));
  }

  /// @param start of the text that was read, negative if the script does not show it as it is
  private static Span at(Span name, Span statement, int start) {
    if (start < 0) {
      return statement;
    }
    var isFirstLine = name.line() == 1;
    return new Span(
        start + name.start(),
        start + name.end(),
        statement.line() + name.line() - 1,
        isFirstLine ? statement.column() + name.column() - 1 : name.column());
  }

  private static Optional<Refusal> refusal(NameResolution.Wrong wrong, Span span, Known known) {
    if (wrong.table() == null) {
      return Refusal.of(span, wrong.reason(), wrong.advice());
    }
    return Optional.of(
        MissingColumns.refusal(wrong.table(), wrong.name().path().getLast(), span, known));
  }

  // Functions

  /// PostgreSQL does not look at the body of a function with polymorphic arguments.
  private static boolean isChecked(CreatesRoutine routine, Known known) {
    return routine.language().equals("sql")
        && routine.body().effects().stream().allMatch(MissingNames::isOfQuery)
        && !routine.configuration().containsKey("search_path")
        && known.catalog().setting("check_function_bodies").isEmpty()
        && routine.arguments().stream().noneMatch(MissingNames::isPolymorphic);
  }

  /// Definitions in a body run after all of it was looked at, but they need not be read here.
  private static boolean isOfQuery(Effect effect) {
    return effect instanceof RowsEffect
        || effect instanceof RoutineEffect.CallsRoutine
        || effect instanceof Effect.NamesObject;
  }

  private static boolean isPolymorphic(Argument argument) {
    return argument.type().name().name().startsWith("any");
  }

  private static Optional<Refusal> inBody(CreatesRoutine routine, Known known) {
    var outside = new HashSet<String>();
    outside.add(routine.routine().name().name());
    for (var argument : routine.arguments()) {
      if (argument.name() != null) {
        outside.add(argument.name());
      }
    }
    var effects = ofBody(routine, known);
    if (effects.isPresent()) {
      return effects;
    }
    if (routine.body().atomic()) {
      return inStatement(outside, List.of(), known);
    }
    return NameScopes.of(routine.body().text())
        .flatMap(s -> wrong(s, outside, List.of(), known.view().statement().span(), -1, known));
  }

  /// Tables, and columns that are written.
  private static Optional<Refusal> ofBody(CreatesRoutine routine, Known known) {
    var span = known.view().statement().span();
    for (var effect : routine.body().effects()) {
      if (effect instanceof RowsEffect rows && !(rows instanceof RowsEffect.NamesRelation)) {
        if (known.isMissing(rows.relation())) {
          return MissingRelations.refusal(rows.relation(), span, known);
        }
        if (rows instanceof RowsEffect.WritesRows writes) {
          for (var column : writes.columns()) {
            if (known.lacks(writes.relation(), column)) {
              return Optional.of(MissingColumns.refusal(writes.relation(), column, span, known));
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
