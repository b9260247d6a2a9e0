package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Like;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.ColumnDraft;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.ColumnStorage;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// `LIKE source INCLUDING ...` in `CREATE TABLE`.
final class LikeReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final ColumnReplay columns;
  private final ConstraintReplay constraints;

  LikeReplay(ReplaySession surrounding, ColumnReplay columns, ConstraintReplay constraints) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.columns = columns;
    this.constraints = constraints;
  }

  private static boolean includes(Like like, String what) {
    return !like.excluding().contains(what)
        && (like.including().contains(what)
            || (like.including().contains("all") && !like.excluding().contains("all")));
  }

  void copyColumns(Table table, Like like) {
    var source = source(like);
    switch (source) {
      case Table other -> state.columns(other).forEach(c -> copy(table, like, c));
      case Relation.View view ->
          view.columns().stream().filter(c -> !c.isEmpty()).forEach(c -> addUntyped(table, c));
      case CompositeType type -> type.fields().forEach(f -> columns.addField(now(table), f));
      case null, default -> {}
    }
  }

  private @Nullable SchemaObject source(Like like) {
    var relation = state.relation(surrounding.names().relation(like.source()));
    if (relation != null) {
      return state.get(relation);
    }
    var type = state.type(surrounding.names().type(like.source()));
    return type == null ? null : state.get(type);
  }

  private Table now(Table table) {
    var now = state.table(table.qualifiedName());
    return now == null ? table : now;
  }

  private void addUntyped(Table table, String column) {
    columns.addTyped(now(table), column, ColumnReplay.UNKNOWN);
  }

  private void copy(Table table, Like like, TableColumn source) {
    var name = SchemaState.columnName(table.qualifiedName(), source.part());
    var draft = ColumnDraft.of(name, source.type()).notNull(source.notNull());
    if (includes(like, "defaults")) {
      draft.defaultValue(source.defaultValue());
    }
    if (includes(like, "generated")) {
      draft.generated(source.generated());
    }
    var storage = source.storage();
    draft.storage(
        new ColumnStorage(
            storage.collation(),
            includes(like, "storage") ? storage.storage() : null,
            includes(like, "compression") ? storage.compression() : null,
            null,
            ColumnStorage.PLAIN.options(),
            ColumnStorage.PLAIN.foreignOptions()));
    if (includes(like, "comments")) {
      draft.attributes(Attributes.NONE.withComment(source.attributes().comment()));
    }
    var identity = source.identity() != null && includes(like, "identity");
    if (identity) {
      draft.identity(source.identity());
    }
    columns.append(now(table), draft.column());
    if (identity) {
      copySequence(table, source);
    }
  }

  private void copySequence(Table table, TableColumn source) {
    for (var sequence : state.sequencesOf(source.name())) {
      if (sequence.identity()) {
        var own = surrounding.generatedNames.sequence(table.qualifiedName(), source.part());
        state.put(
            sequence
                .copy()
                .name(ObjectName.of(ObjectKind.SEQUENCE, table.qualifiedName().renamed(own)))
                .persistence(table.persistence())
                .ownedBy(SchemaState.columnName(table.qualifiedName(), source.part()))
                .identity(true)
                .sequence());
      }
    }
  }

  /// Checks keep their names; indexes and keys get new ones.
  void copyBehindColumns(Table table, Like like) {
    if (!(source(like) instanceof Table source)) {
      return;
    }
    if (includes(like, "constraints")) {
      for (var constraint : state.constraints(source)) {
        if (constraint.rule() instanceof Check) {
          state.put(moved(constraint, table.qualifiedName(), constraint.part()));
        }
      }
    }
    if (includes(like, "indexes")) {
      state.indexes(source.name()).forEach(i -> copy(now(table), like, i));
    }
  }

  private void copy(Table table, Like like, Index index) {
    var constraint =
        index.constraint() == null ? null : state.constraint(index.table(), index.constraint());
    var names = surrounding.generatedNames;
    var name =
        constraint == null
            ? names.index(table.qualifiedName(), index.elements(), index.include())
            : names.constraint(table.qualifiedName(), constraint.rule());
    var comment = includes(like, "comments") ? index.attributes().comment() : null;
    state.put(
        index
            .copy()
            .name(ObjectName.of(ObjectKind.INDEX, table.qualifiedName().renamed(name)))
            .table(table.qualifiedName())
            .constraint(constraint == null ? null : name)
            .parent(null)
            .attributes(Attributes.NONE.withComment(comment))
            .index());
    if (constraint != null) {
      state.put(moved(constraint, table.qualifiedName(), name));
      if (constraint.rule() instanceof PrimaryKey key) {
        key.columns().forEach(c -> constraints.setNotNull(table, c, true, true));
      }
    }
  }

  /// A copy is valid, also of a constraint that is not: a new table has no rows.
  private static TableConstraint moved(
      TableConstraint constraint, QualifiedName table, String name) {
    return constraint
        .copy()
        .name(ObjectName.constraint(table, name))
        .inherited(false, true)
        .validated(true)
        .constraint();
  }
}
