package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;

/// `CREATE INDEX` without a name.
final class UnnamedIndex implements EffectLook<CreatesIndex> {

  @Override
  public void look(CreatesIndex index, Scene scene) {
    // With CONCURRENTLY deed refuses it: it could not find again what it built.
    if (index.name() != null || (index.concurrently() && scene.byEngine())) {
      return;
    }
    var columns =
        index.elements().stream().flatMap(e -> Optional.ofNullable(e.column()).stream()).toList();
    var table = scene.relation(index.table());
    var name = SafeSql.name(index.table(), columns, "idx");
    scene.report(
        index.span(),
        "PostgreSQL chooses the name of this index of %s, another one where it is taken: who drops it later has to guess"
            .formatted(table.dotted()),
        "name it\n" + SafeSql.inserted(scene, name, "INDEX(?:\\s+CONCURRENTLY)?") + ";",
        ObjectName.table(table));
  }
}
