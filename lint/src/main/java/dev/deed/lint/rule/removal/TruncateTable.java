package dev.deed.lint.rule.removal;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds `TRUNCATE`.
final class TruncateTable implements EffectCheck<TruncatesTable> {

  private static final int BATCH = 1000;

  @Override
  public void check(TruncatesTable truncate, RuleView view) {
    var table = view.relation(truncate.relation());
    if (!view.hasRows(truncate.relation()) || view.undoes(ObjectName.table(table))) {
      return;
    }
    var emptied = new LinkedHashSet<QualifiedName>();
    if (truncate.cascade()) {
      addReferring(table, view.catalog(), emptied);
      emptied.remove(table);
    }
    var about = new ArrayList<>(List.of(ObjectName.table(table)));
    emptied.forEach(other -> about.add(ObjectName.table(other)));
    view.report(truncate.span(), message(truncate, table, emptied), advice(truncate, view), about);
  }

  private static void addReferring(QualifiedName table, Catalog catalog, Set<QualifiedName> found) {
    for (var key : catalog.foreignKeysTo(table)) {
      if (found.add(key.relation())) {
        addReferring(key.relation(), catalog, found);
      }
    }
  }

  private static String message(
      TruncatesTable truncate, QualifiedName table, Set<QualifiedName> emptied) {
    var others =
        emptied.isEmpty()
            ? truncate.cascade() ? " and of every table that references it" : ""
            : emptied.stream()
                .map(QualifiedName::dotted)
                .collect(Collectors.joining(", ", " and of ", ""));
    return "all rows of %s%s are lost; reads and writes wait until the transaction ends"
        .formatted(table.dotted(), others);
  }

  private static String advice(TruncatesTable truncate, RuleView view) {
    var table = truncate.relation().quoted();
    var key = key(view.relation(truncate.relation()), view.catalog());
    return "delete the rows that are not needed, a few thousand at a time, until none are left\n"
        + "DELETE FROM %s WHERE %s IN (SELECT %s FROM %s ORDER BY %s LIMIT %d);"
            .formatted(table, key.contains(",") ? "(" + key + ")" : key, key, table, key, BATCH);
  }

  private static String key(QualifiedName table, Catalog catalog) {
    return catalog.constraints(table).stream()
        .map(TableConstraint::rule)
        .filter(PrimaryKey.class::isInstance)
        .map(rule -> ((PrimaryKey) rule).columns())
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .map(columns -> SafeSql.list(columns).substring(1, SafeSql.list(columns).length() - 1))
        .orElse("ctid");
  }
}
