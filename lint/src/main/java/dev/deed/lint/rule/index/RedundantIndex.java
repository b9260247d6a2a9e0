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

  private static boolean serves(Index there, CreatesIndex wanted) {
    var keys = keys(wanted.elements());
    var others = keys(there.elements());
    var isSame = others.equals(keys);
    var isFirst = others.size() > keys.size() && others.subList(0, keys.size()).equals(keys);
    return there.where() == null
        && wanted.where() == null
        && wanted.method().equals("btree")
        && there.method().equals("btree")
        && there.include().containsAll(wanted.include())
        && ((isSame && there.unique()) || ((isSame || isFirst) && !wanted.unique()));
  }

  private static List<String> keys(List<IndexElement> elements) {
    return elements.stream()
        .map(e ->
            String.join(
                " ",
                e.column() == null ? e.expression().canonical() : e.column(),
                String.valueOf(e.collation()),
                String.valueOf(e.operatorClass()),
                String.valueOf(e.descending()),
                String.valueOf(e.nullsFirst())))
        .toList();
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
