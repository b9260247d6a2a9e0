package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import org.jspecify.annotations.Nullable;

/// Maps each name and expression in an object to its new form.
interface NameMap {

  ObjectName object(ObjectName name);

  QualifiedName relation(QualifiedName name);

  QualifiedName type(QualifiedName name);

  QualifiedName routine(QualifiedName name);

  String column(QualifiedName table, String column);

  /// @param table the table whose columns the expression may name, or the name of the domain or
  ///   routine
  ExpressionText expression(QualifiedName table, ExpressionText expression);

  /// A query or a definition of which only the text is known.
  String text(String canonical);

  /// The definition of statistics, which names the table's columns: `on a, b from t`.
  default String statistics(QualifiedName table, String canonical) {
    return canonical;
  }

  /// The same, where a relation is named only behind `FROM`.
  default String statistics(String canonical) {
    return text(canonical);
  }

  /// What a publication has of a table: `(a, b) WHERE (a > 0)`.
  default String published(QualifiedName table, String what) {
    return what;
  }

  default @Nullable QualifiedName collation(@Nullable QualifiedName name) {
    return name == null ? null : object(ObjectName.of(ObjectKind.COLLATION, name)).name();
  }

  default TypeName type(TypeName type) {
    var name = type(type.name());
    return name.equals(type.name())
        ? type
        : new TypeName(
            name, type.modifiers(), type.arrayDimensions(), type.setOf(), type.columnOf());
  }

  default @Nullable ExpressionText optional(
      QualifiedName table, @Nullable ExpressionText expression) {
    return expression == null ? null : expression(table, expression);
  }
}
