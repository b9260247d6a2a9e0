package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;

/// Finds `CREATE INDEX` without a name.
final class UnnamedIndex implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    // With CONCURRENTLY, deed itself refuses an index without a name (unnamed-concurrent-index).
    if (index.name() != null || (index.concurrently() && view.byEngine())) {
      return;
    }
    var columns =
        index.elements().stream().flatMap(e -> Optional.ofNullable(e.column()).stream()).toList();
    var table = view.relation(index.table());
    var name = free(index, columns, table, view);
    view.report(
        index.span(),
        "PostgreSQL chooses the name of this index of %s, and another one if that is taken: a later migration that drops it has to guess the name"
            .formatted(table.dotted()),
        "give it a name\n" + SafeSql.inserted(view, name, "INDEX(?:\\s+CONCURRENTLY)?") + ";",
        ObjectName.table(table));
  }

  /// A name that no relation of the schema has.
  private static String free(
      CreatesIndex index, List<String> columns, QualifiedName table, RuleView view) {
    var name = SafeSql.name(index.table(), columns, "idx");
    for (var i = 1; isTaken(name, table, view); i++) {
      name = SafeSql.name(index.table(), columns, "idx" + i);
    }
    return name;
  }

  private static boolean isTaken(String quoted, QualifiedName table, RuleView view) {
    var name = quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
    return view.catalog().relationNamed(table.renamed(name)).isPresent();
  }
}
