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
public record DropIndex(Drops drops, @Nullable Index known, RuleView view) {

  /// A rule about dropped indexes.
  @FunctionalInterface
  public interface Check {
    void check(DropIndex drop);
  }

  /// Calls the rule for every index that is dropped.
  public static RuleCheck at(Check check) {
    return RuleCheck.at(
        Drops.class,
        (drops, view) -> {
          if (drops.object().kind() == ObjectKind.INDEX) {
            var index = view.catalog().index(view.relation(drops.object().name()));
            check.check(new DropIndex(drops, index.orElse(null), view));
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
        .flatMap(t -> view.catalog().table(t))
        .filter(t -> t.partitionBy() != null)
        .isPresent();
  }
}
