package dev.deed.lint.facts;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The indexes and checks that use a column whose type changes.
public final class ColumnUses {

  private ColumnUses() {}

  /// The checks that PostgreSQL runs on every row again.
  public static List<TableConstraint> checks(TypeChange change) {
    return dependants(change).stream()
        .filter(TableConstraint.class::isInstance)
        .map(TableConstraint.class::cast)
        .filter(c -> c.rule() instanceof Check && c.validated() && c.enforced())
        .toList();
  }

  /// All indexes that use the column, including those of constraints.
  public static List<Index> indexes(TypeChange change) {
    var column = change.effect().column();
    return change.view().catalog().indexes(change.table()).stream()
        .filter(i -> names(i, column) || dependants(change).contains(i))
        .toList();
  }

  /// Indexes on expressions and partial indexes, which PostgreSQL always rebuilds.
  public static List<Index> computed(TypeChange change) {
    return indexes(change).stream()
        .filter(i -> i.where() != null || i.elements().stream().anyMatch(e -> e.column() == null))
        .toList();
  }

  private static boolean names(Index index, String column) {
    return index.elements().stream().anyMatch(e -> column.equals(e.column()));
  }

  private static List<SchemaObject> dependants(TypeChange change) {
    var column = ObjectName.column(change.table(), change.effect().column());
    return change.view().catalog().dependants(column);
  }

  public static String names(List<Index> indexes) {
    return indexes.stream()
        .map(i -> Identifier.quoted(i.name().name().name()))
        .collect(Collectors.joining(", "));
  }

  /// The advice to drop the indexes, change the type and recreate the indexes concurrently. If one
  /// of them belongs to a constraint, the advice to add a new column instead.
  public static String withoutIndexes(TypeChange change, List<Index> indexes) {
    if (indexes.stream().anyMatch(i -> i.constraint() != null)) {
      return NewColumn.instead(change);
    }
    var lines = new ArrayList<String>();
    lines.add("drop the indexes before the change, and recreate them concurrently afterwards");
    for (var index : indexes) {
      lines.add("DROP INDEX CONCURRENTLY " + index.qualifiedName().quoted() + ";");
      lines.add("-- in a later migration");
    }
    lines.add(change.statement());
    for (var index : indexes) {
      lines.add("-- in a later migration");
      lines.add(index.definition().replaceFirst("INDEX", "INDEX CONCURRENTLY") + ";");
    }
    return String.join("\n", lines);
  }
}
