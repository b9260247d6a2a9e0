package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.IndexEffect.AttachesIndex;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AddsParent;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AltersConstraint;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.ColumnChange;
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
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;

/// What a change of a table touches besides the table: children, referenced and referencing tables,
/// a default partition.
final class TableReach {

  private final SchemaState state;
  private final ObjectAccesses touches;
  private final DropReach drops;
  private final boolean locksMore;

  TableReach(ReplaySession surrounding, ObjectAccesses touches) {
    this.state = surrounding.state;
    this.locksMore = surrounding.locksMore();
    this.touches = touches;
    this.drops = new DropReach(state, touches);
  }

  void add(TableEffect effect, NameResolution names) {
    switch (effect) {
      case CreatesTable creates -> create(creates, names);
      case Altering altering -> {
        var name = state.relation(names.relation(altering.table()));
        if (name != null) {
          indexed(name, altering);
          var table = state.table(name.name());
          if (table != null) {
            alter(table, altering, names);
          }
        }
      }
      case MovesTablespace _ -> {}
    }
  }

  /// A new partition takes a range from the default one.
  private void create(CreatesTable creates, NameResolution names) {
    creates.definition().constraints().forEach(c -> partitionsOfParent(c, names, creates.span()));
    var partition = creates.definition().partitionOf();
    if (partition != null) {
      var parent = state.table(names.relation(partition.parent()));
      if (parent != null) {
        defaultPartition(parent, creates.span());
        otherSides(parent, LockMode.SHARE_ROW_EXCLUSIVE, creates.span());
      }
    }
  }

  private void defaultPartition(Table parent, Span span) {
    for (var child : state.defaultPartitions(parent.name())) {
      touches.imply(child.name(), Access.READS, LockMode.ACCESS_EXCLUSIVE, span);
    }
  }

  /// `ALTER INDEX`: the index determines the table.
  private void indexed(ObjectName name, Altering altering) {
    var index = state.index(name.name());
    if (index != null) {
      touches.imply(relation(index.table()), Access.DEFINES, null, altering.span());
    }
  }

  private void alter(Table table, Altering altering, NameResolution names) {
    var lock = altering.lock();
    switch (altering) {
      case AddsColumn _, SetsDefault _, SetsNotNull _, AltersConstraint _ ->
          children(table, altering, lock);
      case DropsNotNull drop -> dropNotNull(table, drop);
      case AltersColumn alters -> alterColumn(table, alters);
      case AltersColumnType alters -> {
        children(table, altering, lock);
        alterType(table, alters);
      }
      case DropsColumn drop -> {
        heirs(table, altering, lock);
        var column = SchemaState.columnName(table.qualifiedName(), drop.column());
        drops.add(column, drop.cascade(), lock, drop.span());
      }
      case AddsConstraint adds -> addConstraint(table, adds, names);
      case DropsConstraint drop -> dropConstraint(table, drop);
      case ValidatesConstraint validates -> validate(table, validates);
      case AttachesPartition attaches -> attach(table, attaches, names);
      case DetachesPartition detaches -> detach(table, detaches, names);
      case AltersTable alters -> settings(table, alters);
      case AddsParent _, DropsParent _, RearrangesPartitions _ -> {}
    }
  }

  /// With `ONLY`, a child keeps its inherited parts as its own, so it is changed, too.
  private void heirs(Table table, Altering altering, LockMode lock) {
    children(table, altering, lock);
    if (altering.target().only()) {
      for (var child : state.children(table.name())) {
        touches.imply(child.name(), Access.DEFINES, lock, altering.span());
      }
    }
  }

  void children(Table table, Altering altering, LockMode lock) {
    if (!altering.target().only()) {
      children(table, Access.DEFINES, lock, altering.span());
    }
  }

  private void children(Table table, Access access, LockMode lock, Span span) {
    for (var child : state.children(table.name())) {
      touches.imply(child.name(), access, lock, span);
      children(child, access, lock, span);
    }
  }

  private void alterColumn(Table table, AltersColumn alters) {
    switch (alters.change()) {
      case SET_IDENTITY, DROP_IDENTITY -> {
        var lock =
            alters.change() == ColumnChange.SET_IDENTITY
                ? LockMode.SHARE_ROW_EXCLUSIVE
                : alters.lock();
        var column = SchemaState.columnName(table.qualifiedName(), alters.column());
        for (var sequence : state.sequencesOf(column)) {
          if (sequence.identity()) {
            touches.imply(sequence.name(), Access.DEFINES, lock, alters.span());
          }
        }
      }
      case ADD_IDENTITY, SET_OPTIONS, RESET_OPTIONS, SET_COMPRESSION -> {}
      default -> children(table, alters, alters.lock());
    }
  }

  /// A foreign key is checked again when a column on either side changes its type.
  private void alterType(Table table, AltersColumnType alters) {
    var lock = LockMode.ACCESS_EXCLUSIVE;
    for (var constraint : state.constraints(table)) {
      if (constraint.rule() instanceof ForeignKey key && key.columns().contains(alters.column())) {
        touches.imply(relation(key.parent()), Access.REFERENCES, lock, alters.span());
      }
    }
    for (var constraint : state.foreignKeysTo(table.name())) {
      if (constraint.rule() instanceof ForeignKey key
          && key.parentColumns().contains(alters.column())) {
        touches.imply(relation(constraint.relation()), Access.DEFINES, lock, alters.span());
      }
    }
  }

  private void addConstraint(Table table, AddsConstraint adds, NameResolution names) {
    partitionsOfParent(adds.constraint(), names, adds.span());
    var rule = adds.constraint().rule();
    var inherited =
        table.partitionBy() != null
            || ((rule instanceof Check || rule instanceof NotNull)
                && !adds.constraint().noInherit());
    if (inherited || locksMore) {
      children(table, adds, adds.lock());
    }
  }

  /// As a constraint it is looked for first: what is not there is dropped nowhere.
  private void dropNotNull(Table table, DropsNotNull drop) {
    if (!locksMore) {
      children(table, drop, drop.lock());
    } else {
      var column = state.column(table.qualifiedName(), drop.column());
      if (column == null || column.notNull()) {
        heirs(table, drop, drop.lock());
      }
    }
  }

  /// A foreign key to a partitioned table also references each of its partitions.
  private void partitionsOfParent(Constraint constraint, NameResolution names, Span span) {
    if (constraint.rule() instanceof ForeignKey key) {
      var parent = state.table(names.relation(key.parent()));
      if (parent != null && parent.partitionBy() != null) {
        children(parent, Access.REFERENCES, LockMode.SHARE_ROW_EXCLUSIVE, span);
      }
    }
  }

  private void dropConstraint(Table table, DropsConstraint drop) {
    var constraint = state.constraint(table.qualifiedName(), drop.constraint());
    if (constraint != null) {
      if (isInherited(table, constraint)) {
        heirs(table, drop, drop.lock());
      }
      drops.add(constraint.name(), drop.cascade(), drop.lock(), drop.span());
    }
  }

  /// Always for a partitioned table; a plain parent passes on checks and `NOT NULL` only.
  private static boolean isInherited(Table table, RelationPart.TableConstraint constraint) {
    var rule = constraint.rule();
    return table.partitionBy() != null
        || ((rule instanceof Check || rule instanceof NotNull) && !constraint.noInherit());
  }

  private void validate(Table table, ValidatesConstraint validates) {
    var known = state.constraint(table.qualifiedName(), validates.constraint());
    if (known != null && known.validated()) {
      return;
    }
    if (known == null || !known.noInherit()) {
      children(table, validates, validates.lock());
    }
    parentOf(table, validates.constraint(), LockMode.ROW_SHARE, validates.span());
  }

  private void parentOf(Table table, String constraint, LockMode lock, Span span) {
    var known = state.constraint(table.qualifiedName(), constraint);
    if (known != null && known.rule() instanceof ForeignKey key) {
      touches.imply(relation(key.parent()), Access.REFERENCES, lock, span);
    }
  }

  private void attach(Table parent, AttachesPartition attaches, NameResolution names) {
    defaultPartition(parent, attaches.span());
    var partition = state.table(names.relation(attaches.partition()));
    if (partition != null) {
      children(partition, Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, attaches.span());
    }
    otherSides(parent, LockMode.SHARE_ROW_EXCLUSIVE, attaches.span());
  }

  /// The partition gains or loses its part of the parent's foreign keys.
  ///
  /// @param holders the lock on tables that reference the parent
  private void otherSides(Table parent, LockMode holders, Span span) {
    for (var constraint : state.constraints(parent)) {
      if (constraint.rule() instanceof ForeignKey key) {
        touches.imply(
            relation(key.parent()), Access.REFERENCES, LockMode.SHARE_ROW_EXCLUSIVE, span);
      }
    }
    for (var constraint : state.foreignKeysTo(parent.name())) {
      var child = relation(constraint.relation());
      touches.imply(child, Access.REFERENCES, holders, span);
    }
  }

  private void detach(Table parent, DetachesPartition detaches, NameResolution names) {
    var partition = state.table(names.relation(detaches.partition()));
    if (partition != null) {
      otherSides(parent, LockMode.ACCESS_EXCLUSIVE, detaches.span());
      defaultPartition(parent, detaches.span());
      children(partition, Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, detaches.span());
    }
  }

  private void settings(Table table, AltersTable alters) {
    switch (alters.change()) {
      case ENABLE_TRIGGER, DISABLE_TRIGGER -> {
        if (table.partitionBy() != null) {
          children(table, alters, alters.lock());
        }
      }
      default -> {}
    }
  }

  // Indexes, triggers, maintenance

  void add(IndexEffect effect, NameResolution names) {
    switch (effect) {
      case CreatesIndex creates -> {
        var table = state.table(names.relation(creates.table()));
        if (table != null && table.partitionBy() != null && !creates.only()) {
          children(table, Access.DEFINES, LockMode.SHARE, creates.span());
        }
      }
      case AttachesIndex attaches -> {
        tableOf(names.relation(attaches.parent()), LockMode.ACCESS_SHARE, attaches.span());
        tableOf(names.relation(attaches.child()), LockMode.ACCESS_SHARE, attaches.span());
      }
    }
  }

  private void tableOf(QualifiedName index, LockMode lock, Span span) {
    var known = state.index(index);
    if (known != null) {
      touches.imply(relation(known.table()), Access.DEFINES, lock, span);
    }
  }

  void add(AttachedEffect effect, NameResolution names) {
    if (effect instanceof CreatesTrigger creates && creates.fires().forEachRow()) {
      var table = state.table(names.relation(creates.table()));
      if (table != null && table.partitionBy() != null) {
        children(table, Access.DEFINES, LockMode.SHARE_ROW_EXCLUSIVE, creates.span());
      }
    }
  }

  void add(MaintenanceEffect effect, NameResolution names) {
    // Without a table, each one is processed separately if the role may: no particular table is
    // meant.
    if (!(effect instanceof Maintains maintains) || maintains.object() == null) {
      return;
    }
    var object = names.object(maintains.object());
    var lock = maintains.touches().getFirst().lock();
    if (object.kind() == ObjectKind.INDEX && lock != null) {
      var concurrently = maintains.concurrently();
      tableOf(
          object.name(),
          concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE,
          maintains.span());
    }
    var table = state.table(object.name());
    if (table != null && table.partitionBy() != null && lock != null) {
      children(table, Access.DEFINES, lock, maintains.span());
    } else if (table != null && maintains.maintenance() == Maintenance.ANALYZE) {
      // A later version also gathers statistics of each child by itself.
      var analyzed = locksMore ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_SHARE;
      children(table, Access.READS, analyzed, maintains.span());
    }
  }

  private ObjectName relation(QualifiedName name) {
    var known = state.relation(name);
    return known == null ? ObjectName.table(name) : known;
  }
}
