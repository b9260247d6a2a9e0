package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Types that a column's values, or its default, do not convert to.
final class TypeChanges implements Refusals {

  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Pattern INTEGER =
      Pattern.compile("\\s*[-+]?(\\d[\\d_]*|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)\\s*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\s*[-+]?(\\d[\\d_]*(\\.\\d*)?|\\.\\d+)(e[-+]?\\d+)?\\s*|\\s*[-+]?(nan|inf|infinity)\\s*|\\s*[-+]?0[xob][0-9a-f_]+\\s*");
  private static final Pattern BOOLEAN =
      Pattern.compile(
          "(?i)\\s*(t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1)\\s*");
  private static final Pattern UUID =
      Pattern.compile("(?i)\\s*\\{?([0-9a-f]{4}-?){7}[0-9a-f]{4}\\}?\\s*");

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AltersColumnType e -> altered(e, known);
      case SetsDefault e -> setsDefault(e, known);
      case AddsColumn e -> defaultOf(e.column(), known);
      case CreatesTable e -> {
        for (var column : e.definition().columns()) {
          var found = defaultOf(column, known);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  // Changed types

  private static Optional<Refusal> altered(AltersColumnType effect, Known known) {
    var column = known.column(effect.table(), effect.column());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    var from = column.get().type();
    var to = known.type(effect.type());
    if (!Conversions.isRefused(from, to, known)) {
      return Optional.empty();
    }
    if (effect.using() == null) {
      return Refusal.of(
          effect.span(),
          "%s is %s, and PostgreSQL does not convert it to %s by itself"
              .formatted(column.get().name().text(), from.text(), to.text()),
          "add USING with an expression of the new type: USING %s::%s"
              .formatted(Identifier.quoted(effect.column()), to.text()),
          column.get().name());
    }
    return defaultStays(effect, column.get(), to, known);
  }

  private static Optional<Refusal> defaultStays(
      AltersColumnType effect, TableColumn column, TypeName to, Known known) {
    var isChangedHere =
        known.subcommands(SetsDefault.class).anyMatch(d -> d.column().equals(effect.column()));
    var value = column.defaultValue();
    if (value == null
        || isChangedHere
        || (value.tree() instanceof Constant constant && constant.kind() == ConstantKind.NULL)) {
      return Optional.empty();
    }
    return Refusal.of(
        effect.span(),
        "%s has the default %s, which PostgreSQL does not convert to %s by itself"
            .formatted(column.name().text(), value.text(), to.text()),
        "write DROP DEFAULT before the change of the type, and SET DEFAULT with the new type after it",
        column.name());
  }

  // Defaults

  private static Optional<Refusal> setsDefault(SetsDefault effect, Known known) {
    var isRetyped =
        known
            .subcommands(TableEffect.AltersColumnType.class)
            .anyMatch(t -> t.column().equals(effect.column()));
    return isRetyped
        ? Optional.empty()
        : known
            .column(effect.table(), effect.column())
            .flatMap(c -> value(c.type(), effect.value(), effect.span(), known));
  }

  private static Optional<Refusal> defaultOf(Column column, Known known) {
    return column.type() == null
        ? Optional.empty()
        : value(known.type(column.type()), column.defaultValue(), column.span(), known)
            .or(() -> names(column));
  }

  /// A default cannot name other columns.
  private static Optional<Refusal> names(Column column) {
    var names = Columns.in(column.defaultValue());
    return names.isEmpty()
        ? Optional.empty()
        : Refusal.of(
            column.span(),
            "the default of %s names the column %s"
                .formatted(column.name(), names.iterator().next()),
            "write a string in single quotes, or a generated column");
  }

  static Optional<Refusal> value(
      TypeName type, @Nullable ExpressionText value, Span span, Known known) {
    if (value == null || !isRefused(type, value.tree(), known)) {
      return Optional.empty();
    }
    return Refusal.of(
        span,
        "the default %s is not a value of %s".formatted(value.text(), type.text()),
        "write a value of the column's type");
  }

  static boolean isRefused(TypeName type, Expression value, Known known) {
    if (type.arrayDimensions() > 0 || !Types.isClear(type)) {
      return false;
    }
    if (type.name().schema() != null) {
      return value instanceof Constant(var kind, var text)
          && kind == ConstantKind.STRING
          && Enums.of(type.name(), known).filter(e -> !isLabel(e, text)).isPresent();
    }
    return switch (value) {
      case Constant(var kind, var text) -> isRefused(type.name().name(), kind, text);
      case Expression.Cast(var _, var cast) ->
          !known.type(cast).equals(type) && Conversions.isRefused(known.type(cast), type, known);
      default -> false;
    };
  }

  private static boolean isLabel(EnumType type, String label) {
    return type.labels().contains(label);
  }

  private static boolean isRefused(String type, ConstantKind kind, String text) {
    return switch (kind) {
      case STRING -> isRefused(type, text);
      case BOOLEAN -> NUMBERS.contains(type) || type.equals("uuid") || type.startsWith("timestamp");
      case NUMBER ->
          Set.of("boolean", "uuid", "date", "jsonb", "json", "interval").contains(type)
              || type.startsWith("timestamp");
      case BITS, NULL -> false;
    };
  }

  private static boolean isRefused(String type, String text) {
    if (INTEGERS.contains(type)) {
      return !INTEGER.matcher(text).matches();
    }
    if (NUMBERS.contains(type)) {
      return !NUMBER.matcher(text).matches();
    }
    return switch (type) {
      case "boolean" -> !BOOLEAN.matcher(text).matches();
      case "uuid" -> !UUID.matcher(text).matches();
      default -> false;
    };
  }
}
