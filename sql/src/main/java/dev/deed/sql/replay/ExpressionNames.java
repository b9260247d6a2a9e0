package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.Field;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.RelationLiteral;
import java.util.LinkedHashSet;
import java.util.Set;

/// The names in a resolved expression: columns by their last part, functions and types qualified if
/// the state knows them. Built-in types and operators are left out. Asked for every expression of
/// every statement, most of which name one or two things: a set is made for its first name.
final class ExpressionNames {

  private Set<String> columns = Set.of();
  private Set<String> fields = Set.of();
  private Set<String> innerFields = Set.of();
  private Set<QualifiedName> functions = Set.of();
  private Set<QualifiedName> types = Set.of();
  private Set<QualifiedName> relations = Set.of();
  private Set<QualifiedName> collations = Set.of();
  private Set<QualifiedName> operators = Set.of();
  private Set<ObjectName> textSearch = Set.of();

  private ExpressionNames() {}

  static ExpressionNames in(Expression expression) {
    var names = new ExpressionNames();
    ExpressionMap.apply(
        expression,
        e -> {
          names.add(e);
          return e;
        });
    return names;
  }

  Set<String> columns() {
    return columns;
  }

  /// Names after a point: those of columns, or of functions that take the row.
  Set<String> fields() {
    return fields;
  }

  /// The same after an expression of any row type.
  Set<String> innerFields() {
    return innerFields;
  }

  Set<QualifiedName> functions() {
    return functions;
  }

  Set<QualifiedName> types() {
    return types;
  }

  Set<QualifiedName> relations() {
    return relations;
  }

  Set<QualifiedName> collations() {
    return collations;
  }

  Set<QualifiedName> operators() {
    return operators;
  }

  Set<ObjectName> textSearch() {
    return textSearch;
  }

  private static <T> Set<T> with(Set<T> names, T name) {
    var more = names.isEmpty() ? new LinkedHashSet<T>(4) : names;
    more.add(name);
    return more;
  }

  private void add(Expression expression) {
    switch (expression) {
      case Column column -> {
        columns = with(columns, column.name());
        if (column.path().size() > 1) {
          fields = with(fields, column.name());
        }
      }
      case Field(Column(var path), var name) when path.size() == 1 -> {
        fields = with(fields, name);
        innerFields = with(innerFields, name);
      }
      case Field(_, var name) -> innerFields = with(innerFields, name);
      case Call call -> functions = with(functions, call.function());
      case Cast(Constant constant, var type) when type.isBuiltIn("regclass") ->
          relations = with(relations, RelationLiteral.parse(constant.value()));
      case Cast(Constant constant, var type) when type.isBuiltIn("regconfig") ->
          textSearch(ObjectKind.TEXT_SEARCH_CONFIGURATION, constant);
      case Cast(Constant constant, var type) when type.isBuiltIn("regdictionary") ->
          textSearch(ObjectKind.TEXT_SEARCH_DICTIONARY, constant);
      case Cast cast -> {
        if (!BuiltIns.isType(cast.type().name().name())) {
          types = with(types, cast.type().name());
        }
      }
      case Collate collate -> collations = with(collations, collate.collation());
      case Prefix prefix -> operator(prefix.operator());
      case Binary binary -> operator(binary.operator());
      case Quantified quantified -> operator(quantified.operator());
      default -> {}
    }
  }

  private void textSearch(ObjectKind kind, Constant constant) {
    textSearch = with(textSearch, ObjectName.of(kind, RelationLiteral.parse(constant.value())));
  }

  private void operator(QualifiedName operator) {
    if (!BuiltIns.isOperator(operator.name())) {
      operators = with(operators, operator);
    }
  }
}
