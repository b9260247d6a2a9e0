package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines and runs functions and procedures.
public sealed interface RoutineEffect extends Effect {

  /// @param routine kind `FUNCTION` or `PROCEDURE`, with input argument types: `f(integer, text)`
  /// @param returns null for procedures and `RETURNS TABLE`
  /// @param returnsTable columns of `RETURNS TABLE`, else empty
  /// @param options with canonical value, only those written
  /// @param configuration the values of `SET name TO value`, by parameter: a single value decoded,
  ///   a list with each value quoted if needed; `from current` for `FROM CURRENT`, `default` for
  ///   `TO DEFAULT` and `RESET`, and the parameter `all` for `RESET ALL`
  record CreatesRoutine(
      ObjectName routine,
      boolean orReplace,
      List<Argument> arguments,
      @Nullable TypeName returns,
      List<Argument> returnsTable,
      String language,
      Map<RoutineOption, String> options,
      Map<String, String> configuration,
      Body body,
      Span span)
      implements RoutineEffect {

    public CreatesRoutine {
      arguments = List.copyOf(arguments);
      returnsTable = List.copyOf(returnsTable);
      options = Map.copyOf(options);
      configuration = Map.copyOf(configuration);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(ObjectAccess.of(routine, Access.DEFINES, null, span));
      body.effects().forEach(e -> touches.addAll(body.asWritten(e)));
      return touches;
    }
  }

  /// @param mode `in`, `out`, `inout`, `variadic` or `table`
  record Argument(
      @Nullable String name, String mode, TypeName type, @Nullable ExpressionText defaultValue) {}

  /// A routine's body.
  ///
  /// @param text as PostgreSQL stores it: the string's value, or the `BEGIN ATOMIC` block,
  ///   canonical
  /// @param atomic `BEGIN ATOMIC` or `RETURN expression`
  /// @param effects the effects of its statements when it runs, `Opaque` for unreadable parts
  /// @param normal the text for all spellings of one meaning, for comparison only; null if it was
  ///   not asked for, or if a name in it cannot be placed
  /// @param reads whether defining the routine already opens the relations (SQL bodies do)
  record Body(
      String text, boolean atomic, List<Effect> effects, boolean reads, @Nullable String normal) {
    public static final Body NONE = new Body("", false, List.of(), false);

    public Body(String text, boolean atomic, List<Effect> effects, boolean reads) {
      this(text, atomic, effects, reads, null);
    }

    public Body withNormal(String newNormal) {
      return new Body(text, atomic, effects, reads, newNormal);
    }

    public Body {
      effects = List.copyOf(effects);
    }

    /// Defining a routine does not run it. If PostgreSQL checks the body against the catalog, it
    /// locks the relations of its queries as if they ran, but not those of its other commands.
    public List<ObjectAccess> asWritten(Effect effect) {
      var locks = reads && (effect instanceof ReadsRows || effect instanceof WritesRows);
      return locks
          ? effect.touches()
          : effect.touches().stream().map(ObjectAccess::unlocked).toList();
    }
  }

  /// `ALTER FUNCTION | PROCEDURE | ROUTINE name(...) action ...`
  record AltersRoutine(
      ObjectName routine,
      Map<RoutineOption, String> options,
      Map<String, String> configuration,
      Span span)
      implements RoutineEffect {
    public AltersRoutine {
      options = Map.copyOf(options);
      configuration = Map.copyOf(configuration);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(ObjectAccess.of(routine, Access.DEFINES, null, span));
    }
  }

  /// A `DO` block; its body runs immediately.
  record RunsBlock(String language, Body body, Span span) implements RoutineEffect {
    @Override
    public List<ObjectAccess> touches() {
      return body.effects().stream().flatMap(e -> e.touches().stream()).toList();
    }
  }

  /// A function or procedure named in an expression or by `CALL`. Its body is not in the text; the
  /// schema may have it.
  ///
  /// @param arguments how many, in all
  /// @param named the names of those that are given by name
  record CallsRoutine(
      ObjectKind kind, QualifiedName routine, int arguments, List<String> named, Span span)
      implements RoutineEffect {

    public CallsRoutine {
      named = List.copyOf(named);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }
}
