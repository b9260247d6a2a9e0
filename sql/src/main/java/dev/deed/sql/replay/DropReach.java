package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a drop touches: all objects dropped with it, and the tables that lose a part.
final class DropReach {

  private final SchemaState state;
  private final ObjectAccesses touches;

  DropReach(SchemaState state, ObjectAccesses touches) {
    this.state = state;
    this.touches = touches;
  }

  void add(ObjectName dropped, boolean cascade, LockMode lock, Span span) {
    var gone = new LinkedHashSet<ObjectName>();
    var touched = new LinkedHashSet<ObjectName>();
    collect(dropped, cascade, gone, touched);
    for (var name : gone) {
      var object = state.get(name);
      if (object != null) {
        lose(object, gone, lock, span);
      }
    }
    touched.forEach(t ->
        touches.imply(
            t, Access.DEFINES, t.kind().isRelation() ? LockMode.ACCESS_EXCLUSIVE : null, span));
  }

  private void collect(
      ObjectName name, boolean cascade, Set<ObjectName> gone, Set<ObjectName> touched) {
    if (!gone.add(name)) {
      return;
    }
    for (var dependant : state.dependants(name)) {
      if (dependant instanceof Publication || gone.contains(dependant.name())) {
        continue;
      }
      if (dependant instanceof TableColumn column && Cascades.losesDefaultOnly(column, name)) {
        if (cascade) {
          touched.add(relation(column.relation()));
        }
      } else if (dependant instanceof DomainType domain && Cascades.keepsDomain(domain, name)) {
        if (cascade) {
          touched.add(domain.name());
        }
      } else if (cascade || state.strength(dependant.name(), name) == Dependency.Strength.AUTO) {
        collect(dependant.name(), cascade, gone, touched);
      }
    }
  }

  private void lose(SchemaObject object, Set<ObjectName> gone, LockMode lock, Span span) {
    switch (object) {
      case Index index -> touch(index.table(), Access.DEFINES, gone, lock, span);
      case Table table -> {
        touches.imply(table.name(), Access.DEFINES, lock, span);
        if (table.partition() != null) {
          touch(table.partition().parent(), Access.DEFINES, gone, lock, span);
          defaultPartition(table.partition().parent(), gone, lock, span);
        }
      }
      case Relation relation -> touches.imply(relation.name(), Access.DEFINES, lock, span);
      case RelationPart part -> {
        touch(part.relation(), Access.DEFINES, gone, lock, span);
        if (part instanceof TableConstraint constraint
            && constraint.local()
            && constraint.rule() instanceof ForeignKey key) {
          touch(key.parent(), Access.REFERENCES, gone, lock, span);
          partitions(key.parent(), Access.REFERENCES, gone, lock, span);
        }
        if (part instanceof Trigger) {
          partitions(part.relation(), Access.DEFINES, gone, lock, span);
        }
      }
      case SchemaObject.Other other when other.name().kind() == ObjectKind.STATISTICS -> {
        touches.imply(other.name(), Access.DEFINES, null, span);
        other.parts().stream()
            .filter(p -> p.kind().isRelation() || p.kind() == ObjectKind.COLUMN)
            .forEach(
                p -> touch(p.name(), Access.DEFINES, gone, LockMode.SHARE_UPDATE_EXCLUSIVE, span));
      }
      case CompositeType type -> touches.imply(type.name(), Access.DEFINES, lock, span);
      default -> touches.imply(object.name(), Access.DEFINES, null, span);
    }
  }

  /// The default partition must accept the rows of the dropped one.
  private void defaultPartition(
      QualifiedName parent, Set<ObjectName> gone, LockMode lock, Span span) {
    for (var child : state.defaultPartitions(relation(parent))) {
      touch(child.qualifiedName(), Access.REFERENCES, gone, lock, span);
    }
  }

  /// The partitions of a partitioned table lose the same parts.
  private void partitions(
      QualifiedName table, Access access, Set<ObjectName> gone, LockMode lock, Span span) {
    var known = state.table(table);
    if (known != null && known.partitionBy() != null) {
      for (var child : state.children(known.name())) {
        touch(child.qualifiedName(), access, gone, lock, span);
        partitions(child.qualifiedName(), access, gone, lock, span);
      }
    }
  }

  /// Touches a table that stays.
  private void touch(
      QualifiedName table, Access access, Set<ObjectName> gone, LockMode lock, Span span) {
    var name = relation(table);
    if (!gone.contains(name)) {
      touches.imply(name, access, lock, span);
    }
  }

  private ObjectName relation(QualifiedName name) {
    var known = state.relation(name);
    return known == null ? ObjectName.table(name) : known;
  }
}
