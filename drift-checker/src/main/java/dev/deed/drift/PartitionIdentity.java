package dev.deed.drift;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The identity columns of partitions in a schema: from PostgreSQL 17 on they share those of their
/// parent; up to 16 a partition may have one of its own, with its own sequence.
final class PartitionIdentity {

  private final Schema schema;

  /// Columns with a sequence of their own; null until it is asked for.
  private @Nullable Set<ObjectName> owning;

  PartitionIdentity(Schema schema) {
    this.schema = schema;
  }

  boolean isShared(TableColumn column) {
    return schema
            .find(ObjectName.table(column.relation()))
            .map(relation -> relation instanceof Table table ? table.partition() : null)
            .flatMap(partition -> schema.find(ObjectName.column(partition.parent(), column.part())))
            .filter(parent -> parent instanceof TableColumn above && above.identity() != null)
            .isPresent()
        && !owning().contains(column.name());
  }

  private Set<ObjectName> owning() {
    var known = owning;
    if (known == null) {
      known = new HashSet<>();
      for (var object : schema.unordered()) {
        if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
          known.add(sequence.ownedBy());
        }
      }
      owning = known;
    }
    return known;
  }
}
