package dev.deed.expand;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Schema;

/// Constants as defaults: the migrations have `'ok'`, the catalogs `'ok'::mood`.
final class Presets {

  private Presets() {}

  /// Without a cast to the column's own type, where the value is the text itself: a default that
  /// names an enum would hold the enum back.
  static TableColumn plain(Schema schema, TableColumn column) {
    var preset = column.defaultValue();
    if (preset == null
        || !(preset.tree() instanceof Cast(var value, var type))
        || !isString(value)
        || !isSame(type, column.type())
        || !isText(schema, type)) {
      return column;
    }
    var text = Expressions.sql(value);
    return column
        .copy()
        .defaultValue(new ExpressionText(value, text, text, preset.span()))
        .column();
  }

  /// As an operand: a string alone takes the type that the expression around it asks for, and
  /// `'007'` is the number 7 in the column.
  static Expression typed(Schema schema, TableColumn column, Expression preset) {
    return isString(preset) && !isText(schema, column.type())
        ? new Cast(preset, column.type())
        : preset;
  }

  private static boolean isString(Expression expression) {
    return expression instanceof Constant(var kind, _) && kind == ConstantKind.STRING;
  }

  private static boolean isSame(TypeName type, TypeName columns) {
    return type.name().equals(columns.name())
        && type.arrayDimensions() == columns.arrayDimensions()
        && type.modifiers().isEmpty();
  }

  private static boolean isText(Schema schema, TypeName type) {
    return type.arrayDimensions() == 0
        && (type.isBuiltIn("text")
            || type.isBuiltIn("character varying")
            || schema.find(ObjectName.of(ObjectKind.TYPE, type.name())).orElse(null)
                instanceof EnumType);
  }
}
