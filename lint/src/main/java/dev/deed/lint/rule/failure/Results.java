package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Routine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The types of what functions return: of PostgreSQL's own those that are met most in defaults.
final class Results {

  private static final TypeName MOMENT = TypeName.of("timestamp with time zone");

  private static final Map<String, TypeName> BUILT_IN =
      Map.of(
          "now", MOMENT,
          "clock_timestamp", MOMENT,
          "statement_timestamp", MOMENT,
          "transaction_timestamp", MOMENT,
          "gen_random_uuid", TypeName.of("uuid"),
          "nextval", TypeName.of("bigint"),
          "random", TypeName.of("double precision"));

  private static final Map<String, TypeName> SPECIAL =
      Map.of(
          "current_timestamp", MOMENT,
          "localtimestamp", TypeName.of("timestamp without time zone"),
          "current_date", TypeName.of("date"));

  private Results() {}

  /// Null if it is not certain.
  static @Nullable TypeName of(Expression value, Known known) {
    return switch (value) {
      case Special special -> SPECIAL.get(special.word());
      case Call call -> ofCall(call, known);
      default -> null;
    };
  }

  private static @Nullable TypeName ofCall(Call call, Known known) {
    var function = call.function();
    var builtIn = BUILT_IN.get(function.name());
    if (builtIn != null) {
      return function.schema() == null && known.catalog().hasOnlyBuiltIn(function.name())
          ? builtIn
          : null;
    }
    var all = known.catalog().certainlyAll(function);
    return all.size() == 1
            && known.catalog().find(all.getFirst()).orElse(null) instanceof Routine routine
            && routine.name().kind() == ObjectKind.FUNCTION
            && routine.returns() != null
            && !routine.returns().setOf()
        ? routine.returns()
        : null;
  }
}
