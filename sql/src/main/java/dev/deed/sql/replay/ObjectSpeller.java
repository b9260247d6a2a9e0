package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionSql;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.NormalForm;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.SharedTexts;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a snapshot's expressions: as SQL to be run, and in normal form to be compared.
public final class ObjectSpeller implements NameMap {

  private final SchemaState state;
  private final Set<String> extensionSchemas = new HashSet<>();
  private final SharedTexts texts = new SharedTexts();

  public ObjectSpeller(SchemaState state) {
    this.state = state;
    for (var object : state.objects()) {
      if (object instanceof SchemaObject.Extension extension && extension.schema() != null) {
        extensionSchemas.add(extension.schema());
      }
    }
  }

  /// An expression that is not from a statement.
  static ExpressionText text(Expression tree) {
    var sql = ExpressionSql.of(tree);
    return new ExpressionText(tree, sql, sql, Span.NONE);
  }

  /// An expression of which only the text is known, with its enclosing parentheses.
  static ExpressionText unread(String canonical) {
    var inner = canonical.substring(1, canonical.length() - 1);
    var tree = new Expression.Special("expression", List.of(), inner);
    return new ExpressionText(tree, inner, inner, Span.NONE);
  }

  /// The normal text of one expression over a table's columns.
  static String normal(SchemaState state, QualifiedName table, ExpressionText expression) {
    return new ObjectSpeller(state).expression(table, expression).canonical();
  }

  public SchemaObject of(SchemaObject object) {
    var spelled = new ObjectRewriter(this).of(object);
    if (spelled instanceof TableColumn column && column.defaultValue() != null) {
      return withDefault(column, column.defaultValue());
    }
    if (spelled instanceof Policy policy) {
      return policy.withTexts(
          withQueries(policy, policy.using()), withQueries(policy, policy.check()));
    }
    if (spelled instanceof View view) {
      return withNormalText(view);
    }
    if (spelled instanceof Routine routine) {
      return routine
          .copy()
          .arguments(routine.arguments().stream().map(a -> withDefault(routine, a)).toList())
          .body(
              StatementForm.of(state, routine, this::known1)
                  .map(routine.body()::withNormal)
                  .orElse(routine.body()))
          .routine();
    }
    if (spelled instanceof Rule rule) {
      return StatementForm.of(state, rule, this::known1).map(rule::withNormal).orElse(rule);
    }
    return spelled;
  }

  /// A query in it reads tables under names of its own.
  private @Nullable ExpressionText withQueries(Policy policy, @Nullable ExpressionText text) {
    var table = state.table(policy.relation());
    if (text == null || table == null || !text.canonical().contains("(select ")) {
      return text;
    }
    return QueryForm.of(state, table, text.tree(), policy.uses(), this::known1)
        .map(normal -> new ExpressionText(text.tree(), text.text(), normal, text.span()))
        .orElse(text);
  }

  private View withNormalText(View view) {
    var isNamed = !view.columns().contains("*") && !view.columns().contains("");
    return QueryForm.of(state, view, isNamed ? view.columns() : List.of(), this::known1)
        .map(form -> view.with(view.query().withNormal(form.text()), form.columns()))
        .orElse(view);
  }

  /// A default is a value of its column's type; `NULL` is the same as none.
  private TableColumn withDefault(TableColumn column, ExpressionText value) {
    var normal =
        normalForm(column.relation()).text(known(value.tree()), BaseType.of(state, column.type()));
    return column
        .copy()
        .defaultValue(
            normal == null
                ? null
                : new ExpressionText(value.tree(), value.text(), normal, value.span()))
        .column();
  }

  private Argument withDefault(Routine routine, Argument argument) {
    var value = argument.defaultValue();
    if (value == null) {
      return argument;
    }
    var normal =
        normalForm(routine.qualifiedName())
            .text(known(value.tree()), BaseType.of(state, argument.type()));
    return new Argument(
        argument.name(),
        argument.mode(),
        argument.type(),
        new ExpressionText(
            value.tree(), value.text(), normal == null ? "NULL" : normal, value.span()));
  }

  @Override
  public ExpressionText expression(QualifiedName table, ExpressionText expression) {
    return new ExpressionText(
        expression.tree(),
        texts.one(ExpressionSql.of(expression.tree())),
        texts.one(normalForm(table).text(known(expression.tree()))),
        expression.span());
  }

  private NormalForm normalForm(QualifiedName table) {
    return new NormalForm(column -> typeOf(table, column));
  }

  private @Nullable TypeName typeOf(QualifiedName table, Column column) {
    if (state.type(table) instanceof ObjectName type
        && state.get(type) instanceof DomainType domain
        && column.path().equals(List.of("value"))) {
      return BaseType.of(state, domain.base());
    }
    var known = state.column(table, column.name());
    return known == null ? null : BaseType.of(state, known.type());
  }

  /// The state does not know an extension's objects: a migration may find one in the search path
  /// where a dump gives its schema.
  private Expression known(Expression tree) {
    return extensionSchemas.isEmpty() ? tree : ExpressionMap.apply(tree, this::known1);
  }

  private Expression known1(Expression expression) {
    return switch (expression) {
      case Call call when isForeign(call.function()) && state.routines(call.function()).isEmpty() ->
          new Call(
              QualifiedName.of(call.function().name()),
              call.arguments(),
              call.star(),
              call.trailer(),
              call.inTrailer());
      case Cast cast -> new Cast(cast.value(), type(cast.type()));
      case Binary(var operator, var left, var right) when isForeignOperator(operator) ->
          new Binary(QualifiedName.of(operator.name()), left, right);
      case Prefix(var operator, var operand) when isForeignOperator(operator) ->
          new Prefix(QualifiedName.of(operator.name()), operand);
      case Quantified(var left, var operator, var all, var array)
          when isForeignOperator(operator) ->
          new Quantified(left, QualifiedName.of(operator.name()), all, array);
      default -> expression;
    };
  }

  private boolean isForeignOperator(QualifiedName operator) {
    return isForeign(operator) && state.operators(operator).isEmpty();
  }

  private boolean isForeign(QualifiedName name) {
    return name.schema() != null && extensionSchemas.contains(name.schema());
  }

  @Override
  public QualifiedName type(QualifiedName name) {
    var unknown = isForeign(name) && state.type(name) == null && state.relation(name) == null;
    return unknown ? QualifiedName.of(name.name()) : name;
  }

  @Override
  public ObjectName object(ObjectName name) {
    return name;
  }

  @Override
  public QualifiedName relation(QualifiedName name) {
    return name;
  }

  @Override
  public QualifiedName routine(QualifiedName name) {
    return name;
  }

  @Override
  public String column(QualifiedName table, String column) {
    return column;
  }

  @Override
  public String text(String canonical) {
    return canonical;
  }
}
