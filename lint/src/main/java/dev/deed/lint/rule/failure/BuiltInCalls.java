package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.expression.Expression.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which types PostgreSQL's own functions take, by their number of arguments and the argument's
/// place: measured on servers, with nulls for all other arguments. A type that fails there fails
/// next to any others.
final class BuiltInCalls {

  private record Place(String function, int arguments, int argument) {}

  /// Only places that do not take all types.
  private static final Map<Place, Set<String>> TAKEN = new HashMap<>();

  static {
    for (var line : ResourceText.lines("calls.txt")) {
      var parts = line.split(": ?", -1);
      var numbers = parts[0].split(" ");
      var types = parts[1].isEmpty() ? Set.<String>of() : Set.of(parts[1].split(", "));
      for (var function : parts[2].split(" ")) {
        TAKEN.put(
            new Place(function, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])), types);
      }
    }
  }

  /// All types that were measured.
  private static final Set<String> MEASURED =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision",
          "boolean",
          "text",
          "character varying",
          "character",
          "uuid",
          "json",
          "jsonb",
          "bytea",
          "date",
          "timestamp with time zone",
          "timestamp without time zone",
          "time without time zone",
          "interval",
          "inet",
          "xml",
          "text[]",
          "integer[]");

  /// Extensions that give no function of PostgreSQL's another meaning for types of PostgreSQL's.
  private static final Set<String> WITHOUT_OVERLOADS =
      Set.of(
          "btree_gin",
          "btree_gist",
          "citext",
          "fuzzystrmatch",
          "hstore",
          "ltree",
          "pg_stat_statements",
          "pg_trgm",
          "pgcrypto",
          "plpgsql",
          "postgres_fdw",
          "tablefunc",
          "unaccent",
          "uuid-ossp",
          "vector");

  private BuiltInCalls() {}

  /// The first argument that the function does not take, as `upper(integer)`.
  ///
  /// @param types of the arguments, `""` for any that is not known
  static Optional<String> wrong(Call call, List<String> types, Known known) {
    var function = call.function().name();
    for (var i = 0; i < types.size(); i++) {
      var taken = TAKEN.get(new Place(function, types.size(), i + 1));
      if (taken != null && !types.get(i).isEmpty() && !taken.contains(types.get(i))) {
        return KeptExpressions.isBuiltIn(call, known) && isPlain(call, known)
            ? Optional.of(types.get(i))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(Call call, Known known) {
    return !call.trailer().contains("within")
        && known.catalog().objects(ObjectKind.EXTENSION).stream()
            .allMatch(e -> WITHOUT_OVERLOADS.contains(e.name().name()));
  }

  /// Whether it was measured what takes the type.
  static boolean isMeasured(String type) {
    return MEASURED.contains(type);
  }
}
