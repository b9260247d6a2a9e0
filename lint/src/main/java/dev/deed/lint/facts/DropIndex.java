package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Relation.Index;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An index that a statement drops.
///
/// @param known the index as the schema has it; null if the schema does not have it
public record DropIndex(Drops drops, @Nullable Index known, RuleView scene) {

  /// A rule about dropped indexes.
  @FunctionalInterface
  public interface Eye {
    void look(DropIndex drop);
  }

  /// Calls the rule for every index that is dropped.
  public static RuleCheck at(Eye eye) {
    return RuleCheck.at(
        Drops.class,
        (drops, scene) -> {
          if (drops.object().kind() == ObjectKind.INDEX) {
            var index = scene.catalog().index(scene.relation(drops.object().name()));
            eye.look(new DropIndex(drops, index.orElse(null), scene));
          }
        });
  }

  public Optional<Index> index() {
    return Optional.ofNullable(known);
  }

  public Optional<QualifiedName> table() {
    return index().map(Index::table);
  }

  public boolean isOnPartitioned() {
    return table()
        .flatMap(t -> scene.catalog().table(t))
        .filter(t -> t.partitionBy() != null)
        .isPresent();
  }
}
