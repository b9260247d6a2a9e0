package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ArrayQuery;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Exists;
import dev.deed.sql.expression.Expression.InQuery;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.QuantifiedQuery;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Expression.Subquery;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionSql;
import dev.deed.sql.expression.NormalForm;
import dev.deed.sql.expression.Query;
import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.expression.QueryTree.Combined;
import dev.deed.sql.expression.QueryTree.CommonTable;
import dev.deed.sql.expression.QueryTree.Ordered;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.QueryTree.Sort;
import dev.deed.sql.expression.QueryTree.Target;
import dev.deed.sql.expression.QueryTree.Values;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.parse.QueryTrees;
import dev.deed.sql.replay.QueryScope.Item;
import dev.deed.sql.replay.QueryScope.Output;
import dev.deed.sql.replay.QueryScope.Unclear;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One text for a query as a person writes it and as the server prints it: stars are spelled out,
/// every column has the item that it comes from, positions and aliases in `ORDER BY` and `GROUP BY`
/// are the expressions that they mean.
final class QueryForm {

  /// PostgreSQL allows no more in one query. Stars over stars would otherwise double their number
  /// with each view.
  static final int MOST_OUTPUTS = 1664;

  /// @param columns the names of the output
  record Form(String text, List<String> columns) {
    Form {
      columns = List.copyOf(columns);
    }
  }

  /// A part of the query in its normal text.
  record Part(String text, List<Output> outputs) {}

  /// Constructs of which the arguments are all.
  private static final Set<String> WHOLE =
      Set.of(
          "coalesce",
          "greatest",
          "least",
          "nullif",
          "position",
          "overlay",
          "substring",
          "trim",
          "extract",
          "grouping");

  private static final Set<String> GROUPS = Set.of("cube", "rollup", "grouping sets");

  private final SchemaState state;
  private final List<ObjectName> reads;
  private final QueryItems items;
  private final Map<String, Item> byTag = new HashMap<>();
  private final UnaryOperator<Expression> known;
  private final NormalForm normal = new NormalForm(this::typeOf);

  /// @param widths see `QueryWords`
  private QueryForm(
      SchemaState state,
      List<ObjectName> reads,
      List<Integer> widths,
      UnaryOperator<Expression> known) {
    this.state = state;
    this.reads = reads;
    this.known = known;
    this.items = new QueryItems(state, reads, widths, this);
  }

  /// @param columns the names of its output, empty for its own
  /// @param known spells what an extension brings as if it were in the search path
  /// @return empty if something in it cannot be placed for certain
  static Optional<Form> of(
      SchemaState state, View view, List<String> columns, UnaryOperator<Expression> known) {
    try {
      var tree = QueryTrees.of(view.definition());
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      var form = new QueryForm(state, view.reads(), view.query().widths(), known);
      var part = form.query(tree.get(), null, columns);
      return Optional.of(new Form(part.text(), part.outputs().stream().map(Output::name).toList()));
    } catch (Unclear _) {
      return Optional.empty();
    }
  }

  /// The columns of a query; none if something in it cannot be placed for certain.
  static List<Output> outputs(SchemaState state, List<ObjectName> reads, String query) {
    try {
      var form = new QueryForm(state, reads, List.of(), UnaryOperator.identity());
      var tree = QueryTrees.of(query);
      return tree.isEmpty() ? List.of() : form.query(tree.get(), null, List.of()).outputs();
    } catch (Unclear _) {
      return List.of();
    }
  }

  static QueryForm over(
      SchemaState state, List<ObjectName> reads, UnaryOperator<Expression> known) {
    return new QueryForm(state, reads, List.of(), known);
  }

  /// An expression over the columns of a table, with queries in it.
  static Optional<String> of(
      SchemaState state,
      Table table,
      Expression expression,
      List<ObjectName> reads,
      UnaryOperator<Expression> known) {
    try {
      var form = new QueryForm(state, reads, List.of(), known);
      var name = table.qualifiedName().name();
      var outputs = state.columns(table).stream().map(c -> new Output(c.part(), c.type())).toList();
      var item = form.item(name, name, false, false, outputs);
      var scope = new QueryScope(null);
      scope.add(item);
      scope.show(item.visible());
      return Optional.of(form.condition(expression, scope));
    } catch (Unclear _) {
      return Optional.empty();
    }
  }

  // Queries

  /// Without the names of its output, which stand elsewhere.
  Part part(QueryTree tree, @Nullable QueryScope scope) {
    return query(tree, scope, null);
  }

  static List<Output> renamed(List<Output> outputs, List<String> names) {
    var all = new ArrayList<Output>();
    for (var i = 0; i < outputs.size(); i++) {
      var name = i < names.size() ? names.get(i) : outputs.get(i).name();
      all.add(new Output(name, outputs.get(i).type()));
    }
    return all;
  }

  Item item(String name, String known, boolean isAlias, boolean isValue, List<Output> outputs) {
    var tag = name;
    for (var i = 1; byTag.containsKey(tag); i++) {
      tag = name + "_" + i;
    }
    var item = new Item(tag, known, isAlias, isValue, outputs);
    byTag.put(tag, item);
    return item;
  }

  /// @param names of the output, which are part of the text; null to leave them out
  private Part query(QueryTree tree, @Nullable QueryScope outer, @Nullable List<String> names) {
    return switch (tree) {
      case Ordered ordered -> ordered(ordered, outer, names);
      case Select select -> select(select, new QueryScope(outer), names, null);
      case Values values -> values(values, new QueryScope(outer));
      case Combined combined -> combined(combined, outer, names);
    };
  }

  private Part combined(
      Combined combined, @Nullable QueryScope outer, @Nullable List<String> names) {
    return combined(
        combined.operator(),
        query(combined.left(), outer, names),
        query(combined.right(), outer, null));
  }

  private static Part combined(String operator, Part left, Part right) {
    return new Part(
        "(" + left.text() + ") " + operator + " (" + right.text() + ")", left.outputs());
  }

  private Part values(Values values, QueryScope scope) {
    var rows = new ArrayList<String>();
    for (var row : values.rows()) {
      rows.add(
          "(" + row.stream().map(v -> value(v, scope)).collect(Collectors.joining(", ")) + ")");
    }
    var outputs = new ArrayList<Output>();
    for (var i = 1; i <= values.rows().getFirst().size(); i++) {
      outputs.add(new Output("column" + i, null));
    }
    return new Part("values " + String.join(", ", rows), outputs);
  }

  private Part ordered(Ordered ordered, @Nullable QueryScope outer, @Nullable List<String> names) {
    var scope = new QueryScope(outer);
    var text = new StringBuilder();
    for (var table : ordered.with()) {
      text.append(!text.isEmpty() ? ", " : ordered.recursive() ? "with recursive " : "with ");
      text.append(commonTable(table, scope, ordered.recursive()));
    }
    text.append(text.isEmpty() ? "" : " ");
    List<Output> outputs;
    var locks = "";
    if (ordered.body() instanceof Select select) {
      var own = new QueryScope(scope);
      var part = select(select, own, names, ordered.order());
      text.append(part.text());
      outputs = part.outputs();
      locks = QueryItems.locks(ordered.locks(), select.from(), own);
    } else {
      var part = query(ordered.body(), scope, names);
      text.append(part.text());
      outputs = part.outputs();
      text.append(orderOfCombined(ordered.order(), outputs));
    }
    if (ordered.limit() != null) {
      text.append(" limit ").append(condition(ordered.limit(), scope));
      text.append(ordered.ties() ? " with ties" : "");
    }
    if (ordered.offset() != null) {
      text.append(" offset ").append(condition(ordered.offset(), scope));
    }
    return new Part(text + locks, outputs);
  }

  private String commonTable(CommonTable table, QueryScope scope, boolean recursive) {
    if (recursive && table.query() instanceof Combined combined) {
      var first = query(combined.left(), scope, null);
      var columns = renamed(first.outputs(), table.columns());
      var own = defined(table, columns, scope);
      var next = query(combined.right(), scope, null);
      return text(table, own, combined(combined.operator(), first, next).text());
    }
    var part = query(table.query(), scope, null);
    var item = defined(table, renamed(part.outputs(), table.columns()), scope);
    return text(table, item, part.text());
  }

  private Item defined(CommonTable table, List<Output> outputs, QueryScope scope) {
    var item = item(table.name(), table.name(), true, false, outputs);
    scope.define(table.name(), item);
    return item;
  }

  private static String text(CommonTable table, Item item, String query) {
    var how = table.materialized();
    return item.tag()
        + names(item.outputs())
        + " as "
        + (how == null ? "" : how ? "materialized " : "not materialized ")
        + "("
        + query
        + ")";
  }

  static String names(List<Output> outputs) {
    return outputs.stream()
        .map(o -> Identifier.quoted(o.name()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String orderOfCombined(List<Sort> order, List<Output> outputs) {
    var sorts = new ArrayList<String>();
    for (var sort : order) {
      var position = position(sort.value(), outputs.size());
      if (position < 0 && sort.value() instanceof Column column && column.path().size() == 1) {
        position = outputs.stream().map(Output::name).toList().indexOf(column.name());
      }
      if (position < 0) {
        throw new Unclear();
      }
      sorts.add(position + 1 + sort.direction());
    }
    return sorts.isEmpty() ? "" : " order by " + String.join(", ", sorts);
  }

  /// From 0 on, -1 if it is not one.
  private static int position(Expression value, int columns) {
    if (value instanceof Constant constant && constant.kind() == ConstantKind.NUMBER) {
      if (!constant.value().matches("[0-9]{1,4}")) {
        throw new Unclear();
      }
      var position = Integer.parseInt(constant.value()) - 1;
      if (position < 0 || position >= columns) {
        throw new Unclear();
      }
      return position;
    }
    return -1;
  }

  // SELECT

  private Part select(
      Select select, QueryScope scope, @Nullable List<String> names, @Nullable List<Sort> order) {
    var from = new ArrayList<String>();
    for (var item : select.from()) {
      from.add(items.add(item, scope));
    }
    var targets = targets(select.targets(), scope);
    var outputs = new ArrayList<Output>();
    var list = new ArrayList<String>();
    for (var i = 0; i < targets.size(); i++) {
      var target = targets.get(i);
      var name = names != null && i < names.size() ? names.get(i) : target.name();
      var type = outputType(target.value(), scope);
      outputs.add(new Output(name, type));
      var text = value(target.value(), scope);
      list.add(
          names == null || text.endsWith("." + Identifier.quoted(name))
              ? text
              : text + " as " + Identifier.quoted(name));
    }
    var text = new StringBuilder("select ");
    if (!select.distinctOn().isEmpty()) {
      text.append("distinct on (").append(keys(select.distinctOn(), targets, scope)).append(") ");
    } else if (select.distinct()) {
      text.append("distinct ");
    }
    text.append(String.join(", ", list));
    text.append(from.isEmpty() ? "" : " from " + String.join(", ", from));
    if (select.where() != null) {
      text.append(" where ").append(condition(select.where(), scope));
    }
    if (!select.groupBy().isEmpty()) {
      text.append(" group by ").append(groups(select.groupBy(), targets, scope));
    }
    if (select.having() != null) {
      text.append(" having ").append(condition(select.having(), scope));
    }
    if (!select.windows().isEmpty()) {
      text.append(
          select.windows().stream()
              .map(window -> condition(window, scope))
              .collect(Collectors.joining(", ", " window ", "")));
    }
    if (order != null && !order.isEmpty()) {
      text.append(" order by ");
      text.append(
          order.stream()
              .map(sort -> key(sort.value(), targets, scope) + sort.direction())
              .collect(Collectors.joining(", ")));
    }
    return new Part(text.toString(), outputs);
  }

  /// Without stars.
  private List<Target> targets(List<Target> targets, QueryScope scope) {
    var all = new ArrayList<Target>();
    for (var target : targets) {
      if (!(target.value() instanceof Column column) || !column.name().equals("*")) {
        var name = target.alias() == null ? OutputName.of(target.value(), "") : target.alias();
        all.add(new Target(target.value(), target.alias(), name.isEmpty() ? "?column?" : name));
      } else if (column.path().size() == 1) {
        scope
            .visible()
            .forEach(v -> all.add(new Target(placed(v.column()), null, v.output().name())));
      } else {
        var item = scope.item(column.path().get(column.path().size() - 2));
        item.visible()
            .forEach(v -> all.add(new Target(placed(v.column()), null, v.output().name())));
      }
      if (all.size() > MOST_OUTPUTS) {
        throw new Unclear();
      }
    }
    return all;
  }

  /// A column that is resolved already.
  private static Expression placed(Column column) {
    return new Column(List.of("", column.path().getFirst(), column.path().getLast()));
  }

  private String keys(List<Expression> keys, List<Target> targets, QueryScope scope) {
    return keys.stream().map(k -> key(k, targets, scope)).collect(Collectors.joining(", "));
  }

  /// Of `ORDER BY` and `DISTINCT ON`: an output column's name comes before an input column's.
  private String key(Expression key, List<Target> targets, QueryScope scope) {
    var position = position(key, targets.size());
    if (position >= 0) {
      return value(targets.get(position).value(), scope);
    }
    if (key instanceof Column column && column.path().size() == 1) {
      var named = targets.stream().filter(t -> t.name().equals(column.name())).toList();
      if (!named.isEmpty()) {
        return value(named.getFirst().value(), scope);
      }
    }
    return value(key, scope);
  }

  /// An input column's name comes first.
  private String groups(List<Expression> keys, List<Target> targets, QueryScope scope) {
    return keys.stream().map(k -> group(k, targets, scope)).collect(Collectors.joining(", "));
  }

  private String group(Expression key, List<Target> targets, QueryScope scope) {
    return switch (key) {
      case Special sets when GROUPS.contains(sets.word()) ->
          sets.word() + " (" + groups(sets.arguments(), targets, scope) + ")";
      case Row row -> "(" + groups(row.fields(), targets, scope) + ")";
      case Column column
          when column.path().size() == 1
              && scope.visible().stream().anyMatch(v -> v.output().name().equals(column.name())) ->
          value(key, scope);
      default -> key(key, targets, scope);
    };
  }

  // Expressions

  /// A value whose type counts: an output column.
  private String value(Expression value, QueryScope scope) {
    var text = condition(value, scope);
    var isConstant =
        value instanceof Constant
            || (value instanceof Prefix prefix && prefix.operand() instanceof Constant);
    var type =
        value instanceof Cast cast
            ? isRow(cast.value()) ? null : known(type(cast.type()))
            : isConstant || isChoice(value) ? outputType(value, scope) : null;
    return type == null || text.endsWith("::" + type.text()) ? text : text + " :: " + type.text();
  }

  private static boolean isRow(Expression value) {
    return value instanceof Column column && column.name().equals("*");
  }

  /// Spelled as if what an extension brings were in the search path.
  private TypeName known(TypeName type) {
    return known.apply(new Cast(Special.DEFAULT, type)) instanceof Cast(var _, var own)
        ? own
        : type;
  }

  private static boolean isChoice(Expression value) {
    return value instanceof Case
        || (value instanceof Special special && WHOLE.contains(special.word()));
  }

  /// Null if it is not known.
  private @Nullable TypeName outputType(Expression value, QueryScope scope) {
    if (value instanceof Constant constant && constant.kind() != ConstantKind.NUMBER) {
      return constant.kind() == ConstantKind.BOOLEAN ? null : TypeName.of("text");
    }
    var resolved = resolved(value, scope);
    return resolved instanceof Column column ? declared(column) : normal.typeOf(resolved);
  }

  String condition(Expression expression, QueryScope scope) {
    return ExpressionSql.of(normal.of(resolved(expression, scope)));
  }

  private Expression resolved(Expression expression, QueryScope scope) {
    return ExpressionMap.apply(expression, part -> resolve(known.apply(part), scope));
  }

  private Expression resolve(Expression part, QueryScope scope) {
    return switch (part) {
      case Column column when column.path().getFirst().isEmpty() ->
          new Column(column.path().subList(1, 3));
      // A part may be passed twice.
      case Column column -> scope.resolved(column);
      // A whole row is cast to its own type.
      case Cast(Column row, var _) when row.name().equals("*") -> row;
      case Cast cast -> new Cast(cast.value(), type(cast.type()));
      case Call call ->
          new Call(
              routine(call.function()),
              call.arguments(),
              call.star(),
              call.trailer(),
              call.inTrailer());
      case Special special when !special.arguments().isEmpty() && !WHOLE.contains(special.word()) ->
          throw new Unclear();
      case Subquery subquery -> new Subquery(query(subquery.query(), scope));
      case Exists exists ->
          new Exists(written(exists.query(), withoutTargets(tree(exists.query())), scope));
      case ArrayQuery array -> new ArrayQuery(query(array.query(), scope));
      case InQuery in -> new InQuery(in.operand(), query(in.query(), scope), in.negated());
      case QuantifiedQuery q ->
          new QuantifiedQuery(q.left(), q.operator(), q.all(), query(q.query(), scope));
      default -> part;
    };
  }

  private Query query(Query query, QueryScope scope) {
    return written(query, tree(query), scope);
  }

  private Query written(Query query, QueryTree tree, QueryScope scope) {
    return new Query(query.span(), List.of(), null, part(tree, scope).text(), null);
  }

  private static QueryTree tree(Query query) {
    return query.tree() == null
        ? QueryTrees.of(query.canonical()).orElseThrow(Unclear::new)
        : query.tree();
  }

  /// `EXISTS` asks for rows, whatever is in them. A call may make some, or one of many.
  private static QueryTree withoutTargets(QueryTree tree) {
    return switch (tree) {
      case Select select when isPlain(select) ->
          new Select(
              false,
              List.of(),
              List.of(),
              select.from(),
              select.where(),
              List.of(),
              null,
              List.of());
      case Ordered ordered
          when ordered.order().isEmpty() && ordered.limit() == null && ordered.offset() == null ->
          new Ordered(
              ordered.recursive(),
              ordered.with(),
              withoutTargets(ordered.body()),
              List.of(),
              null,
              null,
              false,
              ordered.locks());
      default -> tree;
    };
  }

  private static boolean isPlain(Select select) {
    return select.groupBy().isEmpty()
        && select.having() == null
        && select.targets().stream()
            .map(Target::value)
            .allMatch(value -> value instanceof Column || value instanceof Constant);
  }

  private QualifiedName routine(QualifiedName name) {
    return name.schema() == null ? named(name, true) : name;
  }

  /// As the state knows it.
  TypeName type(TypeName type) {
    return type.name().schema() == null && type.columnOf() == null
        ? new TypeName(
            named(type.name(), false), type.modifiers(), type.arrayDimensions(), type.setOf(), null)
        : type;
  }

  private QualifiedName named(QualifiedName name, boolean isRoutine) {
    var found =
        reads.stream()
            .filter(r ->
                isRoutine
                    ? r.kind().isRoutine()
                    : r.kind() == ObjectKind.TYPE || r.kind() == ObjectKind.TABLE)
            .map(ObjectName::name)
            .filter(n -> n.name().equals(name.name()))
            .distinct()
            .toList();
    return found.size() == 1 ? found.getFirst() : name;
  }

  /// In an expression, a value of a domain is one of the type under it.
  private @Nullable TypeName typeOf(Column column) {
    var type = declared(column);
    return type == null ? null : known(BaseType.of(state, type));
  }

  private @Nullable TypeName declared(Column column) {
    var item = byTag.get(column.path().getFirst());
    var output = item == null ? null : item.find(column.name());
    return output == null ? null : output.type();
  }
}
