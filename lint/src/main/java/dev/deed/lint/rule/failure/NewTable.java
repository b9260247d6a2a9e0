package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.TableDefinition;
import java.util.List;

/// What the text of a `CREATE TABLE` shows of its columns.
final class NewTable {

  private NewTable() {}

  /// Whether the text shows all columns: none come from elsewhere.
  static boolean isWhole(TableDefinition definition) {
    return definition.likes().isEmpty()
        && definition.inherits().isEmpty()
        && definition.partitionOf() == null
        && definition.ofType() == null
        && definition.as() == null
        && definition.asExecute() == null;
  }

  static List<String> columns(TableDefinition definition) {
    return definition.columns().stream().map(c -> c.name()).toList();
  }
}
