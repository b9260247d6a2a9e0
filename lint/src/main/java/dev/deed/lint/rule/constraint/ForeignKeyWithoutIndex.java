package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Relation.Index;
import java.util.stream.Collectors;

/// Finds foreign keys that have no index on their columns at the end of the script.
final class ForeignKeyWithoutIndex implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    for (var resolved : view.read()) {
      for (var effect : resolved.statement().effects()) {
        check(effect, resolved, view);
      }
    }
  }

  private static void check(Effect effect, ResolvedStatement resolved, RuleView view) {
    switch (effect) {
      case CreatesTable creates ->
          creates
              .definition()
              .constraints()
              .forEach(c -> check(creates.table(), c, resolved, view));
      case AddsConstraint adds -> check(adds.table(), adds.constraint(), resolved, view);
      default -> {}
    }
  }

  private static void check(
      QualifiedName written, Constraint constraint, ResolvedStatement resolved, RuleView view) {
    var table = view.relation(resolved, written);
    if (!(constraint.rule() instanceof ForeignKey key)
        || !isThere(table, key, view)
        || view.catalog().indexes(table).stream().anyMatch(i -> finds(i, key))) {
      return;
    }
    var columns = key.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    var parent = view.relation(resolved, key.parent());
    view.report(
        constraint.span(),
        "each DELETE of a row of %s, and each change of its key, scans the whole of %s, because no index begins with %s"
            .formatted(parent.dotted(), table.dotted(), columns),
        advice(written, key, resolved, view),
        ObjectName.table(table),
        ObjectName.table(parent));
  }

  /// The advice: for a new table to build the index after it, for a table with rows to build it
  /// before the foreign key is added.
  private static String advice(
      QualifiedName table, ForeignKey key, ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    var resolvedTable = view.relation(resolved, table);
    var isNew = view.isNewRelation(resolvedTable);
    if (!isNew && isPartitioned(resolvedTable, view)) {
      return "build an index on (%s) first, concurrently on each partition: deed explain index-on-partitioned-table shows how"
          .formatted(String.join(", ", key.columns()));
    }
    var own = SafeSql.oneLine(view.text(statement.span())) + ";";
    var index =
        "CREATE INDEX%s %s ON %s %s;"
            .formatted(
                isNew ? "" : " CONCURRENTLY",
                SafeSql.name(table, key.columns(), "idx"),
                table.quoted(),
                SafeSql.list(key.columns()));
    if (isNew) {
      return "add an index\n" + own + "\n" + index;
    }
    var comesWithColumn =
        statement.effects().stream()
            .anyMatch(e -> e instanceof AddsColumn a && key.columns().contains(a.column().name()));
    return comesWithColumn
        ? "add an index after it\n" + own + "\n-- in a later migration\n" + index
        : "build an index first, in a migration before this one\n" + index;
  }

  /// PostgreSQL builds no index of a partitioned table concurrently.
  private static boolean isPartitioned(QualifiedName table, RuleView view) {
    return view.catalog().table(table).filter(t -> t.partitionBy() != null).isPresent();
  }

  /// A key that is not enforced is never searched by.
  private static boolean isThere(QualifiedName table, ForeignKey key, RuleView view) {
    return view.catalog().constraints(table).stream()
        .anyMatch(c ->
            c.enforced() && c.rule() instanceof ForeignKey k && k.columns().equals(key.columns()));
  }

  /// Whether the index begins with the columns, in any order, and covers all rows. The range of a
  /// `PERIOD` is searched for what overlaps it, as GiST does.
  private static boolean finds(Index index, ForeignKey key) {
    var columns = key.columns();
    if (index.where() != null || index.elements().size() < columns.size()) {
      return false;
    }
    var first = index.elements().subList(0, columns.size());
    for (var column : columns) {
      if (first.stream().noneMatch(e -> column.equals(e.column()))) {
        return false;
      }
    }
    return index.method().equals("btree")
        || index.method().equals("hash")
        || (key.period() && index.method().equals("gist"));
  }
}
