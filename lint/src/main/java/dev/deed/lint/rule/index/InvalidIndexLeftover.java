package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// `CREATE INDEX CONCURRENTLY IF NOT EXISTS`, which takes an invalid index for a valid one.
final class InvalidIndexLeftover implements EffectLook<CreatesIndex> {

  @Override
  public void look(CreatesIndex index, Scene scene) {
    var name = index.name();
    // Deed drops what a failed build leaves behind, and verifies what it finds.
    if (scene.byEngine() || !index.concurrently() || !index.ifNotExists() || name == null) {
      return;
    }
    var table = scene.relation(index.table());
    var quoted = SafeSql.beside(index.table(), Identifier.quoted(name));
    var create =
        SafeSql.oneLine(scene.text(scene.statement().span()))
            .replaceFirst("(?i)\\s+IF\\s+NOT\\s+EXISTS\\b", "");
    scene.report(
        index.span(),
        "where a build broke off, %s is there and invalid: this leaves it so, and says nothing"
            .formatted(quoted),
        "drop what may be left, then build it\nDROP INDEX CONCURRENTLY IF EXISTS %s;\n%s;"
            .formatted(quoted, create),
        ObjectName.table(table));
  }
}
