package dev.deed.lint.rule.type;

import dev.deed.lint.facts.ColumnUses;
import dev.deed.lint.facts.TypeChange;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Index;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds `ALTER COLUMN ... TYPE ... COLLATE` that rebuilds the column's indexes.
final class CollationChange implements TypeChange.Check {

  @Override
  public void check(TypeChange change) {
    if (TypeRewrite.isRewritten(change) || change.step().reordered()) {
      return;
    }
    change.old().ifPresent(column -> check(change, name(column.storage().collation())));
  }

  private static void check(TypeChange change, String old) {
    var next = name(change.effect().collation());
    if (next.equals(old)) {
      return;
    }
    var indexes =
        ColumnUses.indexes(change).stream().filter(i -> follows(i, change, next)).toList();
    if (!indexes.isEmpty()) {
      var message =
          "the collation of %s changes: %s %s rebuilt while reads and writes of %s wait"
              .formatted(
                  change.columnText(),
                  ColumnUses.names(indexes),
                  indexes.size() == 1 ? "is" : "are",
                  change.table().dotted());
      change
          .view()
          .report(
              change.effect().span(),
              message,
              ColumnUses.withoutIndexes(change, indexes),
              ObjectName.table(change.table()));
    }
  }

  /// Whether the index uses the column's collation, so that it is rebuilt; an index that names the
  /// new collation itself is not.
  private static boolean follows(Index index, TypeChange change, String next) {
    return index.elements().stream()
        .filter(e -> Objects.equals(e.column(), change.effect().column()))
        .map(IndexElement::collation)
        .noneMatch(collation -> collation != null && name(collation).equals(next));
  }

  private static String name(@Nullable QualifiedName collation) {
    return collation == null ? "default" : collation.name();
  }
}
