package dev.deed.sql.replay;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.ArrayQuery;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Exists;
import dev.deed.sql.expression.Expression.Field;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Expression.Subscript;
import org.jspecify.annotations.Nullable;

/// The name that PostgreSQL gives an expression without `AS`.
final class OutputName {

  private OutputName() {}

  /// @param otherwise the name if the expression suggests none
  static String of(Expression expression, String otherwise) {
    var name = suggested(expression);
    return name == null ? otherwise : name;
  }

  private static @Nullable String suggested(Expression expression) {
    return switch (expression) {
      case Column column -> column.name();
      case Call call -> call.function().name();
      case Special special -> special.word();
      case Field field -> field.name();
      case Subscript subscript -> suggested(subscript.value());
      case Collate collate -> suggested(collate.value());
      case Cast cast -> {
        var inner = suggested(cast.value());
        yield inner == null ? internalName(cast) : inner;
      }
      case Case cases -> {
        var inner = cases.otherwise() == null ? null : suggested(cases.otherwise());
        yield inner == null ? "case" : inner;
      }
      case ArrayOf _, ArrayQuery _ -> "array";
      case Row _ -> "row";
      case Exists _ -> "exists";
      default -> null;
    };
  }

  /// PostgreSQL uses its internal type names here.
  private static String internalName(Cast cast) {
    var name = cast.type().name().name();
    return switch (name) {
      case "smallint" -> "int2";
      case "integer" -> "int4";
      case "bigint" -> "int8";
      case "real" -> "float4";
      case "double precision" -> "float8";
      case "boolean" -> "bool";
      case "character varying" -> "varchar";
      case "character" -> "bpchar";
      case "bit varying" -> "varbit";
      case "timestamp with time zone" -> "timestamptz";
      case "timestamp without time zone" -> "timestamp";
      case "time with time zone" -> "timetz";
      case "time without time zone" -> "time";
      default -> name;
    };
  }
}
