package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Relation.Partition;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What tables receive from their parents, as children or as partitions.
final class Inheritance {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final ConstraintReplay constraints;
  private final IndexReplay indexes;

  Inheritance(ReplaySession surrounding, ConstraintReplay constraints, IndexReplay indexes) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.constraints = constraints;
    this.indexes = indexes;
  }

  /// Gives `child` the parent's column, or marks the child's own column as inherited. Of the
  /// column's settings it gets its storage and compression.
  void inheritColumn(Table parent, Table child, String name) {
    var above = state.column(parent.qualifiedName(), name);
    if (above == null) {
      return;
    }
    var own = state.column(child.qualifiedName(), name);
    if (own != null) {
      var local = own.local() && child.partition() == null;
      state.put(
          own.copy().inherited(true, local).notNull(own.notNull() || above.notNull()).column());
    } else {
      state.put(
          above
              .copy()
              .name(SchemaState.columnName(child.qualifiedName(), name))
              .identity(sharesIdentity(child) ? above.identity() : null)
              .statistics(null)
              .options(SortedMap::clear)
              .foreignOptions(SortedMap::clear)
              .inherited(true, false)
              .attributes(Attributes.NONE)
              .column());
      var now = state.table(child.qualifiedName());
      if (now != null) {
        state.put(now.copy().columns(c -> c.add(name)).table());
      }
    }
    state.children(child.name()).forEach(c -> inheritColumn(child, c, name));
  }

  private boolean sharesIdentity(Table child) {
    return child.partition() != null && surrounding.sharesIdentity();
  }

  /// `INHERIT`, and `INHERITS` if the child has its own columns already.
  void inherit(Table child, QualifiedName parentName) {
    if (isBelow(parentName, child)) {
      return;
    }
    state.put(
        child
            .copy()
            .inherits(parents -> {
              if (!parents.contains(parentName)) {
                parents.add(parentName);
              }
            })
            .table());
    var parent = state.table(parentName);
    if (parent != null) {
      share(parent, child.qualifiedName());
    }
  }

  /// Whether the table is the other one, or inherits from it: PostgreSQL refuses circles.
  private boolean isBelow(QualifiedName table, Table other) {
    return table.equals(other.qualifiedName())
        || state.children(other.name()).stream().anyMatch(c -> isBelow(table, c));
  }

  private void share(Table parent, QualifiedName childName) {
    for (var column : parent.columns()) {
      var child = state.table(childName);
      if (child != null) {
        inheritColumn(parent, child, column);
      }
    }
    var child = state.table(childName);
    if (child == null) {
      return;
    }
    for (var constraint : state.constraints(parent)) {
      if (ConstraintReplay.isInherited(constraint, child.partition() != null)) {
        constraints.inheritTo(child, constraint);
      }
    }
  }

  void disinherit(Table child, QualifiedName parentName) {
    state.put(child.copy().inherits(p -> p.remove(parentName)).table());
    release(child.qualifiedName());
  }

  /// Inherited parts stay as the table's own, unless another parent has them, too.
  private void release(QualifiedName name) {
    var child = state.table(name);
    if (child == null) {
      return;
    }
    var parents =
        child.inherits().stream().flatMap(p -> Stream.ofNullable(state.table(p))).toList();
    for (var column : state.columns(child)) {
      if (column.inherited() && parents.stream().noneMatch(p -> has(p, column))) {
        state.put(column.copy().inherited(false, true).column());
      }
    }
    for (var constraint : state.constraints(child)) {
      if (constraint.inherited() && parents.stream().noneMatch(p -> has(p, constraint))) {
        state.put(origin(constraint, false, true));
      }
    }
  }

  private static boolean has(Table parent, TableColumn column) {
    return parent.columns().contains(column.part());
  }

  private boolean has(Table parent, TableConstraint constraint) {
    return state.constraints(parent).stream()
        .anyMatch(c ->
            ConstraintReplay.isInherited(c, false)
                && (c.part().equals(constraint.part())
                    || (c.rule() instanceof NotNull above && above.equals(constraint.rule()))));
  }

  static TableConstraint origin(TableConstraint constraint, boolean inherited, boolean local) {
    return constraint.copy().inherited(inherited, local).constraint();
  }

  // Partitions

  void attach(Table parent, Table partition, String bound) {
    if (isBelow(parent.qualifiedName(), partition)) {
      return;
    }
    var attached =
        partition
            .copy()
            .partition(
                new Partition(parent.qualifiedName(), BoundValues.normal(state, parent, bound)))
            .table();
    state.put(attached);
    share(parent, partition.qualifiedName());
    state.indexes(parent.name()).forEach(i -> indexes.spreadTo(attached, i));
    for (var trigger : state.triggers(parent.name())) {
      if (trigger.fires().forEachRow()) {
        inheritTrigger(state, attached, trigger);
      }
    }
  }

  /// A row trigger of a partitioned table also fires on its partitions.
  static void inheritTrigger(SchemaState state, Table partition, Trigger trigger) {
    var name = ObjectName.part(ObjectKind.TRIGGER, partition.qualifiedName(), trigger.part());
    state.put(
        new Trigger(
            name,
            trigger.fires(),
            trigger.function(),
            trigger.arguments(),
            trigger.enabled(),
            true,
            Attributes.NONE));
    state.children(partition.name()).forEach(c -> inheritTrigger(state, c, trigger));
  }

  void detach(QualifiedName name) {
    var partition = state.table(name);
    if (partition == null) {
      return;
    }
    state.put(partition.copy().partition(null).table());
    release(name);
    indexes.detach(partition);
    for (var trigger : state.triggers(partition.name())) {
      if (trigger.inherited()) {
        state.remove(trigger.name());
      }
    }
  }
}
