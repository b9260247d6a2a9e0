package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// Finds `CREATE INDEX CONCURRENTLY IF NOT EXISTS`, which accepts an invalid index.
final class InvalidIndexLeftover implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var name = index.name();
    // In a migration, deed itself drops what a failed build left, and verifies the index.
    if (view.byEngine()
        || view.isWrapped()
        || !index.concurrently()
        || !index.ifNotExists()
        || name == null) {
      return;
    }
    var table = view.relation(index.table());
    var quoted = SafeSql.beside(index.table(), Identifier.quoted(name));
    var create =
        SafeSql.oneLine(view.text(view.statement().span()))
            .replaceFirst("(?i)\\s+IF\\s+NOT\\s+EXISTS\\b", "");
    view.report(
        index.span(),
        "if an earlier build failed, %s exists but is invalid: this statement then leaves it invalid and reports success"
            .formatted(quoted),
        "drop an index that may have been left, then build it\nDROP INDEX CONCURRENTLY IF EXISTS %s;\n%s;"
            .formatted(quoted, create),
        ObjectName.table(table));
  }
}
