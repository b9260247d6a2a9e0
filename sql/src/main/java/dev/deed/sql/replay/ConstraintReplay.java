package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ExcludeElement;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.ConstraintDraft;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds constraints to tables, with their indexes, and to the tables' children.
final class ConstraintReplay {

  private final ReplaySession surrounding;
  private final IndexReplay indexes;
  private final SchemaState state;

  ConstraintReplay(ReplaySession surrounding, IndexReplay indexes) {
    this.surrounding = surrounding;
    this.indexes = indexes;
    this.state = surrounding.state;
  }

  /// @param only excludes the children
  void add(Table table, Constraint written, boolean only) {
    var rule = resolved(table, written.rule());
    switch (rule) {
      case NotNull notNull -> setNotNull(table, notNull.column(), true, only);
      case PrimaryKey key -> key.columns().forEach(c -> setNotNull(table, c, true, only));
      default -> {}
    }
    if (rule instanceof NotNull notNull) {
      if (!surrounding.namesNotNull()) {
        return;
      }
      dropNotNulls(table, notNull.column());
      if (!only) {
        dropInheritedNotNulls(table, notNull.column());
      }
    }
    var name =
        written.name() == null
            ? surrounding.generatedNames.constraint(table.qualifiedName(), rule)
            : written.name();
    var constraint =
        new ConstraintDraft(ObjectName.constraint(table.qualifiedName(), name), rule)
            .deferrability(written.deferrability())
            .validated(!written.notValid())
            .enforced(!written.notEnforced())
            .noInherit(written.noInherit())
            .constraint();
    state.put(constraint);
    indexes.addBehind(table, name, written.rule(), rule, only);
    if (!only) {
      inherit(table, constraint);
    }
  }

  void setNotNull(Table table, String name, boolean notNull, boolean only) {
    var column = state.column(table.qualifiedName(), name);
    if (column != null && column.notNull() != notNull) {
      state.put(column.copy().notNull(notNull).column());
    }
    if (!only) {
      for (var child : state.children(table.name())) {
        setNotNull(child, name, notNull, false);
      }
    }
  }

  /// `SET NOT NULL` and `DROP NOT NULL`.
  void requireValues(Table table, String column, boolean notNull, boolean only) {
    setNotNull(table, column, notNull, only);
    if (notNull) {
      nameNotNulls(table);
    } else {
      dropNotNulls(table, column);
    }
    if (!only) {
      for (var child : state.children(table.name())) {
        requireValues(child, column, notNull, false);
      }
    }
  }

  private void dropNotNulls(Table table, String column) {
    state.constraints(table).stream()
        .filter(c -> c.rule() instanceof NotNull notNull && notNull.column().equals(column))
        .forEach(c -> state.remove(c.name()));
  }

  /// Children have the parent's constraint under the parent's name for it.
  private void dropInheritedNotNulls(Table table, String column) {
    for (var child : state.children(table.name())) {
      state.constraints(child).stream()
          .filter(c -> c.inherited() && !c.local())
          .filter(c -> c.rule() instanceof NotNull notNull && notNull.column().equals(column))
          .forEach(c -> state.remove(c.name()));
      dropInheritedNotNulls(child, column);
    }
  }

  /// From PostgreSQL 18 on, every column that is not null has a named constraint for it.
  void nameNotNulls(Table before) {
    var table = state.table(before.qualifiedName());
    if (table == null || !surrounding.namesNotNull()) {
      return;
    }
    for (var column : state.columns(table)) {
      if (column.notNull() && !hasNotNull(table, column.part())) {
        var rule = new NotNull(column.part());
        var name = surrounding.generatedNames.constraint(table.qualifiedName(), rule);
        var inherited = isRequiredByParent(table, column);
        var constraint =
            new ConstraintDraft(ObjectName.constraint(table.qualifiedName(), name), rule)
                .inherited(inherited, !inherited || column.local())
                .constraint();
        state.put(constraint);
        inherit(table, constraint);
      }
    }
  }

  /// An inherited column may be required here, and optional in the parent.
  private boolean isRequiredByParent(Table table, TableColumn column) {
    if (!column.inherited() || table.inherits().isEmpty()) {
      return column.inherited();
    }
    for (var parent : table.inherits()) {
      var above = state.column(parent, column.part());
      if (above != null && above.notNull()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNotNull(Table table, String column) {
    return state.constraints(table).stream()
        .anyMatch(c -> c.rule() instanceof NotNull notNull && notNull.column().equals(column));
  }

  // Inheritance

  /// Checks apply to all children, foreign keys to partitions; keys reach partitions with their
  /// indexes.
  void inherit(Table table, TableConstraint constraint) {
    for (var child : state.children(table.name())) {
      if (isInherited(constraint, child.partition() != null)) {
        inheritTo(child, constraint);
      }
    }
  }

  static boolean isInherited(TableConstraint constraint, boolean partition) {
    return switch (constraint.rule()) {
      case Check _, NotNull _ -> !constraint.noInherit();
      case ForeignKey _ -> partition;
      case Unique _, PrimaryKey _, Exclude _ -> false;
    };
  }

  void inheritTo(Table child, TableConstraint constraint) {
    var own = state.constraint(child.qualifiedName(), constraint.part());
    var local = own != null && own.local() && child.partition() == null;
    var copy =
        constraint
            .copy()
            .name(ObjectName.constraint(child.qualifiedName(), constraint.part()))
            .rule(own == null ? constraint.rule() : own.rule())
            .noInherit(false)
            .inherited(true, local)
            .attributes(own == null ? Attributes.NONE : own.attributes())
            .constraint();
    state.put(copy);
    inherit(child, copy);
  }

  // Names in rules

  private Rule resolved(Table table, Rule rule) {
    return switch (rule) {
      case Check check -> new Check(surrounding.expressions().resolve(check.condition()));
      case NotNull notNull -> notNull;
      case Unique unique -> {
        var index = index(table, unique.usingIndex());
        yield new Unique(
            index == null ? unique.columns() : columns(index),
            index == null ? unique.include() : index.include(),
            index == null ? unique.nullsNotDistinct() : index.nullsNotDistinct(),
            unique.withoutOverlaps(),
            null,
            index == null ? unique.options() : index.storage().options());
      }
      case PrimaryKey key -> {
        var index = index(table, key.usingIndex());
        yield new PrimaryKey(
            index == null ? key.columns() : columns(index),
            index == null ? key.include() : index.include(),
            key.withoutOverlaps(),
            null,
            index == null ? key.options() : index.storage().options());
      }
      case ForeignKey key -> foreignKey(key);
      case Exclude exclude -> exclude(table, exclude);
    };
  }

  /// The index that the constraint takes over, with all that the index has.
  private @Nullable Index index(Table table, @Nullable String usingIndex) {
    return usingIndex == null ? null : state.index(table.qualifiedName().renamed(usingIndex));
  }

  private static List<String> columns(Index index) {
    return index.elements().stream().map(e -> String.valueOf(e.column())).toList();
  }

  private ForeignKey foreignKey(ForeignKey key) {
    var parent = surrounding.names().relation(key.parent());
    return new ForeignKey(
        key.columns(),
        parent,
        key.parentColumns().isEmpty() ? primaryKeyOf(parent) : key.parentColumns(),
        key.match(),
        key.onUpdate(),
        key.onDelete(),
        key.period(),
        key.parentSpan());
  }

  private List<String> primaryKeyOf(QualifiedName parent) {
    var table = state.table(parent);
    if (table != null) {
      for (var constraint : state.constraints(table)) {
        if (constraint.rule() instanceof PrimaryKey key) {
          return key.columns();
        }
      }
    }
    return List.of();
  }

  private Exclude exclude(Table table, Exclude exclude) {
    var elements =
        exclude.elements().stream()
            .map(e ->
                new ExcludeElement(
                    indexes.resolved(e.element(), exclude.method(), table.qualifiedName()),
                    e.operator()))
            .toList();
    return new Exclude(
        exclude.method(),
        elements,
        exclude.include(),
        exclude.options(),
        surrounding.expressions().optional(exclude.where()));
  }
}
