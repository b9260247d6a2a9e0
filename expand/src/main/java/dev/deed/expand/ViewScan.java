package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.Query;
import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.expression.QueryTree.Combined;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.Ordered;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.QueryTree.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks in a query for what computes with columns whose type becomes another one. What only gives
/// their values, counts them or asks whether they are there takes values of any type.
final class ViewScan {

  /// In the place of such a column: no column has a name like this.
  static final String MARK = "deed\u0000";

  private final OldValue before;
  private final Function<QualifiedName, Set<String>> changed;
  private final List<String> computing = new ArrayList<>();

  /// @param changed the columns of a relation that get another type
  ViewScan(OldValue before, Function<QualifiedName, Set<String>> changed) {
    this.before = before;
    this.changed = changed;
  }

  /// @param isChanged it gives values of another type
  record Output(String name, boolean isChanged) {}

  /// What computes with such columns, as SQL.
  List<String> computing() {
    return computing;
  }

  /// The columns that a name may mean: those of the items in `FROM`, by alias.
  ///
  /// @param queries names that `WITH` defines
  record Scope(
      @Nullable Scope outer, Map<String, Set<String>> items, Map<String, Set<String>> queries) {

    Scope(@Nullable Scope outer) {
      this(outer, new HashMap<>(), outer == null ? new HashMap<>() : new HashMap<>(outer.queries));
    }

    boolean has(Column column) {
      var path = column.path();
      for (var scope = this; scope != null; scope = scope.outer) {
        if (path.size() == 1) {
          if (scope.items.values().stream().anyMatch(names -> names.contains(column.name()))) {
            return true;
          }
        } else if (scope.items.containsKey(path.get(path.size() - 2))) {
          return scope
              .items
              .getOrDefault(path.get(path.size() - 2), Set.of())
              .contains(column.name());
        }
      }
      return false;
    }
  }

  List<Output> query(QueryTree tree, @Nullable Scope outer) {
    return switch (tree) {
      case Select select -> select(select, new Scope(outer), List.of());
      case Ordered ordered -> ordered(ordered, outer);
      case Combined(_, var left, var right) -> combined(query(left, outer), query(right, outer));
      case Values(var rows) -> {
        var scope = new Scope(outer);
        rows.forEach(row -> row.forEach(value -> see(value, scope)));
        yield List.of();
      }
    };
  }

  private List<Output> ordered(Ordered ordered, @Nullable Scope outer) {
    var scope = new Scope(outer);
    for (var common : ordered.with()) {
      var names = named(query(common.query(), scope), common.columns());
      scope.queries().put(common.name(), names);
    }
    var order = ordered.order().stream().map(QueryTree.Sort::value).toList();
    return ordered.body() instanceof Select select
        ? select(select, new Scope(scope), order)
        : query(ordered.body(), scope);
  }

  /// Both sides must have one type.
  private List<Output> combined(List<Output> left, List<Output> right) {
    for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
      var first = i < left.size() && left.get(i).isChanged();
      var second = i < right.size() && right.get(i).isChanged();
      if (first != second) {
        computing.add("UNION, INTERSECT or EXCEPT");
      }
    }
    return left;
  }

  private List<Output> select(Select select, Scope scope, List<Expression> order) {
    select.from().forEach(item -> from(item, scope));
    var outputs = new ArrayList<Output>();
    for (var target : select.targets()) {
      if (target.value() instanceof Column column && column.name().equals("*")) {
        scope.items().values().stream()
            .flatMap(Set::stream)
            .forEach(name -> outputs.add(new Output(name, true)));
        continue;
      }
      see(target.value(), scope);
      outputs.add(
          new Output(target.name(), target.value() instanceof Column column && scope.has(column)));
    }
    Stream.of(select.distinctOn(), select.groupBy(), order)
        .flatMap(List::stream)
        .forEach(e -> see(e, scope));
    Stream.of(select.where(), select.having()).filter(e -> e != null).forEach(e -> see(e, scope));
    return outputs;
  }

  private void from(From item, Scope scope) {
    switch (item) {
      case From.Relation(var name, _, var alias) -> {
        var own =
            name.schema() == null && scope.queries().containsKey(name.name())
                ? scope.queries().getOrDefault(name.name(), Set.of())
                : changed.apply(name);
        if (!alias.columns().isEmpty() && !own.isEmpty()) {
          computing.add(name.dotted() + " with other names of columns");
        }
        scope.items().put(alias.alias() == null ? name.name() : alias.alias(), own);
      }
      case From.Derived(var query, var lateral, var alias) -> {
        var names = named(query(query, lateral ? scope : outside(scope)), alias.columns());
        scope.items().put(String.valueOf(alias.alias()), names);
      }
      case From.Function(var call, _, _) -> see(call, scope);
      case From.Join join -> {
        from(join.left(), scope);
        from(join.right(), scope);
        if (join.on() != null) {
          see(join.on(), scope);
        }
        join.using().stream()
            .filter(name -> scope.has(Conversion.column(name)))
            .forEach(name -> computing.add("USING (" + name + ")"));
        if (join.natural() && scope.items().values().stream().anyMatch(c -> !c.isEmpty())) {
          computing.add("NATURAL JOIN");
        }
      }
    }
  }

  private static Scope outside(Scope scope) {
    return new Scope(scope.outer(), new HashMap<>(), scope.queries());
  }

  /// Names of columns that give other values.
  static Set<String> named(List<Output> outputs, List<String> names) {
    var changed = new HashSet<String>();
    for (var i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).isChanged()) {
        changed.add(i < names.size() ? names.get(i) : outputs.get(i).name());
      }
    }
    return changed;
  }

  private void see(Expression expression, Scope scope) {
    if (expression instanceof Column) {
      return;
    }
    Expressions.any(
        expression,
        e -> {
          queriesOf(e).forEach(q -> nested(q, !(e instanceof Expression.Exists), scope));
          return false;
        });
    if (marks(marked(expression, scope::has)).stream()
            .anyMatch(mark -> before.over(mark).isNeeded(marked(expression, scope::has)))
        || hasWord(expression, scope)) {
      computing.add(Expressions.sql(expression));
    }
  }

  private void nested(Query query, boolean isUsed, Scope scope) {
    var tree = query.tree();
    if (tree == null) {
      if (words(scope).anyMatch(name -> Expressions.isWord(name, query.canonical()))) {
        computing.add(query.canonical());
      }
      return;
    }
    var outputs = query(tree, scope);
    if (isUsed && outputs.stream().anyMatch(Output::isChanged)) {
      computing.add(query.canonical());
    }
  }

  private static Stream<Query> queriesOf(Expression expression) {
    return switch (expression) {
      case Expression.Subquery(var query) -> Stream.of(query);
      case Expression.Exists(var query) -> Stream.of(query);
      case Expression.ArrayQuery(var query) -> Stream.of(query);
      case Expression.InQuery in -> Stream.of(in.query());
      case Expression.QuantifiedQuery any -> Stream.of(any.query());
      default -> Stream.of();
    };
  }

  /// A part that is known by its text only.
  private static boolean hasWord(Expression expression, Scope scope) {
    return Expressions.any(
        expression,
        e ->
            e instanceof Special special
                && special.arguments().isEmpty()
                && words(scope).anyMatch(name -> Expressions.isWord(name, special.canonical())));
  }

  private static Stream<String> words(Scope scope) {
    return scope.items().values().stream().flatMap(Set::stream);
  }

  // Marks

  /// With another name for each column that gets another type, except where it is counted.
  static Expression marked(Expression expression, Predicate<Column> changed) {
    return ExpressionMap.apply(
        expression,
        e ->
            switch (e) {
              case Column column when changed.test(column) ->
                  new Column(List.of(MARK + column.name()));
              case Call call
                  when call.function().name().equals("count") && call.arguments().size() == 1 ->
                  unmarked(call);
              default -> e;
            });
  }

  private static Expression unmarked(Call call) {
    var argument = call.arguments().getFirst();
    return argument.value() instanceof Column column && column.name().startsWith(MARK)
        ? new Call(
            call.function(),
            List.of(
                new Expression.Argument(
                    argument.name(), Conversion.column(unmarked(column.name())), false)),
            false,
            call.trailer(),
            call.inTrailer())
        : call;
  }

  static String unmarked(String mark) {
    return mark.substring(MARK.length());
  }

  static Set<String> marks(Expression expression) {
    var marks = new HashSet<String>();
    Expressions.any(
        expression,
        e -> {
          if (e instanceof Column column && column.name().startsWith(MARK)) {
            marks.add(column.name());
          }
          return false;
        });
    return marks;
  }
}
