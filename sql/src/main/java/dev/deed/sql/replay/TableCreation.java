package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableDefinition.Like;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.TableDraft;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `CREATE TABLE` in all its forms.
final class TableCreation {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final PrivilegeReplay privileges;
  private final ColumnReplay columns;
  private final ConstraintReplay constraints;
  private final Inheritance inheritance;
  private final LikeReplay likes;

  TableCreation(
      ReplaySession surrounding,
      PrivilegeReplay privileges,
      ColumnReplay columns,
      ConstraintReplay constraints,
      Inheritance inheritance) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.privileges = privileges;
    this.columns = columns;
    this.constraints = constraints;
    this.inheritance = inheritance;
    this.likes = new LikeReplay(surrounding, columns, constraints);
  }

  void create(CreatesTable creates, Statement statement) {
    var definition = creates.definition();
    var temporary = definition.persistence() == Persistence.TEMPORARY;
    var name = surrounding.created(creates.table(), temporary);
    if (creates.ifNotExists() && state.relation(name) != null) {
      return;
    }
    var object = ObjectName.of(creates.kind(), name);
    state.put(frame(object, definition).attributes(privileges.ofNew(object)).table());
    if (temporary && surrounding.isInBlock()) {
      state.makeUncertain(name);
    }
    if ("drop".equals(definition.onCommit())) {
      surrounding.dropOnCommit(object);
    }
    var table = now(name);
    addInherited(table, definition);
    addOwn(table, definition);
    addQueried(table, definition, statement);
    addConstraints(table, definition);
    definition.likes().forEach(l -> likes.copyBehindColumns(now(name), l));
    var partition = definition.partitionOf();
    if (partition != null) {
      var parent = state.table(surrounding.names().relation(partition.parent()));
      if (parent != null) {
        inheritance.attach(parent, now(name), partition.bound());
      }
    }
  }

  private Table now(QualifiedName name) {
    return Objects.requireNonNull(state.table(name), "the table that was just created");
  }

  private TableDraft frame(ObjectName name, TableDefinition definition) {
    var names = surrounding.names();
    var draft =
        TableDraft.named(name)
            .persistence(definition.persistence())
            .partitionBy(partitionBy(definition.partitionBy()))
            .ofType(definition.ofType() == null ? null : names.type(definition.ofType()))
            .server(definition.server())
            .options(o -> o.putAll(definition.options()))
            .accessMethod(accessMethod(definition))
            .tablespace(tablespace(definition));
    definition.inherits().forEach(p -> draft.inherits(l -> l.add(names.relation(p.name()))));
    return draft;
  }

  private @Nullable String accessMethod(TableDefinition definition) {
    if (definition.accessMethod() != null
        || definition.partitionBy() != null
        || definition.server() != null) {
      return definition.accessMethod();
    }
    return surrounding.session().setting("default_table_access_method");
  }

  private @Nullable String tablespace(TableDefinition definition) {
    return definition.tablespace() == null
        ? surrounding.session().setting("default_tablespace")
        : definition.tablespace();
  }

  private @Nullable PartitionBy partitionBy(@Nullable PartitionBy written) {
    if (written == null) {
      return null;
    }
    var keys = new ArrayList<PartitionKey>();
    for (var key : written.keys()) {
      keys.add(
          new PartitionKey(
              key.column(),
              surrounding.expressions().resolve(key.expression()),
              surrounding.names().optionalCollation(key.collation()),
              key.operatorClass()));
    }
    return new PartitionBy(written.strategy(), keys);
  }

  // Columns

  private void addInherited(Table table, TableDefinition definition) {
    for (var parent : definition.inherits()) {
      inheritance.inherit(now(table.qualifiedName()), surrounding.names().relation(parent.name()));
    }
    var partition = definition.partitionOf();
    if (partition != null) {
      var parent = state.table(surrounding.names().relation(partition.parent()));
      if (parent != null) {
        parent
            .columns()
            .forEach(c -> inheritance.inheritColumn(parent, now(table.qualifiedName()), c));
      }
    }
    if (table.ofType() != null) {
      addTyped(table, table.ofType());
    }
  }

  private void addTyped(Table table, QualifiedName type) {
    var name = state.type(type);
    if (name != null && state.get(name) instanceof CompositeType composite) {
      composite.fields().forEach(f -> columns.addField(now(table.qualifiedName()), f));
    }
  }

  /// In the order of the text, in which columns and `LIKE` may alternate.
  private void addOwn(Table table, TableDefinition definition) {
    record Item(int at, @Nullable Column column, @Nullable Like like) {}
    var items = new ArrayList<Item>();
    definition.columns().forEach(c -> items.add(new Item(c.span().start(), c, null)));
    definition.likes().forEach(l -> items.add(new Item(l.span().start(), null, l)));
    items.sort(Comparator.comparingInt(Item::at));
    for (var item : items) {
      var current = now(table.qualifiedName());
      if (item.like() != null) {
        likes.copyColumns(current, item.like());
      } else if (item.column() != null) {
        addOwn(current, item.column());
      }
    }
  }

  private void addOwn(Table table, Column column) {
    var inherited = state.column(table.qualifiedName(), column.name());
    if (inherited == null) {
      columns.add(table, column);
    } else {
      var draft = inherited.copy();
      columns.define(draft, column, inherited.type());
      draft.inherited(inherited.inherited(), table.partition() == null);
      draft.notNull(inherited.notNull() || column.notNull() || column.identity() != null);
      state.put(draft.column());
      columns.addIdentity(table, column, inherited.type());
    }
  }

  /// `CREATE TABLE AS`: the query's column names, unless the statement gives others.
  private void addQueried(Table table, TableDefinition definition, Statement statement) {
    var query = definition.as();
    if (query == null) {
      return;
    }
    var reads = new QueryReads(surrounding, statement).in(query, table.name());
    var own = now(table.qualifiedName()).columns();
    var outputs = new QueryOutput(state, surrounding.names(), reads).typed(query);
    for (var i = 0; i < outputs.size(); i++) {
      var name = i < own.size() ? own.get(i) : outputs.get(i).name();
      columns.addTyped(now(table.qualifiedName()), name, outputs.get(i).type());
    }
  }

  // Constraints

  /// PostgreSQL creates checks first, then the primary key, other keys, and foreign keys last:
  /// generated names depend on the order.
  private void addConstraints(Table table, TableDefinition definition) {
    var ordered = new ArrayList<>(definition.constraints());
    ordered.sort(Comparator.comparingInt(TableCreation::turn));
    for (var constraint : withoutRepeated(ordered)) {
      var made = constraint.notValid() ? named(constraint, constraint.name()) : constraint;
      constraints.add(now(table.qualifiedName()), made, true);
    }
    constraints.nameNotNulls(now(table.qualifiedName()));
  }

  /// PostgreSQL creates only one of two keys on the same columns, under the first name.
  private static List<Constraint> withoutRepeated(List<Constraint> written) {
    var kept = new ArrayList<Constraint>();
    for (var constraint : written) {
      var repeated = -1;
      for (var i = 0; i < kept.size() && repeated < 0; i++) {
        repeated = isSameKey(kept.get(i), constraint) ? i : -1;
      }
      if (repeated < 0) {
        kept.add(constraint);
      } else if (kept.get(repeated).name() == null) {
        kept.set(repeated, named(kept.get(repeated), constraint.name()));
      }
    }
    return kept;
  }

  private static boolean isSameKey(Constraint one, Constraint other) {
    var columns = keyColumns(one);
    return !columns.isEmpty()
        && columns.equals(keyColumns(other))
        && one.deferrability().deferrable() == other.deferrability().deferrable();
  }

  private static List<String> keyColumns(Constraint constraint) {
    return switch (constraint.rule()) {
      case PrimaryKey key when key.include().isEmpty() -> key.columns();
      case Constraint.Unique unique when unique.include().isEmpty() && !unique.nullsNotDistinct() ->
          unique.columns();
      case PrimaryKey _,
          Constraint.Unique _,
          Constraint.Check _,
          Constraint.NotNull _,
          Constraint.ForeignKey _,
          Constraint.Exclude _ ->
          List.of();
    };
  }

  /// A new table has no rows to check: its constraints are valid, whatever is written.
  private static Constraint named(Constraint constraint, @Nullable String name) {
    return new Constraint(
        name,
        constraint.rule(),
        constraint.deferrability(),
        false,
        constraint.notEnforced(),
        constraint.noInherit(),
        constraint.inline(),
        constraint.span());
  }

  private static int turn(Constraint constraint) {
    return switch (constraint.rule()) {
      case Constraint.NotNull _ -> 0;
      case Constraint.Check _ -> 1;
      case PrimaryKey _ -> 2;
      case Constraint.Unique _, Constraint.Exclude _ -> 3;
      case Constraint.ForeignKey _ -> 4;
    };
  }
}
