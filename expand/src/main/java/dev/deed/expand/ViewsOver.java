package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.Ordered;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.QueryTree.Sort;
import dev.deed.sql.expression.QueryTree.Target;
import dev.deed.sql.parse.QueryTrees;
import dev.deed.sql.schema.Relation.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Views over a column that gets a type of another kind. What gives its values gives the new ones;
/// what computes with them goes on with those that the column had.
final class ViewsOver {

  /// @param made the view as the switch makes it
  /// @param computing what computes with the old type and cannot be carried over; empty for nothing
  /// @param isKnown whether the view's query could be read
  record Carried(View view, View made, List<String> computing, boolean isKnown) {
    Carried {
      computing = List.copyOf(computing);
    }

    boolean isOver() {
      return !made.equals(view);
    }
  }

  private final OldValue before;

  /// Columns that give new values, of the table and of views.
  private final Map<QualifiedName, Set<String>> changed = new LinkedHashMap<>();

  private ViewsOver(OldValue before) {
    this.before = before;
  }

  /// @param views each after those that it reads
  static List<Carried> of(
      List<View> views, QualifiedName table, String column, @Nullable OldValue before) {
    if (before == null) {
      return views.stream().map(v -> new Carried(v, v, List.of(), true)).toList();
    }
    var over = new ViewsOver(before);
    over.changed.put(table, Set.of(column));
    return views.stream().map(over::carry).toList();
  }

  private Carried carry(View view) {
    var tree = QueryTrees.of(view.definition()).orElse(null);
    if (tree == null) {
      return new Carried(view, view, List.of(), false);
    }
    var scan = new ViewScan(before, name -> columns(view, name));
    var outputs = scan.query(tree, null);
    changed.put(view.qualifiedName(), ViewScan.named(outputs, view.columns()));
    if (scan.computing().isEmpty()) {
      return new Carried(view, view, List.of(), true);
    }
    var text = over(view, tree).orElse(null);
    return text == null
        ? new Carried(view, view, scan.computing(), true)
        : new Carried(view, view.with(view.query().renamed(text), view.columns()), List.of(), true);
  }

  /// The view's query may name a relation without its schema.
  private Set<String> columns(View view, QualifiedName name) {
    return changed.entrySet().stream()
        .filter(e ->
            e.getKey().name().equals(name.name())
                && (name.schema() == null || name.schema().equals(e.getKey().schema()))
                && view.reads().stream()
                    .anyMatch(r -> r.kind().isRelation() && r.name().equals(e.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Set.of());
  }

  /// A query over one relation, without queries in it. What is not written again: common table
  /// expressions, ties and locks.
  private static boolean hasMore(Ordered ordered) {
    return !ordered.with().isEmpty() || ordered.ties() || !ordered.locks().isEmpty();
  }

  private Optional<String> over(View view, QueryTree tree) {
    var select =
        switch (tree) {
          case Select plain -> plain;
          case Ordered ordered when ordered.body() instanceof Select plain -> plain;
          default -> null;
        };
    if (select == null
        || !select.distinctOn().isEmpty()
        || select.from().size() != 1
        || !(select.from().getFirst() instanceof From.Relation relation)
        || !relation.alias().columns().isEmpty()
        || (tree instanceof Ordered ordered && hasMore(ordered))) {
      return Optional.empty();
    }
    var names = columns(view, relation.name());
    var writer = new Writer(before, names);
    var order = tree instanceof Ordered ordered ? ordered.order() : List.<Sort>of();
    var text = writer.select(select, relation, order);
    if (tree instanceof Ordered ordered) {
      text +=
          writer.clause(" LIMIT ", ordered.limit()) + writer.clause(" OFFSET ", ordered.offset());
    }
    return writer.isWhole ? Optional.of(text) : Optional.empty();
  }

  private static final class Writer {

    private final OldValue before;
    private final Set<String> names;
    private boolean isWhole = true;

    Writer(OldValue before, Set<String> names) {
      this.before = before;
      this.names = names;
    }

    String select(Select select, From.Relation relation, List<Sort> order) {
      var sorted =
          order.stream()
              .map(sort -> new Sort(over(sort.value()), sort.descending(), sort.nullsFirst()))
              .map(
                  sort -> Expressions.sql(sort.value()) + sort.direction().toUpperCase(Locale.ROOT))
              .toList();
      return "SELECT %s%s FROM %s%s%s%s%s%s%s"
          .formatted(
              select.distinct() ? "DISTINCT " : "",
              select.targets().stream().map(this::target).collect(Collectors.joining(", ")),
              relation.only() ? "ONLY " : "",
              relation.name().quoted(),
              relation.alias().alias() == null
                  ? ""
                  : " AS " + Identifier.quoted(relation.alias().alias()),
              clause(" WHERE ", select.where()),
              listed(" GROUP BY ", sql(select.groupBy())),
              clause(" HAVING ", select.having()),
              listed(" ORDER BY ", sorted));
    }

    private String target(Target target) {
      isWhole &= !target.name().isEmpty();
      return sql(target.value()) + " AS " + Identifier.quoted(target.name());
    }

    String clause(String words, @Nullable Expression expression) {
      return expression == null ? "" : words + sql(expression);
    }

    private static String listed(String words, List<String> texts) {
      return texts.isEmpty() ? "" : words + String.join(", ", texts);
    }

    private List<String> sql(List<Expression> expressions) {
      return expressions.stream().map(this::sql).toList();
    }

    private String sql(Expression expression) {
      return Expressions.sql(over(expression));
    }

    private Expression over(Expression expression) {
      isWhole &= !Expressions.hasQuery(expression);
      if (expression instanceof Column) {
        return expression;
      }
      var over = ViewScan.marked(expression, column -> names.contains(column.name()));
      for (var mark : List.copyOf(ViewScan.marks(over))) {
        var old = before.over(mark);
        var column = Conversion.column(ViewScan.unmarked(mark));
        over =
            old.isNeeded(over)
                ? Expressions.withColumn(old.in(over, mark + "."), mark + ".", column)
                : Expressions.withColumn(over, mark, column);
      }
      return over;
    }
  }
}
