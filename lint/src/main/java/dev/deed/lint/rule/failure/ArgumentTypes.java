package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Routine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Calls where an argument has a type that no function of the name takes: of functions that only
/// the migrations create, and of PostgreSQL's own. For the former, types that PostgreSQL does not
/// convert by itself in a call are known for the plain built-in types only; anything else is taken
/// to fit.
final class ArgumentTypes {

  private static final Set<String> NUMBERS =
      Set.of("bigint", "numeric", "real", "double precision");

  /// For each type, those that its values become in a call, besides itself.
  private static final Map<String, Set<String>> CONVERTED =
      Map.ofEntries(
          Map.entry("boolean", Set.of()),
          Map.entry("integer", NUMBERS),
          Map.entry("bigint", Set.of("numeric", "real", "double precision")),
          Map.entry("numeric", Set.of("real", "double precision")),
          Map.entry("double precision", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("uuid", Set.of()),
          Map.entry("jsonb", Set.of()),
          Map.entry("bytea", Set.of()),
          Map.entry("date", Set.of("timestamp with time zone", "timestamp without time zone")),
          Map.entry("timestamp with time zone", Set.of()),
          Map.entry("timestamp without time zone", Set.of("timestamp with time zone")),
          Map.entry("interval", Set.of()));

  private static final String ENUM = "enum";
  private static final TypeName BOOLEAN = TypeName.of("boolean");

  private ArgumentTypes() {}

  /// @param reason without `this fails`
  record Wrong(String reason, String advice) {}

  /// What is wrong with this part of an expression itself, its own parts aside.
  ///
  /// @param types of columns, resolved; null for any that is not known
  static Optional<Wrong> wrong(
      Expression part, Function<Column, @Nullable TypeName> types, Known known) {
    if (!(part instanceof Call call)
        || call.star()
        || call.arguments().stream().anyMatch(a -> a.name() != null || a.variadic())
        || known.catalog().hasAny(ObjectKind.CAST)) {
      return Optional.empty();
    }
    var candidates = known.catalog().certainlyAll(call.function());
    if (candidates.isEmpty()) {
      return builtIn(call, types, known);
    }
    var given = call.arguments().stream().map(a -> plain(type(a.value(), types, known))).toList();
    var shown = given.stream().filter(t -> !t.isEmpty()).toList();
    return !shown.isEmpty() && candidates.stream().allMatch(c -> takesNot(c, given, known))
        ? Optional.of(
            new Wrong(
                "no function %s takes %s in this place, and PostgreSQL does not convert it in a call"
                    .formatted(call.function().dotted(), String.join(", ", shown)),
                "write a cast to the type that the function takes"))
        : Optional.empty();
  }

  private static Optional<Wrong> builtIn(
      Call call, Function<Column, @Nullable TypeName> types, Known known) {
    var given =
        call.arguments().stream().map(a -> measured(type(a.value(), types, known), known)).toList();
    return BuiltInCalls.wrong(call, given, known)
        .map(type ->
            new Wrong(
                "no function %s with %s takes %s in this place"
                    .formatted(
                        call.function().name(),
                        given.size() == 1 ? "1 argument" : given.size() + " arguments",
                        type.equals(ENUM) ? "an enum" : type),
                "write a cast to a type that the function takes, or another function"));
  }

  private static @Nullable TypeName type(
      Expression value, Function<Column, @Nullable TypeName> types, Known known) {
    return switch (value) {
      case Column column -> types.apply(column);
      case Cast cast -> known.type(cast.type());
      case Constant constant when constant.kind() == ConstantKind.BOOLEAN -> BOOLEAN;
      case Constant constant when constant.kind() == ConstantKind.NUMBER ->
          number(constant.value());
      default -> null;
    };
  }

  private static @Nullable TypeName number(String value) {
    return value.matches("\\d{1,9}")
        ? TypeName.of("integer")
        : value.matches("\\d*\\.\\d+") ? TypeName.of("numeric") : null;
  }

  /// The name of a type of which it is known what takes it, else `""`.
  private static String measured(@Nullable TypeName type, Known known) {
    if (type == null || !Types.isClear(type)) {
      return "";
    }
    if (type.name().schema() != null) {
      return type.arrayDimensions() == 0 && Conversions.isEnum(type, known) ? ENUM : "";
    }
    var name = type.name().name() + (type.arrayDimensions() > 0 ? "[]" : "");
    return BuiltInCalls.isMeasured(name) ? name : "";
  }

  /// The name of a plain built-in type, else `""`.
  private static String plain(@Nullable TypeName type) {
    return type == null
        ? ""
        : CONVERTED.keySet().stream().filter(type::isBuiltIn).findFirst().orElse("");
  }

  private static boolean takesNot(ObjectName candidate, List<String> given, Known known) {
    var routines =
        known.catalog().routines(candidate.name()).stream()
            .filter(r -> r.name().equals(candidate))
            .toList();
    return routines.size() == 1 && takesNot(routines.getFirst(), given);
  }

  private static boolean takesNot(Routine routine, List<String> given) {
    var parameters =
        routine.arguments().stream()
            .filter(a -> !a.mode().equals("out") && !a.mode().equals("table"))
            .toList();
    if (parameters.stream().anyMatch(a -> a.mode().equals("variadic"))
        || given.size() > parameters.size()) {
      return false;
    }
    for (var i = 0; i < given.size(); i++) {
      var from = given.get(i);
      var to = plain(parameters.get(i).type());
      if (!from.isEmpty()
          && !to.isEmpty()
          && !from.equals(to)
          && !CONVERTED.getOrDefault(from, Set.of(to)).contains(to)) {
        return true;
      }
    }
    return false;
  }
}
