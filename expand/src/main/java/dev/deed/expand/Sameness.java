package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How two values of a column are compared. `=` takes `1.0` and `1.00` for one, and `json` has
/// none: there the stored images are compared, so that no difference is lost.
///
/// @param byImage the stored images are compared
/// @param type of both values, without which images cannot be compared
/// @param uncut the type to which one of them may have been cast instead, `""` for none
record Sameness(boolean byImage, String type, String uncut) {

  /// By `=` alone.
  static Sameness equal(TypeName type) {
    return new Sameness(false, type.text(), "");
  }

  /// Equal values of these look the same.
  private static final Set<String> EXACT =
      Set.of(
          "boolean",
          "smallint",
          "integer",
          "bigint",
          "oid",
          "uuid",
          "text",
          "character varying",
          "character",
          "bit",
          "bit varying",
          "name",
          "date",
          "bytea",
          "time without time zone",
          "timestamp without time zone",
          "timestamp with time zone");

  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

  /// @param collation of the column, null for the default
  static Sameness of(Schema schema, TypeName type, @Nullable QualifiedName collation) {
    var uncut = Uncut.of(schema, type);
    return new Sameness(
        !isExact(schema, type) || collation != null,
        type.text(),
        uncut.name().equals(type.name()) ? "" : uncut.text());
  }

  private static boolean isExact(Schema schema, TypeName type) {
    if (type.arrayDimensions() > 0) {
      return false;
    }
    if (type.name().schema() == null) {
      return EXACT.contains(type.name().name());
    }
    if (schema.find(ObjectName.of(ObjectKind.DOMAIN, type.name())).orElse(null)
        instanceof DomainType domain) {
      return domain.collation() == null && isExact(schema, domain.base());
    }
    return schema.find(ObjectName.of(ObjectKind.TYPE, type.name())).orElse(null)
        instanceof EnumType;
  }

  /// A constant that is to be compared.
  String constant(String sql) {
    return byImage ? "(%s)::%s".formatted(sql, type) : sql;
  }

  /// A column's default. One of another type is given to the column by assignment, but not compared
  /// with it: `0` is a default of a `text`.
  ///
  /// @param sql the default's text
  String constant(String sql, Expression value) {
    return byImage || isOfAnyType(value) ? constant(sql) : "(%s)::%s".formatted(sql, type);
  }

  private boolean isOfAnyType(Expression value) {
    return value instanceof Constant constant
        && switch (constant.kind()) {
          case STRING, NULL -> true;
          case NUMBER -> NUMBERS.contains(type);
          case BOOLEAN -> type.equals("boolean");
          default -> false;
        };
  }

  private String image(String value) {
    return "ROW(%s)::record"
        .formatted(uncut.isEmpty() ? value : "(%s)::%s".formatted(value, uncut));
  }

  String differ(String left, String right) {
    return byImage
        ? "%s *<> %s".formatted(image(left), image(right))
        : "%s IS DISTINCT FROM %s".formatted(left, right);
  }

  String same(String left, String right) {
    return byImage
        ? "%s *= %s".formatted(image(left), image(right))
        : "%s IS NOT DISTINCT FROM %s".formatted(left, right);
  }
}
