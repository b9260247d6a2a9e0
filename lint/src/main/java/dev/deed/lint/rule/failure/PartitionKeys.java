package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.schema.Relation.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that a table is partitioned by.
final class PartitionKeys {

  private PartitionKeys() {}

  /// Empty if the table is not partitioned.
  static Set<String> of(Table table) {
    return of(table.partitionBy(), table.qualifiedName().name());
  }

  static Set<String> of(@Nullable PartitionBy by, String table) {
    var names = new LinkedHashSet<String>();
    if (by != null) {
      for (var key : by.keys()) {
        if (key.column() != null) {
          names.add(key.column());
        } else {
          names.addAll(Columns.in(key.expression(), table));
        }
      }
    }
    return names;
  }

  static boolean hasExpression(PartitionBy by) {
    return by.keys().stream().anyMatch(k -> k.column() == null);
  }
}
