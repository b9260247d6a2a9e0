package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ForeignKeyAction;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.Assignment;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What reading and writing rows touches: tables of views, partitions, referenced and referencing
/// tables, and everything that triggers, rules and functions do.
final class RowReach {

  private static final Set<PolicyCommand> READING = Set.of(PolicyCommand.SELECT);

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final PossibleState possible;
  private final ObjectAccesses touches;
  private final ExpressionReach expressions;
  private final BodyReach bodies;
  private final boolean running;
  private final Set<Seen> seen = new HashSet<>();

  /// Already visited (relation and access): stops cycles of triggers and cascades.
  private sealed interface Seen {}

  private record Opened(View view, Access access, LockMode lock) implements Seen {}

  /// @param path the search path in which its triggers run
  /// @param writer of what has led here
  private record Wrote(ObjectName relation, Written written, List<String> path, int writer)
      implements Seen {}

  private record Emptied(ObjectName table) implements Seen {}

  /// @param running whether the statement evaluates its expressions: the definition of a view opens
  ///   only the relations that it names
  /// @param definitions told of what the bodies of called routines define and drop
  RowReach(
      ReplaySession surrounding,
      ObjectAccesses touches,
      List<Effect.Opaque> opaque,
      boolean running,
      BodyReach.Definitions definitions) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.possible = new PossibleState(state);
    this.touches = touches;
    this.running = running;
    var kept = new RowExpressions(state);
    this.bodies = new BodyReach(surrounding, this, kept, touches, opaque, definitions);
    this.expressions = new ExpressionReach(surrounding, kept, bodies, touches);
  }

  void add(RowsEffect effect) {
    add(effect, surrounding.names());
  }

  void add(RowsEffect effect, NameResolution names) {
    var named = names.relation(effect.relation());
    var name = state.relation(named);
    if (name != null) {
      add(effect, name);
    }
    for (var earlier : earlier(effect.relation(), named, names)) {
      if (!earlier.equals(name)) {
        add(effect, earlier);
      }
    }
  }

  /// Relations that may not have been dropped or renamed.
  private List<ObjectName> earlier(
      QualifiedName written, QualifiedName named, NameResolution names) {
    var alternatives = state.alternatives();
    return written.schema() != null
        ? alternatives.relations(named)
        : names.path().stream()
            .flatMap(schema -> alternatives.relations(written.in(schema)).stream())
            .toList();
  }

  private void add(RowsEffect effect, ObjectName name) {
    switch (effect) {
      case ReadsRows reads -> {
        if (running) {
          read(name, reads.only(), reads.lock(), reads.span());
          expressions.policies(name, READING, reads.span());
        }
      }
      case WritesRows writes -> write(name, written(writes, name), writes.span());
      case TruncatesTable truncates -> truncate(name, truncates);
      case LocksTable locks -> {
        if (!locks.only()) {
          children(name, Access.READS, locks.lock(), locks.span());
        }
        if (state.get(name) instanceof View view) {
          behind(view, Access.READS, locks.lock(), locks.span());
        }
      }
      case NamesRelation advances -> {
        if (advances.access() == Access.WRITES) {
          advance(name, advances.span());
        }
      }
    }
  }

  /// `setval('s', 7)`, `setval(pg_get_serial_sequence('t', 'c'), 7)`. A definition only refers to
  /// the sequence, which the newest minor releases lock meanwhile.
  private void advance(ObjectName name, Span span) {
    if (!running) {
      touches.imply(name, Access.READS, LockMode.ACCESS_SHARE, span);
      return;
    }
    var table = state.table(name.name());
    if (table == null) {
      sequence(name, span);
    } else {
      state.sequencesOf(table).forEach(s -> sequence(s.name(), span));
    }
  }

  void add(ViewEffect effect) {
    if (effect instanceof RefreshesView refreshes) {
      var name = surrounding.names().relation(refreshes.view());
      var view = state.view(name);
      if (view != null) {
        behind(view, Access.READS, LockMode.ACCESS_SHARE, refreshes.span());
      }
    }
  }

  void add(RoutineEffect effect) {
    switch (effect) {
      case CallsRoutine call -> {
        if (running) {
          var outside = touches.writer(state.statementNumber());
          bodies.call(call, surrounding.names());
          touches.writer(outside);
        }
      }
      // The effects of a block are reached one by one; a new routine does not run.
      case RoutineEffect.RunsBlock _,
          RoutineEffect.CreatesRoutine _,
          RoutineEffect.AltersRoutine _ -> {}
    }
  }

  void add(Effect.NamesObject effect) {
    if (running) {
      expressions.add(effect);
    }
  }

  /// What a change of a table, a type or of storage evaluates.
  ExpressionReach expressions() {
    return expressions;
  }

  void define(RoutineEffect.CreatesRoutine creates) {
    bodies.define(creates);
  }

  // Reading

  private void read(ObjectName name, boolean only, LockMode lock, Span span) {
    if (!only) {
      children(name, Access.READS, lock, span);
    }
    expressions.values(name.name(), span);
    if (name.kind() == ObjectKind.VIEW) {
      var outside = touches.throughView(true);
      touches.throughView(outside || lock == LockMode.ROW_SHARE);
      possible.views(name).forEach(view -> behind(view, Access.READS, lock, span));
      touches.throughView(outside);
    }
  }

  /// The tables (and, through views, their tables) that a view reads.
  private void behind(View view, Access access, LockMode lock, Span span) {
    if (!seen.add(new Opened(view, access, lock))) {
      return;
    }
    for (var read : view.reads()) {
      if (read.kind().isRelation()) {
        touches.imply(read, access, read.kind() == ObjectKind.SEQUENCE ? null : lock, span);
        read(read, false, lock, span);
      }
    }
    expressions.callAll(view.reads(), state.createdAt(view.name()), span);
  }

  void children(ObjectName name, Access access, LockMode lock, Span span) {
    for (var child : possible.children(name)) {
      touches.imply(child.name(), access, lock, span);
      children(child.name(), access, lock, span);
    }
  }

  // Writing

  private Written written(WritesRows writes, ObjectName name) {
    var moves = writes.writing() == Writing.UPDATE && isMoved(name, writes.columns());
    var defaults =
        writes.values().stream()
            .filter(a -> Special.isDefault(a.value()))
            .map(Assignment::column)
            .toList();
    return new Written(
        writes.writing(), writes.only(), writes.columns(), writes.changed(), defaults, moves);
  }

  /// A new value of a partition key moves the row to another partition.
  private boolean isMoved(ObjectName name, List<String> columns) {
    var table = state.table(name.name());
    if (table == null || table.partitionBy() == null) {
      return false;
    }
    return table.partitionBy().keys().stream()
            .anyMatch(k -> k.column() == null || columns.contains(k.column()))
        || state.children(name).stream().anyMatch(c -> isMoved(c.name(), columns));
  }

  void write(ObjectName name, Written written, Span span) {
    if (!seen.add(new Wrote(name, written, bodies.path(), touches.writer()))) {
      return;
    }
    var outside = touches.throughView(name.kind() == ObjectKind.VIEW);
    possible.views(name).forEach(view -> writeView(view, written, span));
    fire(name, written, span);
    writeTable(name, written, span);
    touches.throughView(outside);
  }

  private void writeTable(ObjectName name, Written written, Span span) {
    var table = possible.table(name);
    if (table != null) {
      writeFamily(table, written, span);
      partitionOf(table, span);
      checkParents(table, written, span);
      followKeys(table, written, span);
      expressions.policies(table.name(), written.policies(), span);
      expressions.values(name.name(), span);
      if (written.writing() != Writing.DELETE) {
        expressions.newRows(table, span);
        advance(table, written, span);
      }
    }
  }

  /// The parents determine which rows a partition accepts.
  private void partitionOf(Table table, Span span) {
    var partition = table.partition();
    if (partition != null) {
      touches.imply(relation(partition.parent()), Access.READS, LockMode.ACCESS_SHARE, span);
      var parent = state.table(partition.parent());
      if (parent != null) {
        partitionOf(parent, span);
      }
    }
  }

  /// New rows of a partitioned table go into its partitions; new rows of a parent stay in the
  /// parent.
  private void writeFamily(Table table, Written written, Span span) {
    var adds = written.writing() == Writing.INSERT || written.writing() == Writing.COPY;
    if (written.only()) {
      return;
    }
    if (!adds || table.partitionBy() != null) {
      children(table.name(), Access.WRITES, LockMode.ROW_EXCLUSIVE, span);
      writeChildren(table.name(), written, span);
    }
  }

  /// Rows of children fire the row triggers of the children, and are checked and indexed there.
  private void writeChildren(ObjectName parent, Written written, Span span) {
    for (var child : possible.children(parent)) {
      if (seen.add(new Wrote(child.name(), written, bodies.path(), touches.writer()))) {
        possible.triggers(child.name()).stream()
            .filter(t -> t.fires().forEachRow() && isFired(t, written))
            .forEach(t -> run(t, span));
        checkParents(child, written, span);
        followKeys(child, written, span);
        expressions.values(child.qualifiedName(), span);
        if (written.writing() != Writing.DELETE) {
          expressions.newRows(child, span);
        }
        writeChildren(child.name(), written, span);
      }
    }
  }

  /// A view of one relation passes the rows on to it, unless a trigger or rule replaces the write.
  private void writeView(View view, Written written, Span span) {
    var instead =
        state.triggers(view.name()).stream()
                .map(RelationPart.Trigger::fires)
                .anyMatch(f ->
                    f.timing() == TriggerTiming.INSTEAD_OF
                        && f.events().stream().anyMatch(written::fires))
            || state.rules(view.name()).stream()
                .anyMatch(r -> r.instead() && written.fires(r.event()));
    var base = view.base();
    if (!instead) {
      expressions.ofView(view, written, span);
    }
    if (base != null && !instead) {
      touches.imply(base, Access.WRITES, LockMode.ROW_EXCLUSIVE, span);
      write(base, written, span);
    }
    var others = view.reads().stream().filter(r -> r.kind().isRelation()).count() > 1;
    if (instead ? !written.fires(TriggerEvent.INSERT) : base == null || others) {
      behind(view, Access.READS, LockMode.ACCESS_SHARE, span);
    }
  }

  private void fire(ObjectName name, Written written, Span span) {
    possible.triggers(name).stream().filter(t -> isFired(t, written)).forEach(t -> run(t, span));
    var rules = new ArrayList<>(state.rules(name));
    rules.addAll(state.alternatives().partsOf(name, RelationPart.Rule.class));
    for (var rule : rules) {
      if (written.fires(rule.event())) {
        var outside = touches.writer(state.createdAt(rule.name()));
        bodies.imply(rule.effects(), surrounding.names(), span);
        touches.writer(outside);
      }
    }
  }

  private static boolean isFired(RelationPart.Trigger trigger, Written written) {
    var events = trigger.fires();
    return trigger.enabled() != Firing.DISABLED
        && events.events().stream()
            .filter(written::fires)
            .anyMatch(e ->
                e != TriggerEvent.UPDATE
                    || events.columns().isEmpty()
                    || written.changes(events.columns()));
  }

  /// Runs again what was fired and waits for the end of the transaction.
  void runDeferred(Span span) {
    for (var name : surrounding.deferred()) {
      if (state.get(name) instanceof RelationPart.Trigger trigger) {
        run(trigger, span);
      }
    }
  }

  private void run(RelationPart.Trigger trigger, Span span) {
    if (trigger.fires().check().deferrable()) {
      surrounding.defer(trigger.name());
    }
    expressions.when(trigger, span);
    var called = List.copyOf(state.routines(trigger.function()));
    expressions.callAll(called, state.createdAt(trigger.name()), span);
  }

  /// Every new value of a foreign key is looked up in the parent, and its row is locked.
  private void checkParents(Table table, Written written, Span span) {
    if (written.writing() == Writing.DELETE) {
      return;
    }
    for (var constraint : possible.constraints(table)) {
      if (constraint.rule() instanceof ForeignKey key
          && isWritten(key.columns(), written)
          && !isLeftNull(table, key.columns(), written)) {
        touches.imply(relation(key.parent()), Access.READS, LockMode.ROW_SHARE, span);
      }
    }
  }

  /// A new row that leaves out a column of the key refers to no other row, unless a trigger or the
  /// column's default gives it a value.
  private boolean isLeftNull(Table table, List<String> key, Written written) {
    var isInserting = written.writing() == Writing.INSERT || written.writing() == Writing.COPY;
    if (!isInserting
        || written.columns().isEmpty()
        || table.partitionBy() != null
        || !state.triggers(table.name()).isEmpty()) {
      return false;
    }
    return state.columns(table).stream()
        .filter(column -> key.contains(column.part()) && !written.columns().contains(column.part()))
        .anyMatch(column ->
            column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null
                && state.get(ObjectName.of(ObjectKind.DOMAIN, column.type().name())) == null);
  }

  private static boolean isWritten(List<String> columns, Written written) {
    return written.writing() != Writing.UPDATE
        || written.moves()
        || written.columns().isEmpty()
        || columns.stream().anyMatch(written.columns()::contains);
  }

  /// Rows that reference a deleted or changed one are looked up, or changed with it.
  private void followKeys(Table table, Written written, Span span) {
    for (var constraint : possible.foreignKeysTo(table.name())) {
      if (constraint.rule() instanceof ForeignKey key) {
        var child = relation(constraint.relation());
        if (written.fires(TriggerEvent.DELETE)) {
          var set = key.onDelete().columns();
          var columns = set.isEmpty() ? key.columns() : set;
          follow(child, key.onDelete().action(), Writing.DELETE, columns, span);
        }
        if (written.fires(TriggerEvent.UPDATE) && written.changes(key.parentColumns())) {
          follow(child, key.onUpdate(), Writing.UPDATE, key.columns(), span);
        }
      }
    }
  }

  /// @param cascaded what `CASCADE` does to the child's rows
  /// @param columns of the child that are set where its rows are updated
  private void follow(
      ObjectName child,
      ForeignKeyAction action,
      Writing cascaded,
      List<String> columns,
      Span span) {
    switch (action) {
      case NO_ACTION, RESTRICT -> touches.imply(child, Access.READS, LockMode.ROW_SHARE, span);
      case CASCADE -> change(child, cascaded, columns, span);
      case SET_NULL, SET_DEFAULT -> change(child, Writing.UPDATE, columns, span);
    }
  }

  private void change(ObjectName child, Writing writing, List<String> columns, Span span) {
    var set = writing == Writing.UPDATE ? columns : List.<String>of();
    var outside = touches.writer(-1);
    touches.imply(child, Access.WRITES, LockMode.ROW_EXCLUSIVE, span);
    // Foreign keys are not inherited: only partitions of the child are written with it.
    var table = possible.table(child);
    var only = table != null && table.partitionBy() == null;
    write(child, new Written(writing, only, set, List.of(), List.of(), false), span);
    touches.writer(outside);
  }

  /// Defaults advance sequences and call functions.
  private void advance(Table table, Written written, Span span) {
    var isNew = written.writing() != Writing.UPDATE && written.fires(TriggerEvent.INSERT);
    var columns = new ArrayList<>(state.columns(table));
    columns.addAll(state.alternatives().partsOf(table.name(), RelationPart.TableColumn.class));
    for (var column : columns) {
      var own = column.part();
      var isLeftOut = isNew && !written.columns().contains(own);
      if (!isLeftOut && !written.defaults().contains(own)) {
        continue;
      }
      if (column.identity() != null) {
        state.sequencesOf(column.name()).forEach(s -> sequence(s.name(), span));
      }
      if (column.defaultValue() != null) {
        var names = ExpressionNames.in(column.defaultValue().tree());
        names.relations().forEach(s -> sequence(relation(s), span));
      }
      expressions.defaultOf(column, span);
    }
  }

  private void sequence(ObjectName name, Span span) {
    touches.imply(name, Access.WRITES, LockMode.ROW_EXCLUSIVE, span);
  }

  // Truncating

  private void truncate(ObjectName name, TruncatesTable truncates) {
    if (!truncates.only()) {
      children(name, Access.WRITES, LockMode.ACCESS_EXCLUSIVE, truncates.span());
    }
    fireTruncate(name, truncates.span());
    if (truncates.restartIdentity()) {
      restart(name, truncates.span());
    }
    if (truncates.cascade()) {
      cascade(name, truncates);
    }
  }

  private void restart(ObjectName name, Span span) {
    var table = state.table(name.name());
    if (table != null) {
      for (var sequence : state.sequencesOf(table)) {
        touches.imply(sequence.name(), Access.WRITES, LockMode.ACCESS_EXCLUSIVE, span);
      }
    }
  }

  private void fireTruncate(ObjectName name, Span span) {
    for (var trigger : possible.triggers(name)) {
      if (trigger.fires().fires(TriggerEvent.TRUNCATE)) {
        run(trigger, span);
      }
    }
  }

  private void cascade(ObjectName name, TruncatesTable truncates) {
    if (!seen.add(new Emptied(name))) {
      return;
    }
    for (var constraint : possible.foreignKeysTo(name)) {
      var child = relation(constraint.relation());
      touches.imply(child, Access.WRITES, LockMode.ACCESS_EXCLUSIVE, truncates.span());
      truncate(child, truncates);
    }
  }

  private ObjectName relation(QualifiedName name) {
    var known = state.relation(name);
    var earlier = known == null ? state.alternatives().relations(name) : List.<ObjectName>of();
    return known != null ? known : earlier.isEmpty() ? ObjectName.table(name) : earlier.getLast();
  }
}
