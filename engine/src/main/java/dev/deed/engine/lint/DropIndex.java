package dev.deed.engine.lint;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Relation.Index;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An index that a statement drops.
///
/// @param known the index as the schema has it; null if the schema does not have it
record DropIndex(Drops drops, @Nullable Index known, Scene scene) {

  /// A rule about dropped indexes.
  @FunctionalInterface
  interface Eye {
    void look(DropIndex drop);
  }

  /// Calls the rule for every index that is dropped.
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
