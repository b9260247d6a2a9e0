package dev.deed.drift.close;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which objects go by themselves, with another one that is dropped.
record Departures(Fates fates, Catalog before, Catalog after) {

  void decide() {
    fates.all().forEach(this::goWithParent);
    fates.all().forEach(this::goWithParentIndex);
    fates.all().forEach(this::goWithType);
    fates.all().forEach(this::stayInPartition);
    fates.all().forEach(this::leaveCircle);
  }

  /// What a child has from its parent goes when the parent loses it.
  private void goWithParent(Fate fate) {
    if (!fate.drops()
        || !(fate.before() instanceof RelationPart part)
        || !Heirs.isInherited(part)) {
      if (fate.drops()
          && fate.before() instanceof Sequence sequence
          && sequence.identity()
          && sequence.ownedBy() != null) {
        fate.goesWith(sequence.ownedBy());
      }
      return;
    }
    for (var parent : Heirs.parents(before, part.relation())) {
      var same = fates.of(part.name().named(parent));
      var leaves = fates.leaves(part.relation(), parent);
      if (leaves && part instanceof Trigger) {
        fate.goesWith(fates.tableOf(part.relation()));
      }
      if (same != null
          && same.drops()
          && !leaves
          && (Heirs.isOnlyInherited(part) || Heirs.isPartition(before, part.relation()))) {
        fate.goesWith(same.name());
      }
    }
  }

  /// A partition's key goes when its index goes with the parent's.
  private void goWithParentIndex(Fate fate) {
    if (!fate.drops()
        || !(fate.before() instanceof TableConstraint constraint)
        || fates.isAway(constraint.relation())) {
      return;
    }
    before
        .index(constraint.relation().renamed(constraint.part()))
        .map(Index::parent)
        .flatMap(before::index)
        .map(Departures::constraintOf)
        .map(fates::of)
        .filter(Fate::drops)
        .ifPresent(parent -> fate.goesWith(parent.name()));
  }

  /// The functions of a base type, which need each other.
  private void goWithType(Fate fate) {
    if (fate.drops() && fate.before() instanceof OtherType type && Plan.isBase(type)) {
      for (var used : type.uses()) {
        if (fates.of(used) instanceof Fate function && function.drops()) {
          function.goesWith(fate.name());
        }
      }
    }
    if (fate.drops() && fate.before() instanceof TableColumn column) {
      before
          .table(column.relation())
          .map(Table::ofType)
          .filter(type ->
              after.table(column.relation()).filter(t -> type.equals(t.ofType())).isPresent())
          .map(type -> fates.of(ObjectName.of(ObjectKind.TYPE, type)))
          .filter(Fate::stays)
          .ifPresent(type -> fate.goesWith(type.name()));
    }
  }

  /// A partition that leaves its parent for a while keeps its indexes.
  private void stayInPartition(Fate fate) {
    if (fate.isRemade()
        && fate.facets().isEmpty()
        && fate.goesWith() != null
        && fate.before() instanceof Index index
        && index.parent() != null
        && fate.goesWith().equals(ObjectName.of(ObjectKind.INDEX, index.parent()))
        && fates.of(fates.tableOf(index.table())) instanceof Fate table
        && table.stays()
        && table.isReleased()) {
      fate.stay();
    }
  }

  /// Tables that reference each other lose their foreign keys before they are dropped.
  private void leaveCircle(Fate fate) {
    if (fate.drops()
        && fate.before() instanceof TableConstraint constraint
        && constraint.rule() instanceof ForeignKey key
        && fates.tableOf(constraint.relation()).equals(fate.goesWith())
        && !key.parent().equals(constraint.relation())
        && references(key.parent(), constraint.relation(), new HashSet<>())) {
      fate.goAlone();
    }
  }

  private boolean references(QualifiedName from, QualifiedName wanted, Set<QualifiedName> seen) {
    if (!seen.add(from)
        || !(fates.of(fates.tableOf(from)) instanceof Fate table)
        || !table.drops()) {
      return false;
    }
    for (var constraint : before.constraints(from)) {
      if (constraint.rule() instanceof ForeignKey key
          && (key.parent().equals(wanted) || references(key.parent(), wanted, seen))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ObjectName constraintOf(Index index) {
    var constraint = index.constraint();
    return constraint == null ? null : ObjectName.constraint(index.table(), constraint);
  }
}
