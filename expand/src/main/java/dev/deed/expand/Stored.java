package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Schema;
import java.util.List;

/// A value of a column in another table, for some time. An enum's is text there: its type must be
/// free to go.
record Stored(TableColumn column, boolean asText) {

  static Stored of(Schema schema, TableColumn column) {
    return new Stored(
        column,
        schema.find(ObjectName.of(ObjectKind.TYPE, column.type().name())).orElse(null)
            instanceof EnumType);
  }

  private TypeName type() {
    return asText
        ? new TypeName(
            TypeName.of("text").name(), List.of(), column.type().arrayDimensions(), false, null)
        : column.type();
  }

  String quoted() {
    return Identifier.quoted(column.part());
  }

  /// @param value of the column, as SQL
  String in(String value) {
    return asText ? value + "::" + type().text() : value;
  }

  /// @param row the alias of the table where it is
  Expression out(String row) {
    var value = new Column(List.of(row, column.part()));
    return asText ? new Cast(value, column.type()) : value;
  }

  Sameness sameness(Schema schema) {
    return Sameness.of(schema, type(), column.storage().collation());
  }

  /// No value, of the type that it has there.
  String none() {
    var collation = column.storage().collation();
    return "NULL::%s%s AS %s"
        .formatted(
            type().text(), collation == null ? "" : " COLLATE " + collation.quoted(), quoted());
  }
}
