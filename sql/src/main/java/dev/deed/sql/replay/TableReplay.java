package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AddsParent;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AltersConstraint;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TableEffect.DropsNotNull;
import dev.deed.sql.effect.TableEffect.DropsParent;
import dev.deed.sql.effect.TableEffect.MovesTablespace;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.effect.TableEffect.SetsNotNull;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.ColumnDraft;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Statement;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// `CREATE TABLE` and the subcommands of `ALTER TABLE`, on a table and its children.
final class TableReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final TableCreation creation;
  private final TableSettingsReplay settings;
  private final OutputColumnReplay outputs;
  private final ColumnReplay columns;
  private final ConstraintReplay constraints;
  private final Inheritance inheritance;

  TableReplay(
      ReplaySession surrounding,
      PrivilegeReplay privileges,
      SequenceReplay sequences,
      IndexReplay indexes) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.columns = new ColumnReplay(surrounding, sequences);
    this.constraints = new ConstraintReplay(surrounding, indexes);
    this.inheritance = new Inheritance(surrounding, constraints, indexes);
    this.creation = new TableCreation(surrounding, privileges, columns, constraints, inheritance);
    this.settings = new TableSettingsReplay(surrounding);
    this.outputs = new OutputColumnReplay(surrounding);
  }

  /// @param statement of the effect: what a query reads is in other effects
  void apply(TableEffect effect, Statement statement) {
    switch (effect) {
      case CreatesTable e -> creation.create(e, statement);
      case AddsColumn e -> onTable(e, t -> addColumn(t, e));
      case DropsColumn e -> {
        onTable(e, t -> keepOfChildren(t, e));
        // The column of a table that no script created may have an index that one of them did.
        surrounding.cascades.drop(SchemaState.columnName(name(e.table()), e.column()), e.cascade());
      }
      case AltersColumnType e -> onTable(e, t -> alterType(t, e));
      case SetsDefault e -> onTable(e, t -> setDefault(t, e));
      case SetsNotNull e ->
          onTable(e, t -> constraints.requireValues(t, e.column(), true, e.target().only()));
      case DropsNotNull e ->
          onTable(e, t -> constraints.requireValues(t, e.column(), false, e.target().only()));
      case AltersColumn e -> onTable(e, t -> alterColumn(t, e));
      case AddsConstraint e ->
          onTable(
              e,
              t -> {
                constraints.add(t, e.constraint(), e.target().only());
                constraints.nameNotNulls(t);
              });
      case DropsConstraint e -> onTable(e, t -> dropConstraint(t, e));
      case ValidatesConstraint e -> onTable(e, t -> validate(t, e.constraint()));
      case AltersConstraint e -> onTable(e, t -> alterConstraint(t, e));
      case AttachesPartition e -> onTable(e, t -> attach(t, e));
      case DetachesPartition e -> inheritance.detach(name(e.partition()));
      case RearrangesPartitions e -> e.from().forEach(p -> drop(name(p)));
      case AddsParent e -> onTable(e, t -> inheritance.inherit(t, name(e.parent())));
      case DropsParent e -> onTable(e, t -> inheritance.disinherit(t, name(e.parent())));
      case AltersTable e -> settings.apply(e);
      case MovesTablespace e -> moveTablespace(e);
    }
  }

  private QualifiedName name(QualifiedName written) {
    return surrounding.names().relation(written);
  }

  private void onTable(TableEffect effect, Consumer<Table> action) {
    var table = state.table(name(effect.table()));
    if (table != null) {
      action.accept(table);
    } else {
      outputs.apply(effect);
    }
  }

  private void drop(QualifiedName table) {
    var known = state.relation(table);
    if (known != null) {
      surrounding.cascades.drop(known, false);
    }
  }

  private void addColumn(Table table, AddsColumn adds) {
    var column = adds.column();
    if (state.column(table.qualifiedName(), column.name()) == null) {
      columns.add(table, column);
    } else if (adds.ifNotExists()) {
      return;
    }
    if (!adds.target().only()) {
      passOnColumn(table, column.name());
    }
    constraints.nameNotNulls(table);
  }

  /// Gives a new column to the table's children.
  void passOnColumn(Table table, String column) {
    state.children(table.name()).forEach(c -> inheritance.inheritColumn(table, c, column));
  }

  /// With `ONLY`, the children keep the column as their own.
  private void keepOfChildren(Table table, DropsColumn drops) {
    if (drops.target().only()) {
      for (var child : state.children(table.name())) {
        var inherited = state.column(child.qualifiedName(), drops.column());
        if (inherited != null) {
          state.put(inherited.copy().inherited(false, true).column());
        }
      }
    }
  }

  private void onColumn(Table table, String name, boolean only, UnaryOperator<ColumnDraft> change) {
    var column = state.column(table.qualifiedName(), name);
    if (column != null) {
      state.put(change.apply(column.copy()).column());
    }
    if (!only) {
      state.children(table.name()).forEach(c -> onColumn(c, name, false, change));
    }
  }

  private void alterType(Table table, AltersColumnType alters) {
    var type = surrounding.names().type(alters.type());
    onColumn(
        table,
        alters.column(),
        alters.target().only(),
        c -> columns.retyped(c, type, alters.collation()));
    columns.retypeIdentity(table, alters.column(), type);
  }

  private void setDefault(Table table, SetsDefault sets) {
    ExpressionText value = surrounding.expressions().optional(sets.value());
    onColumn(table, sets.column(), sets.target().only(), c -> c.defaultValue(value));
  }

  private void alterColumn(Table table, AltersColumn alters) {
    columns.alter(table, alters);
    if (!alters.target().only() && !columns.isOfOneTable(alters.change(), table)) {
      state.children(table.name()).forEach(c -> alterColumn(c, alters));
    }
  }

  private void dropConstraint(Table table, DropsConstraint drops) {
    var constraint = state.constraint(table.qualifiedName(), drops.constraint());
    if (constraint == null) {
      return;
    }
    if (drops.target().only()) {
      keepInChildren(table, drops.constraint());
    }
    surrounding.cascades.drop(constraint.name(), drops.cascade());
    if (constraint.rule() instanceof NotNull notNull) {
      constraints.setNotNull(table, notNull.column(), false, drops.target().only());
    }
  }

  private void keepInChildren(Table table, String constraint) {
    for (var child : state.children(table.name())) {
      var inherited = state.constraint(child.qualifiedName(), constraint);
      if (inherited != null) {
        state.put(Inheritance.origin(inherited, false, true));
      }
    }
  }

  private void validate(Table table, String name) {
    var constraint = state.constraint(table.qualifiedName(), name);
    if (constraint != null) {
      state.put(constraint.copy().validated(true).constraint());
    }
    state.children(table.name()).forEach(c -> validate(c, name));
  }

  private void alterConstraint(Table table, AltersConstraint alters) {
    var constraint = state.constraint(table.qualifiedName(), alters.constraint());
    if (constraint == null) {
      return;
    }
    var change = alters.change();
    var draft = constraint.copy();
    if (change.deferrability() != null) {
      draft.deferrability(change.deferrability());
    }
    if (change.enforced() != null) {
      draft.enforced(change.enforced());
    }
    if (change.noInherit() == null) {
      state.put(draft.constraint());
      state.children(table.name()).forEach(c -> alterConstraint(c, alters));
    } else {
      state.put(draft.noInherit(change.noInherit()).constraint());
      passOn(table, alters.constraint());
    }
  }

  /// `ALTER CONSTRAINT ... INHERIT` adds the constraint to the children, `NO INHERIT` leaves it to
  /// them as their own.
  private void passOn(Table table, String name) {
    var constraint = state.constraint(table.qualifiedName(), name);
    if (constraint != null && !constraint.noInherit()) {
      constraints.inherit(table, constraint);
      return;
    }
    for (var child : state.children(table.name())) {
      var inherited = state.constraint(child.qualifiedName(), name);
      if (inherited != null) {
        state.put(Inheritance.origin(inherited, false, true));
      }
    }
  }

  private void attach(Table parent, AttachesPartition attaches) {
    var partition = state.table(name(attaches.partition()));
    if (partition != null) {
      inheritance.attach(parent, partition, attaches.bound());
    }
  }

  private void moveTablespace(MovesTablespace moves) {
    if (moves.kind() != ObjectKind.TABLE) {
      return;
    }
    for (var object : state.objects().toArray(SchemaObject[]::new)) {
      if (object instanceof Table table
          && moves.table().name().equals(table.storage().tablespace())) {
        state.put(table.copy().tablespace(moves.newTablespace()).table());
      }
    }
  }
}
