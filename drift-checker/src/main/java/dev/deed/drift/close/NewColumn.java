package dev.deed.drift.close;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.RelationPart.TableColumn;

/// A column that a table gets.
record NewColumn(TableColumn column, Catalog after) {

  /// Whether the rows that are there have a value of it at once. Where a column of another table
  /// holds such rows, PostgreSQL refuses that, even where it would not write them again.
  boolean hasValues() {
    var generated = column.generated();
    return column.defaultValue() != null
        || column.identity() != null
        || (generated != null && generated.stored())
        || isOfCheckedDomain();
  }

  private boolean isOfCheckedDomain() {
    return after.find(ObjectName.of(ObjectKind.DOMAIN, column.type().name())).orElse(null)
            instanceof DomainType domain
        && (domain.notNull() || !domain.checks().isEmpty());
  }
}
