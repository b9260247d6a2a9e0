package dev.deed.lint.rule.index;

import dev.deed.lint.facts.DropIndex;
import dev.deed.lint.rule.EffectIndex.Placed;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.script.Statement;
import java.util.Optional;

/// Finds indexes that are dropped before the index that replaces them is built.
final class IndexGap implements DropIndex.Check {

  @Override
  public void check(DropIndex drop) {
    drop.index().filter(i -> drop.view().inUse(i.table())).ifPresent(index -> check(drop, index));
  }

  private static void check(DropIndex drop, Index index) {
    var view = drop.view();
    successor(index, view)
        .ifPresent(next -> {
          var first = SafeSql.oneLine(view.text(next.span()));
          var own = SafeSql.oneLine(view.text(view.statement().span()));
          var name = index.qualifiedName();
          var isSameName = creates(next).filter(c -> name.name().equals(c.name())).isPresent();
          view.report(
              drop.drops().span(),
              "until the new index is built, queries that used %s scan the whole of %s"
                  .formatted(name.dotted(), index.table().dotted()),
              isSameName
                  ? "build the new index first, under another name, and rename it after dropping the old one"
                  : "build the new index first\n" + first + ";\n" + own + ";",
              ObjectName.table(index.table()));
        });
  }

  /// The statement of a later transaction that builds an index on the same first column.
  private static Optional<Statement> successor(Index index, RuleView view) {
    return view.laterIndexes(index.table().name())
        .filter(
            placed -> placed.effect() instanceof CreatesIndex next && replaces(next, index, view))
        .map(Placed::statement)
        .findFirst();
  }

  private static Optional<CreatesIndex> creates(Statement statement) {
    return statement.effects().stream()
        .filter(CreatesIndex.class::isInstance)
        .map(CreatesIndex.class::cast)
        .findFirst();
  }

  private static boolean replaces(CreatesIndex next, Index index, RuleView view) {
    var table = view.relation(next.table());
    return table.equals(index.table())
        && next.elements()
            .getFirst()
            .expression()
            .canonical()
            .equals(index.elements().getFirst().expression().canonical());
  }
}
