package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// An index over many columns that keeps nothing unique.
final class WideIndex implements EffectLook<CreatesIndex> {

  private static final int MANY = 3;

  @Override
  public void look(CreatesIndex index, Scene scene) {
    var columns = index.elements().size();
    if (index.unique() || columns <= MANY || !index.method().equals("btree")) {
      return;
    }
    var table = scene.relation(index.table());
    scene.report(
        index.span(),
        "this index of %s has %d columns: those behind the third rarely find anything, and every write keeps them up"
            .formatted(table.dotted(), columns),
        "leave the columns that find most, in front those that are compared with =; what is only to be returned goes into INCLUDE",
        ObjectName.table(table));
  }
}
