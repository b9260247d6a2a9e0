package dev.deed.sql.parse;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The value of an expression that consists only of constants, as `EXECUTE` would run it.
final class DynamicSql {

  private static final Set<String> TEXTS = Set.of("text", "character varying", "name");

  private DynamicSql() {}

  /// Null if the value depends on anything other than the text.
  static @Nullable String constant(Expression expression) {
    return switch (expression) {
      case Constant(var kind, var value) when kind == ConstantKind.STRING -> value;
      case Cast(var value, var type)
          when TEXTS.contains(type.name().name()) && type.modifiers().isEmpty() ->
          constant(value);
      case Binary(var operator, var left, var right)
          when operator.name().equals("||") && !operator.isQualified() ->
          joined(constant(left), constant(right));
      case Call call when isPlain(call) -> called(call.function().name(), call.arguments());
      default -> null;
    };
  }

  private static boolean isPlain(Call call) {
    var schema = call.function().schema();
    return !call.star()
        && call.trailer().isEmpty()
        && (schema == null || schema.equals("pg_catalog"))
        && call.arguments().stream().allMatch(a -> a.name() == null && !a.variadic());
  }

  private static @Nullable String joined(@Nullable String left, @Nullable String right) {
    return left == null || right == null ? null : left + right;
  }

  private static @Nullable String called(String function, List<Expression.Argument> arguments) {
    var values = arguments.stream().map(a -> constant(a.value())).toArray(String[]::new);
    for (var value : values) {
      if (value == null) {
        return null;
      }
    }
    return switch (function) {
      case "format" -> values.length == 0 ? null : formatted(values);
      case "quote_ident" -> values.length == 1 ? Identifier.quoted(values[0]) : null;
      case "quote_literal" -> values.length == 1 ? literal(values[0]) : null;
      case "concat" -> String.join("", values);
      default -> null;
    };
  }

  private static String literal(String value) {
    var doubled = "'" + value.replace("'", "''") + "'";
    return value.indexOf('\\') < 0 ? doubled : " E" + doubled.replace("\\", "\\\\");
  }

  /// `%s`, `%I`, `%L` and `%%`, each for the next argument; positions and widths are not supported.
  private static @Nullable String formatted(String[] values) {
    var result = new StringBuilder();
    var format = values[0];
    var next = 1;
    for (var i = 0; i < format.length(); i++) {
      var c = format.charAt(i);
      if (c != '%') {
        result.append(c);
        continue;
      }
      var kind = ++i < format.length() ? format.charAt(i) : ' ';
      if (kind == '%') {
        result.append('%');
        continue;
      }
      var value = next < values.length ? filled(kind, values[next]) : null;
      if (value == null) {
        return null;
      }
      next++;
      result.append(value);
    }
    return result.toString();
  }

  private static @Nullable String filled(char kind, String value) {
    return switch (kind) {
      case 's' -> value;
      case 'I' -> Identifier.quoted(value);
      case 'L' -> literal(value);
      default -> null;
    };
  }
}
