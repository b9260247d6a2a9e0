package dev.deed.sql.replay;

import static java.util.stream.Collectors.joining;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.RoutineDraft;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Replays functions and procedures. The body of a `DO` block runs immediately.
final class RoutineReplay {

  /// PostgreSQL's defaults for a definition.
  private static final Map<RoutineOption, String> STANDARD =
      Map.of(
          RoutineOption.VOLATILITY, "volatile",
          RoutineOption.PARALLEL, "unsafe",
          RoutineOption.SECURITY_DEFINER, "false",
          RoutineOption.STRICT, "false",
          RoutineOption.LEAKPROOF, "false",
          RoutineOption.ROWS, "1000");

  private final ReplaySession surrounding;
  private final PrivilegeReplay privileges;
  private final SchemaState state;

  RoutineReplay(ReplaySession surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.state = surrounding.state;
  }

  void apply(RoutineEffect effect) {
    switch (effect) {
      case CreatesRoutine creates -> create(creates);
      case AltersRoutine alters -> alter(alters);
      // The effects of a block are replayed one by one.
      case RunsBlock _, CallsRoutine _ -> {}
    }
  }

  private void create(CreatesRoutine creates) {
    var arguments = creates.arguments().stream().map(this::resolved).toList();
    var name = name(creates, surrounding.names());
    var before = state.get(name);
    var table = creates.returnsTable().stream().map(this::resolved).toList();
    state.put(
        new RoutineDraft(name, creates.language(), creates.body())
            .arguments(arguments)
            .returns(
                creates.returns() == null
                    ? returned(name, arguments, table)
                    : unlimited(surrounding.names().type(creates.returns())))
            .returnsTable(table)
            .options(options(creates.options(), creates.language()))
            .configuration(configuration(creates.configuration()))
            .searchPath(surrounding.names().path())
            .attributes(before == null ? privileges.ofNew(name) : before.attributes())
            .routine());
  }

  /// With `FROM CURRENT`, the server keeps the search path as it is then.
  private SortedMap<String, String> configuration(Map<String, String> written) {
    var configuration = new TreeMap<>(written);
    configuration.replace(
        "search_path",
        "from current",
        surrounding.names().path().stream().map(Identifier::quoted).collect(joining(", ")));
    return configuration;
  }

  /// A function with `OUT` arguments returns their types.
  private static @Nullable TypeName returned(
      ObjectName name, List<Argument> arguments, List<Argument> table) {
    if (name.kind() != ObjectKind.FUNCTION || !table.isEmpty()) {
      return null;
    }
    var out = arguments.stream().filter(a -> a.mode().endsWith("out")).toList();
    return switch (out.size()) {
      case 0 -> null;
      case 1 -> out.getFirst().type();
      default -> TypeName.of("record");
    };
  }

  private Argument resolved(Argument argument) {
    return new Argument(
        argument.name(),
        argument.mode(),
        unlimited(surrounding.names().type(argument.type())),
        surrounding.expressions().optional(argument.defaultValue()));
  }

  /// PostgreSQL forgets lengths and the number of dimensions.
  private static TypeName unlimited(TypeName type) {
    return new TypeName(
        type.name(), List.of(), Math.min(type.arrayDimensions(), 1), type.setOf(), type.columnOf());
  }

  /// The name that a new routine gets, with the types that identify a routine, qualified:
  /// `(public.status, integer)`.
  static ObjectName name(CreatesRoutine creates, NameResolution names) {
    var types =
        creates.arguments().stream()
            .filter(a -> !a.mode().equals("out") && !a.mode().equals("table"))
            .map(a -> bare(names.identifying(a.type())).text())
            .collect(joining(", ", "(", ")"));
    return ObjectName.routine(
        creates.routine().kind(), names.created(creates.routine().name()), types);
  }

  private static TypeName bare(TypeName type) {
    var dimensions = Math.min(type.arrayDimensions(), 1);
    return new TypeName(type.name(), List.of(), dimensions, false, type.columnOf());
  }

  private static SortedMap<RoutineOption, String> options(
      Map<RoutineOption, String> written, String language) {
    var options = new TreeMap<>(written);
    STANDARD.forEach(options::remove);
    var cost = language.equals("c") || language.equals("internal") ? "1" : "100";
    options.remove(RoutineOption.COST, cost);
    return options;
  }

  private void alter(AltersRoutine alters) {
    var name = surrounding.names().routine(alters.routine());
    if (!(state.get(name) instanceof Routine routine)) {
      return;
    }
    var options = new TreeMap<>(routine.options());
    options.putAll(alters.options());
    var configuration = new TreeMap<>(routine.configuration());
    configuration(alters.configuration()).forEach((k, v) -> set(configuration, k, v));
    state.put(
        routine
            .copy()
            .options(options(options, routine.language()))
            .configuration(configuration)
            .routine());
  }

  /// `RESET` sets `default`, `RESET ALL` does so for all parameters.
  private static void set(SortedMap<String, String> configuration, String name, String value) {
    if (name.equals("all")) {
      configuration.clear();
    } else if (value.equals("default")) {
      configuration.remove(name);
    } else {
      configuration.put(name, value);
    }
  }

  /// Routines and aggregates that a call with this number of arguments may mean; all of the name if
  /// none fits.
  static List<ObjectName> called(SchemaState state, CallsRoutine call, NameResolution names) {
    var all = names.functions(call.routine());
    var fitting =
        all.stream()
            .filter(n -> !(state.get(n) instanceof Routine r) || fits(r, call.arguments()))
            .toList();
    return fitting.isEmpty() ? all : fitting;
  }

  /// A call gives a value for each argument but those of `OUT`; `CALL` for these, too.
  static boolean isGiven(Routine routine, Argument argument) {
    return !argument.mode().equals("out") || routine.name().kind() == ObjectKind.PROCEDURE;
  }

  static boolean fits(Routine routine, int given) {
    var least = 0;
    var most = 0;
    for (var argument : routine.arguments()) {
      if (argument.mode().equals("variadic")) {
        return given >= least;
      }
      if (isGiven(routine, argument)) {
        most++;
        least += argument.defaultValue() == null ? 1 : 0;
      }
    }
    return given >= least && given <= most;
  }
}
