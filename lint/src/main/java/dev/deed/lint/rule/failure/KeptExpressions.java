package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ArrayQuery;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Exists;
import dev.deed.sql.expression.Expression.InQuery;
import dev.deed.sql.expression.Expression.QuantifiedQuery;
import dev.deed.sql.expression.Expression.Subquery;
import dev.deed.sql.expression.ExpressionMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the expressions that definitions keep may not have in them.
final class KeptExpressions implements Refusals {

  /// Every function in `pg_catalog` of such a name is an aggregate.
  private static final Set<String> AGGREGATES =
      Set.of(
          ("array_agg avg bit_and bit_or bool_and bool_or count every json_agg json_object_agg jsonb_agg"
                  + " jsonb_object_agg max min mode percentile_cont percentile_disc range_agg stddev"
                  + " stddev_pop stddev_samp string_agg sum var_pop var_samp variance xmlagg")
              .split(" "));

  /// Every function in `pg_catalog` of such a name returns a set.
  private static final Set<String> SETS =
      Set.of(
          ("generate_series generate_subscripts json_array_elements json_array_elements_text json_each"
                  + " json_each_text json_object_keys jsonb_array_elements jsonb_array_elements_text"
                  + " jsonb_each jsonb_each_text jsonb_object_keys jsonb_path_query regexp_matches"
                  + " regexp_split_to_table string_to_table unnest")
              .split(" "));

  private static final Pattern OVER = Pattern.compile("\\bover\\b");

  private static final Set<String> WINDOWS =
      Set.of("row_number", "ntile", "lag", "lead", "first_value", "last_value", "nth_value");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return Kept.KINDS;
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    for (var kept : Kept.of(effect)) {
      var found = of(kept, known);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> of(Kept kept, Known known) {
    for (var part : parts(kept.expression().tree())) {
      var found = part(part, kept, known);
      if (found.isPresent()) {
        return found;
      }
    }
    return condition(kept, known);
  }

  static List<Expression> parts(Expression expression) {
    var parts = new ArrayList<Expression>();
    ExpressionMap.apply(
        expression,
        part -> {
          parts.add(part);
          return part;
        });
    return parts;
  }

  private static Optional<Refusal> part(Expression part, Kept kept, Known known) {
    return switch (part) {
      case Subquery _, Exists _, InQuery _, ArrayQuery _, QuantifiedQuery _
          when kept.place() != Kept.Place.POLICY ->
          refused(kept, "a subquery", "use a function or a trigger for what needs other rows");
      case Call call -> call(call, kept, known);
      case Column column -> systemColumn(column, kept);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> refused(Kept kept, String what, String advice) {
    return Refusal.of(
        kept.span(), "%s cannot have %s in it".formatted(kept.place().words, what), advice);
  }

  private static Optional<Refusal> call(Call call, Kept kept, Known known) {
    var name = call.function().name();
    var isWindow = OVER.matcher(call.trailer()).find() || WINDOWS.contains(name);
    var isAggregate = AGGREGATES.contains(name);
    if (!(isWindow || isAggregate || SETS.contains(name)) || !isBuiltIn(call, known)) {
      return Optional.empty();
    }
    if (isWindow) {
      return refused(kept, "the window function " + name, "compute it in a query or a view");
    }
    return isAggregate
        ? refused(kept, "the aggregate " + name, "compute it in a query or a view")
        : refused(
            kept,
            "the function %s, which returns a set,".formatted(name),
            "use a function that returns one value");
  }

  /// Whether the call can only mean a function of PostgreSQL itself.
  static boolean isBuiltIn(Call call, Known known) {
    var schema = call.function().schema();
    return (schema == null || schema.equals("pg_catalog"))
        && known.catalog().hasOnlyBuiltIn(call.function().name());
  }

  private static Optional<Refusal> systemColumn(Column column, Kept kept) {
    var isForbidden =
        switch (kept.place()) {
          case CHECK, GENERATION, INDEX, PREDICATE, PARTITION_KEY ->
              Known.isSystemColumn(column.name())
                  && kept.table() != null
                  && !column.name().equals("tableoid");
          case DEFAULT, USING, TRIGGER, POLICY -> false;
        };
    return isForbidden
        ? refused(kept, "the system column " + column.name(), "name a column of the table")
        : Optional.empty();
  }

  // Conditions

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "||");

  private static Optional<Refusal> condition(Kept kept, Known known) {
    if (!kept.place().isCondition) {
      return Optional.empty();
    }
    var type = plainType(kept.expression().tree(), kept, known);
    return type.isEmpty()
        ? Optional.empty()
        : Refusal.of(
            kept.span(),
            "the condition of %s is %s, not boolean".formatted(kept.place().words, type),
            "write a comparison, or another expression that is true or false");
  }

  /// The type of an expression that is certainly not boolean, `""` for any other.
  private static String plainType(Expression tree, Kept kept, Known known) {
    return switch (tree) {
      case Expression.Constant constant when constant.kind() == Expression.ConstantKind.NUMBER ->
          "a number";
      case Expression.Binary binary
          when ARITHMETIC.contains(binary.operator().name())
              && !known.catalog().hasAny(dev.deed.sql.effect.ObjectKind.OPERATOR) ->
          "the result of " + binary.operator().name();
      case Column column when kept.table() != null && column.path().size() == 1 ->
          known
              .typeOf(kept.table(), column.name())
              .filter(t -> Types.isBuiltIn(t) && !t.isBuiltIn("boolean"))
              .map(t -> t.text())
              .orElse("");
      default -> "";
    };
  }
}
