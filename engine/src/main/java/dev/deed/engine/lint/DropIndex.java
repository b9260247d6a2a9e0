package dev.deed.engine.lint;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Relation.Index;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An index that is dropped.
///
/// @param known null where it is not known
record DropIndex(Drops drops, @Nullable Index known, Scene scene) {

  @FunctionalInterface
  interface Eye {
    void look(DropIndex drop);
  }

  static Look at(Eye eye) {
    return Look.at(
        Drops.class,
        (drops, scene) -> {
          if (drops.object().kind() == ObjectKind.INDEX) {
            var index = scene.catalog().index(scene.relation(drops.object().name()));
            eye.look(new DropIndex(drops, index.orElse(null), scene));
          }
        });
  }

  Optional<Index> index() {
    return Optional.ofNullable(known);
  }

  Optional<QualifiedName> table() {
    return index().map(Index::table);
  }

  boolean isOnPartitioned() {
    return table()
        .flatMap(t -> scene.catalog().table(t))
        .filter(t -> t.partitionBy() != null)
        .isPresent();
  }
}
