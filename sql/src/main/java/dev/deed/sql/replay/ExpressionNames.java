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
/// the state knows them. Built-in types and operators are left out.
///
/// @param fields names after a point: those of columns, or of functions that take the row
/// @param innerFields the same after an expression of any row type
record ExpressionNames(
    Set<String> columns,
    Set<String> fields,
    Set<String> innerFields,
    Set<QualifiedName> functions,
    Set<QualifiedName> types,
    Set<QualifiedName> relations,
    Set<QualifiedName> collations,
    Set<QualifiedName> operators,
    Set<ObjectName> textSearch) {

  static ExpressionNames in(Expression expression) {
    var names =
        new ExpressionNames(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    ExpressionMap.apply(
        expression,
        e -> {
          names.add(e);
          return e;
        });
    return names;
  }

  private void add(Expression expression) {
    switch (expression) {
      case Column column -> {
        columns.add(column.name());
        if (column.path().size() > 1) {
          fields.add(column.name());
        }
      }
      case Field(Column(var path), var name) when path.size() == 1 -> {
        fields.add(name);
        innerFields.add(name);
      }
      case Field(_, var name) -> innerFields.add(name);
      case Call call -> functions.add(call.function());
      case Cast(Constant constant, var type) when type.isBuiltIn("regclass") ->
          relations.add(RelationLiteral.parse(constant.value()));
      case Cast(Constant constant, var type) when type.isBuiltIn("regconfig") ->
          textSearch(ObjectKind.TEXT_SEARCH_CONFIGURATION, constant);
      case Cast(Constant constant, var type) when type.isBuiltIn("regdictionary") ->
          textSearch(ObjectKind.TEXT_SEARCH_DICTIONARY, constant);
      case Cast cast -> {
        if (!BuiltIns.isType(cast.type().name().name())) {
          types.add(cast.type().name());
        }
      }
      case Collate collate -> collations.add(collate.collation());
      case Prefix prefix -> operator(prefix.operator());
      case Binary binary -> operator(binary.operator());
      case Quantified quantified -> operator(quantified.operator());
      default -> {}
    }
  }

  private void textSearch(ObjectKind kind, Constant constant) {
    textSearch.add(ObjectName.of(kind, RelationLiteral.parse(constant.value())));
  }

  private void operator(QualifiedName operator) {
    if (!BuiltIns.isOperator(operator.name())) {
      operators.add(operator);
    }
  }
}
