package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The default partitions. Each new partition asks for that of its table, which may have thousands
/// of others.
final class DefaultPartitions {

  private final Set<ObjectName> names = new LinkedHashSet<>();

  /// @param before null for a new object
  /// @param after null for a removed one
  void changed(@Nullable SchemaObject before, @Nullable SchemaObject after) {
    if (before != null && isDefault(before)) {
      names.remove(before.name());
    }
    if (after != null && isDefault(after)) {
      names.add(after.name());
    }
  }

  private static boolean isDefault(SchemaObject object) {
    return object instanceof Table table && isDefault(table);
  }

  private static boolean isDefault(Table table) {
    return table.partition() != null && table.partition().isDefault();
  }

  /// Usually one, or none.
  List<Table> of(ObjectName parent, SchemaState state) {
    var found = new ArrayList<Table>();
    if (names.isEmpty()) {
      return found;
    }
    var onParent = state.namesOfRelationsOn(parent);
    var fewer = names.size() < onParent.size() ? names : onParent;
    for (var name : fewer) {
      if (state.get(name) instanceof Table table && isDefault(table) && onParent.contains(name)) {
        found.add(table);
      }
    }
    return found;
  }
}
