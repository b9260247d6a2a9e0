package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What relations are, and what they may still be where a branch may have dropped or changed
/// something: what reaches rows follows both.
record PossibleState(SchemaState state) {

  /// What the name means now, and what it may still mean.
  List<View> views(ObjectName name) {
    var views = new ArrayList<View>();
    if (state.get(name) instanceof View view) {
      views.add(view);
    }
    views.addAll(state.alternatives().of(name, View.class));
    return views;
  }

  List<Table> children(ObjectName parent) {
    var earlier = state.alternatives().children(parent);
    var children = state.children(parent);
    for (var table : earlier) {
      if (children.stream().noneMatch(c -> c.name().equals(table.name()))) {
        children.add(table);
      }
    }
    return children;
  }

  /// As it is now, or as it was if it may not have been dropped.
  @Nullable Table table(ObjectName name) {
    var table = state.table(name.name());
    var earlier = table == null ? state.alternatives().of(name, Table.class) : List.<Table>of();
    return earlier.isEmpty() ? table : earlier.getLast();
  }

  List<TableConstraint> constraints(Table table) {
    var constraints = state.constraints(table);
    constraints.addAll(state.alternatives().partsOf(table.name(), TableConstraint.class));
    return constraints;
  }

  List<TableConstraint> foreignKeysTo(ObjectName table) {
    var keys = state.foreignKeysTo(table);
    keys.addAll(state.alternatives().foreignKeysTo(table));
    return keys;
  }

  List<Trigger> triggers(ObjectName relation) {
    var triggers = state.triggers(relation);
    triggers.addAll(state.alternatives().partsOf(relation, Trigger.class));
    return triggers;
  }
}
