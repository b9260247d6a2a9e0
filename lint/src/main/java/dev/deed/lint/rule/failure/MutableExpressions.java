package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Functions and conversions that are not immutable, where PostgreSQL takes only what is.
final class MutableExpressions implements Refusals {

  /// No function in `pg_catalog` of such a name is immutable, in any version from 14 on.
  private static final Set<String> MUTABLE =
      Set.of(
          ("array_to_json array_to_string clock_timestamp concat concat_ws convert_from convert_to"
                  + " current_database current_query current_schemas current_setting currval format"
                  + " gen_random_uuid has_table_privilege inet_client_addr json_build_array"
                  + " json_build_object jsonb_build_array jsonb_build_object lastval make_timestamptz"
                  + " nextval now random row_to_json set_config setval statement_timestamp timeofday"
                  + " to_char to_date to_json to_jsonb to_number transaction_timestamp txid_current"
                  + " uuidv4 uuidv7 random_normal version")
              .split(" "));

  /// Functions that are immutable only if the configuration is their first argument.
  private static final Set<String> CONFIGURED =
      Set.of("to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery");

  private static final Set<String> WORDS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "current_role",
          "user",
          "current_schema",
          "current_catalog");

  private static final String WITH_ZONE = "timestamp with time zone";
  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
  private static final Set<String> TIMES =
      Set.of(
          "date",
          "timestamp without time zone",
          "time without time zone",
          WITH_ZONE,
          "time with time zone");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return Kept.KINDS;
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    for (var kept : Kept.of(effect)) {
      if (kept.place().isImmutable) {
        for (var part : KeptExpressions.parts(kept.expression().tree())) {
          var mutable = mutable(part, new Types(effect, kept, known), known);
          if (!mutable.isEmpty()) {
            return refusal(kept, mutable);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(Kept kept, String mutable) {
    return Refusal.of(
        kept.span(),
        "%s must be immutable, and %s depends on more than its arguments"
            .formatted(kept.place().words, mutable),
        kept.place() == Kept.Place.GENERATION
            ? "use an immutable expression, or fill the column by a trigger"
            : "use an immutable expression: || for concat, AT TIME ZONE 'UTC' for a time with a zone");
  }

  /// What in the expression is not immutable, `""` for nothing.
  private static String mutable(Expression part, Types types, Known known) {
    return switch (part) {
      case Special special -> special(special, types);
      case Call call -> {
        var mutable = call(call, types);
        yield mutable.isEmpty() || KeptExpressions.isBuiltIn(call, known) ? mutable : "";
      }
      case Cast cast -> cast(cast, types);
      default -> "";
    };
  }

  private static String special(Special special, Types types) {
    if (WORDS.contains(special.word())) {
      return special.word().toUpperCase(Locale.ROOT);
    }
    return special.word().equals("extract")
            && !special.canonical().toLowerCase(Locale.ROOT).contains("epoch")
            && !special.arguments().isEmpty()
            && types.of(special.arguments().getLast()).equals(WITH_ZONE)
        ? "extract from " + WITH_ZONE
        : "";
  }

  private static String call(Call call, Types types) {
    var name = call.function().name();
    if (MUTABLE.contains(name)) {
      return name;
    }
    var arguments = call.arguments();
    if (CONFIGURED.contains(name) && arguments.size() == 1) {
      return name + " without a configuration";
    }
    return (name.equals("date_trunc") || name.equals("date_part"))
            && arguments.size() == 2
            && types.of(arguments.getLast().value()).equals(WITH_ZONE)
            && !isEpoch(arguments.getFirst().value())
        ? "%s of %s".formatted(name, WITH_ZONE)
        : "";
  }

  private static boolean isEpoch(Expression field) {
    return !(field instanceof Constant constant) || constant.value().equalsIgnoreCase("epoch");
  }

  private static String cast(Cast cast, Types types) {
    var from = types.of(cast.value());
    var to = cast.type();
    if (from.isEmpty()
        || !dev.deed.lint.rule.failure.Types.isBuiltIn(to)
        || to.arrayDimensions() > 0) {
      return "";
    }
    var name = to.name().name();
    var isMutable =
        from.equals(WITH_ZONE)
            ? !name.equals(WITH_ZONE) && (TIMES.contains(name) || TEXTS.contains(name))
            : (TEXTS.contains(from) && TIMES.contains(name))
                || (from.equals("date") && (TEXTS.contains(name) || name.equals(WITH_ZONE)))
                || (from.equals("timestamp without time zone")
                    && (TEXTS.contains(name) || name.equals(WITH_ZONE)));
    return isMutable ? "the cast from %s to %s".formatted(from, name) : "";
  }

  /// The types of columns, `""` for everything that is not a column with a plain built-in type.
  private record Types(Effect effect, Kept kept, Known known) {

    String of(Expression expression) {
      if (!(expression instanceof Column column) || kept.table() == null) {
        return "";
      }
      var path = column.path();
      return path.size() == 1 || (path.size() == 2 && path.getFirst().equals(kept.table().name()))
          ? column(kept.table(), column.name())
              .filter(this::isPlain)
              .map(t -> t.name().name())
              .orElse("")
          : "";
    }

    private boolean isPlain(TypeName type) {
      return dev.deed.lint.rule.failure.Types.isBuiltIn(type) && type.arrayDimensions() == 0;
    }

    private Optional<TypeName> column(QualifiedName table, String column) {
      if (effect instanceof CreatesTable creates) {
        return creates.definition().columns().stream()
            .filter(c -> c.name().equals(column))
            .flatMap(c -> Optional.ofNullable(c.type()).stream())
            .map(known::type)
            .findFirst();
      }
      return known.typeOf(table, column);
    }
  }
}
