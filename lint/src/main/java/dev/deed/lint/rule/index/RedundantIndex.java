package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.schema.Relation.Index;
import java.util.List;
import java.util.Objects;

/// Finds `CREATE INDEX` where another index already serves the same queries.
final class RedundantIndex implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var table = view.relation(index.table());
    view.catalog().indexes(table).stream()
        .filter(i -> !i.qualifiedName().name().equals(index.name()))
        .filter(i -> serves(i, index) && !isDropped(i, view))
        .findFirst()
        .ifPresent(i ->
            view.report(
                index.span(),
                "index %s of %s %s: every write has to maintain this one, and no query needs it"
                    .formatted(
                        i.qualifiedName().name(),
                        table.dotted(),
                        i.elements().size() == index.elements().size()
                            ? "has the same columns"
                            : "begins with the same columns"),
                "leave it out, or drop the other index in the same migration",
                ObjectName.table(table)));
  }

  /// A table may have thousands of indexes, and each new one is compared with all of them: most
  /// differ in the first key.
  private static boolean serves(Index there, CreatesIndex wanted) {
    return there.where() == null
        && wanted.where() == null
        && wanted.method().equals("btree")
        && there.method().equals("btree")
        && begins(there.elements(), wanted.elements())
        && there.include().containsAll(wanted.include())
        && (!wanted.unique()
            || (there.unique() && there.elements().size() == wanted.elements().size()));
  }

  private static boolean begins(List<IndexElement> there, List<IndexElement> wanted) {
    if (there.size() < wanted.size()) {
      return false;
    }
    for (var i = 0; i < wanted.size(); i++) {
      if (!isSame(there.get(i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(IndexElement first, IndexElement second) {
    return key(first).equals(key(second))
        && first.descending() == second.descending()
        && Objects.equals(first.nullsFirst(), second.nullsFirst())
        && Objects.equals(first.collation(), second.collation())
        && Objects.equals(first.operatorClass(), second.operatorClass());
  }

  private static String key(IndexElement element) {
    return element.column() == null ? element.expression().canonical() : element.column();
  }

  /// By its own name, or with the constraint that it belongs to.
  private static boolean isDropped(Index index, RuleView view) {
    var own =
        view.later(index.qualifiedName().name())
            .anyMatch(placed ->
                placed.effect() instanceof Drops drops
                    && view.relation(drops.object().name()).equals(index.qualifiedName()));
    return own
        || view.later(index.table().name())
            .anyMatch(placed ->
                placed.effect() instanceof DropsConstraint drops
                    && drops.constraint().equals(index.constraint())
                    && view.relation(drops.table()).equals(index.table()));
  }
}
