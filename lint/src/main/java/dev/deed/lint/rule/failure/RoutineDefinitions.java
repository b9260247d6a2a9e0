package dev.deed.lint.rule.failure;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Routine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Functions and procedures that PostgreSQL does not define, and statements for the other kind.
final class RoutineDefinitions implements Refusals {

  private static final Pattern NO_COST = Pattern.compile("0+|- ?[0-9.]+");
  private static final Pattern RETURNING = Pattern.compile("(?i)returning");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesRoutine.class,
        AltersRoutine.class,
        ObjectEffect.Drops.class,
        ObjectEffect.Renames.class,
        ObjectEffect.MovesToSchema.class,
        ObjectEffect.Comments.class,
        CallsRoutine.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesRoutine e -> created(e).or(() -> lastStatement(e, known));
      case AltersRoutine e -> other(e.routine(), e.span(), known);
      case ObjectEffect.Drops e when !e.ifExists() -> other(e.object(), e.span(), known);
      case ObjectEffect.Renames e -> other(e.object(), e.span(), known);
      case ObjectEffect.MovesToSchema e -> other(e.object(), e.span(), known);
      case ObjectEffect.Comments e -> other(e.object(), e.span(), known);
      case CallsRoutine e -> called(e, known);
      default -> Optional.empty();
    };
  }

  // Definitions

  private static Optional<Refusal> created(CreatesRoutine effect) {
    return arguments(effect).or(() -> result(effect)).or(() -> options(effect));
  }

  private static boolean isInput(Argument argument) {
    return !argument.mode().equals("out") && !argument.mode().equals("table");
  }

  private static Optional<Refusal> arguments(CreatesRoutine effect) {
    var inputs = new HashSet<String>();
    var hasDefault = false;
    for (var argument : effect.arguments()) {
      if (!isInput(argument)) {
        continue;
      }
      if (argument.name() != null && !inputs.add(argument.name())) {
        return Refusal.of(
            effect.span(),
            "two arguments are called %s".formatted(argument.name()),
            "give one of them another name");
      }
      if (hasDefault && argument.defaultValue() == null && !argument.mode().equals("variadic")) {
        return Refusal.of(
            effect.span(),
            "an argument without a default follows one with a default",
            "move it to the front, or give it a default too");
      }
      hasDefault |= argument.defaultValue() != null;
      if (argument.mode().equals("variadic")
          && Types.isBuiltIn(argument.type())
          && argument.type().arrayDimensions() == 0
          && !argument.type().name().name().startsWith("any")
          && !argument.type().name().name().startsWith("_")
          && !argument.type().name().name().endsWith("vector")) {
        return Refusal.of(
            effect.span(),
            "a VARIADIC argument is an array, and %s is not".formatted(argument.type().text()),
            "write %s[]".formatted(argument.type().text()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> result(CreatesRoutine effect) {
    var isFunction = effect.routine().kind() == ObjectKind.FUNCTION;
    var returns = effect.returns();
    if (isFunction
        && returns == null
        && effect.returnsTable().isEmpty()
        && effect.arguments().stream()
            .allMatch(a -> a.mode().equals("in") || a.mode().equals("variadic"))) {
      return Refusal.of(
          effect.span(), "the function has no RETURNS", "write RETURNS void, or a type");
    }
    if (returns != null && returns.isBuiltIn("trigger")) {
      if (effect.language().equals("sql")) {
        return Refusal.of(
            effect.span(), "functions in SQL do not return trigger", "write it in PL/pgSQL");
      }
      if (effect.language().equals("plpgsql")
          && effect.arguments().stream().anyMatch(RoutineDefinitions::isInput)) {
        return Refusal.of(
            effect.span(),
            "a trigger function has no arguments of its own",
            "read them from TG_ARGV");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> options(CreatesRoutine effect) {
    var options = effect.options();
    if (effect.routine().kind() == ObjectKind.PROCEDURE) {
      for (var option :
          List.of(
              RoutineOption.VOLATILITY,
              RoutineOption.STRICT,
              RoutineOption.LEAKPROOF,
              RoutineOption.PARALLEL,
              RoutineOption.COST,
              RoutineOption.ROWS,
              RoutineOption.WINDOW)) {
        if (options.containsKey(option)) {
          return Refusal.of(
              effect.span(),
              "a procedure has no %s".formatted(option.name().toLowerCase(java.util.Locale.ROOT)),
              "leave it out");
        }
      }
    }
    if (NO_COST.matcher(options.getOrDefault(RoutineOption.COST, "1")).matches()) {
      return Refusal.of(effect.span(), "COST is greater than zero", "leave it out");
    }
    var returns = effect.returns();
    return options.containsKey(RoutineOption.ROWS) && returns != null && !returns.setOf()
        ? Refusal.of(effect.span(), "ROWS is for functions that return a set", "leave it out")
        : Optional.empty();
  }

  /// A function in SQL returns what its last statement does.
  private static Optional<Refusal> lastStatement(CreatesRoutine effect, Known known) {
    var returns = effect.returns();
    var body = effect.body();
    if (returns == null
        || returns.isBuiltIn("void")
        || !effect.language().equals("sql")
        || body.atomic()
        || !body.reads()
        || known.catalog().setting("check_function_bodies").isPresent()) {
      return Optional.empty();
    }
    var statements = ScriptReader.read(new SourceFile("body"), body.text()).statements();
    if (statements.isEmpty()) {
      return body.text().isBlank()
          ? Refusal.of(
              effect.span(),
              "the body is empty, and the function returns %s".formatted(returns.text()),
              "write SELECT, or RETURNS void")
          : Optional.empty();
    }
    var writes =
        switch (statements.getLast().command()) {
          case INSERT, UPDATE, DELETE, MERGE -> true;
          default -> false;
        };
    return writes && !RETURNING.matcher(body.text()).find()
        ? Refusal.of(
            effect.span(),
            "its last statement returns nothing, and the function returns %s"
                .formatted(returns.text()),
            "add RETURNING, a SELECT, or write RETURNS void")
        : Optional.empty();
  }

  // The other kind

  private static final Set<ObjectKind> STRICT = Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

  private static Optional<Refusal> other(ObjectName written, Span span, Known known) {
    if (!STRICT.contains(written.kind())) {
      return Optional.empty();
    }
    var found = known.catalog().called(written.name());
    return !found.isEmpty() && found.stream().allMatch(r -> isOther(r, written.kind(), known))
        ? wrong(found.getFirst(), written.kind(), span, known)
        : Optional.empty();
  }

  private static boolean isOther(Routine routine, ObjectKind kind, Known known) {
    return STRICT.contains(routine.name().kind())
        && routine.name().kind() != kind
        && known.catalog().isCertain(routine.name());
  }

  private static Optional<Refusal> wrong(
      Routine routine, ObjectKind wanted, Span span, Known known) {
    return Refusal.of(
        span,
        "%s is a %s%s, not a %s"
            .formatted(
                routine.name().text(),
                routine.name().kind().words(),
                known.created(routine.name()),
                wanted.words()),
        "write the statement for a %s".formatted(routine.name().kind().words()),
        routine.name());
  }

  private static Optional<Refusal> called(CallsRoutine effect, Known known) {
    return other(ObjectName.routine(effect.kind(), effect.routine(), ""), effect.span(), known)
        .or(() -> number(effect, known));
  }

  /// `CALL` passes output arguments, too: procedures are left out.
  private static Optional<Refusal> number(CallsRoutine effect, Known known) {
    var catalog = known.catalog();
    var all = catalog.certainlyAll(effect.routine());
    if (effect.kind() != ObjectKind.FUNCTION
        || all.isEmpty()
        || all.size() != catalog.overloads(all.getFirst()).size()) {
      return Optional.empty();
    }
    for (var name : all) {
      if (!(catalog.find(name).orElse(null) instanceof Routine routine)
          || catalog.fits(routine, effect.arguments())) {
        return Optional.empty();
      }
    }
    return Refusal.of(
        effect.span(),
        "%s does not take %s%s"
            .formatted(
                all.getFirst().words(),
                effect.arguments() == 1 ? "1 argument" : effect.arguments() + " arguments",
                known.created(all.getFirst())),
        "pass as many as it has",
        all.getFirst());
  }
}
