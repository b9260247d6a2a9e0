package dev.deed.lint.facts;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.LinkedHashSet;
import java.util.Set;

/// The tables that are related to a column by foreign keys.
///
/// @param parents tables that the column references
/// @param children tables whose foreign keys reference the column
public record KeyColumn(Set<QualifiedName> parents, Set<QualifiedName> children) {

  public static KeyColumn of(TypeChange change) {
    var table = change.table();
    var column = change.effect().column();
    var catalog = change.view().catalog();
    var parents = new LinkedHashSet<QualifiedName>();
    for (var constraint : catalog.constraints(table)) {
      if (constraint.rule() instanceof ForeignKey key && key.columns().contains(column)) {
        parents.add(key.parent());
      }
    }
    var children = new LinkedHashSet<QualifiedName>();
    for (var constraint : catalog.foreignKeysTo(table)) {
      if (pointsAt(constraint, column)) {
        children.add(constraint.relation());
      }
    }
    return new KeyColumn(parents, children);
  }

  private static boolean pointsAt(TableConstraint constraint, String column) {
    return constraint.rule() instanceof ForeignKey key && key.parentColumns().contains(column);
  }

  public boolean isKey() {
    return !parents.isEmpty() || !children.isEmpty();
  }
}
