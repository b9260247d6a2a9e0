package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// An index of pgvector whose parameters nobody chose, or that is built before there are rows.
final class VectorIndexDefaults implements EffectLook<CreatesIndex> {

  @Override
  public void look(CreatesIndex index, Scene scene) {
    var lists = index.method().equals("ivfflat");
    if (!lists && !index.method().equals("hnsw")) {
      return;
    }
    var table = scene.relation(index.table());
    if (lists && scene.isNewRelation(table)) {
      scene.report(
          index.span(),
          "ivfflat learns its lists from the rows of %s, and there are none yet: it finds little later"
              .formatted(table.dotted()),
          "build it in a later migration, when the rows are there, or use hnsw",
          ObjectName.table(table));
    } else if (index.options().isEmpty()) {
      scene.report(
          index.span(),
          "how well and how fast this index of %s finds is left to chance: it has no parameters"
              .formatted(table.dotted()),
          "measure and say so: "
              + (lists
                  ? "WITH (lists = ...), about a thousandth of the rows"
                  : "WITH (m = 16, ef_construction = 64) is where to begin"),
          ObjectName.table(table));
    }
  }
}
