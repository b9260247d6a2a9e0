package dev.deed.drift.close;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;

/// Decides which objects come by themselves, with another one that is made.
final class Joins {

  private final Fates fates;
  private final Catalog before;
  private final Catalog after;

  Joins(Fates fates, Catalog before, Catalog after) {
    this.fates = fates;
    this.before = before;
    this.after = after;
  }

  void join(Fate fate) {
    if (!fate.makes()) {
      return;
    }
    switch (fate.after()) {
      case TableColumn column -> {
        var type = after.table(column.relation()).map(Table::ofType).orElse(null);
        if (fates.makes(fates.tableOf(column.relation()))) {
          fate.comesWith(fates.tableOf(column.relation()));
        } else if (type != null
            && before.table(column.relation()).filter(t -> type.equals(t.ofType())).isPresent()
            && fates.of(ObjectName.of(ObjectKind.TYPE, type)) instanceof Fate made
            && made.stays()) {
          fate.comesWith(made.name());
        } else {
          joinParent(fate, column);
        }
      }
      case Index index when index.constraint() != null ->
          fate.comesWith(ObjectName.constraint(index.table(), index.constraint()));
      case Sequence sequence when sequence.identity() && sequence.ownedBy() != null ->
          fate.comesWith(sequence.ownedBy());
      case TableConstraint constraint -> {
        var isNew = fates.makes(fates.tableOf(constraint.relation()));
        var comes =
            Heirs.isOnlyInherited(constraint) && !Heirs.isPartition(after, constraint.relation());
        if (isNew && (comes || isInTable(constraint))) {
          fate.comesWith(fates.tableOf(constraint.relation()));
        } else {
          joinParent(fate, constraint);
          joinColumn(fate, constraint);
        }
      }
      case Trigger trigger when trigger.inherited() -> {
        if (!fates.isAway(trigger.relation())) {
          joinParent(fate, trigger);
        }
        if (fate.comesWith() == null) {
          fate.comesWith(fates.tableOf(trigger.relation()));
        }
      }
      case SchemaObject other when other.name().kind() == ObjectKind.OPERATOR_FAMILY -> {
        var operators = other.name().as(ObjectKind.OPERATOR_CLASS);
        if (fates.makes(operators) && isUnnamedFamily(operators)) {
          fate.comesWith(operators);
        }
      }
      default -> {}
    }
  }

  /// A column that is added as `NOT NULL` has the constraint at once, under the name given there.
  private void joinColumn(Fate fate, TableConstraint constraint) {
    if (fate.comesWith() == null
        && constraint.rule() instanceof NotNull rule
        && constraint.validated()
        && !constraint.noInherit()
        && fates.of(ObjectName.column(constraint.relation(), rule.column())) instanceof Fate column
        && column.makes()
        && !column.isMoved()) {
      fate.comesWith(column.name());
      // The column that has it now may have to wait until the new one is there.
      if (fate.drops() && !isOfKey(fate.before())) {
        fate.goAlone();
      }
    }
  }

  private boolean isOfKey(SchemaObject notNull) {
    return notNull instanceof TableConstraint constraint
        && constraint.rule() instanceof NotNull rule
        && before.constraints(constraint.relation()).stream()
            .anyMatch(
                c -> c.rule() instanceof PrimaryKey key && key.columns().contains(rule.column()));
  }

  /// Whether the constraint can be a part of `CREATE TABLE`.
  private boolean isInTable(TableConstraint constraint) {
    return !(constraint.rule() instanceof ForeignKey)
        && constraint.validated()
        && (!Heirs.isOnlyInherited(constraint) || Heirs.isPartition(after, constraint.relation()))
        && fates.usesNoRoutine(constraint.name());
  }

  /// The class names its family, which is then there before it.
  private static boolean isUnnamedFamily(ObjectName operators) {
    return operators.kind() != ObjectKind.OPERATOR_CLASS;
  }

  private void joinParent(Fate fate, RelationPart part) {
    for (var parent : Heirs.parents(after, part.relation())) {
      var name = part.name().named(parent);
      if (fates.makes(name) && isTakenOver(part) && isParentOf(part, parent)) {
        fate.comesWith(name);
      }
    }
    var byAttaching =
        part instanceof TableConstraint constraint && constraint.rule() instanceof ForeignKey;
    if (fate.comesWith() == null && byAttaching && Heirs.isOnlyInherited(part)) {
      fate.comesWith(fates.tableOf(part.relation()));
    }
  }

  /// Columns and checks must be there before their table becomes a child; keys come with that.
  private boolean isParentOf(RelationPart part, QualifiedName parent) {
    var isFirst =
        part instanceof TableColumn
            || (part instanceof TableConstraint constraint && constraint.rule() instanceof Check);
    return !isFirst
        || (Heirs.parents(before, part.relation()).contains(parent)
            && !fates.isRemade(parent)
            && !fates.isAway(part.relation()));
  }

  private boolean isTakenOver(RelationPart part) {
    var exists = !fates.makes(fates.tableOf(part.relation()));
    return exists && (Heirs.isOnlyInherited(part) || Heirs.isPartition(after, part.relation()));
  }
}
