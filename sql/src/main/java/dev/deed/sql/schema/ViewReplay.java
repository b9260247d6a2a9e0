package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.expression.Query;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Views and materialized views.
final class ViewReplay {

  private final Surrounding surrounding;
  private final PrivilegeReplay privileges;
  private final State state;

  ViewReplay(Surrounding surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.state = surrounding.state;
  }

  void apply(ViewEffect effect, Statement statement) {
    switch (effect) {
      case CreatesView creates -> create(creates, statement);
      case RefreshesView refreshes -> refresh(refreshes);
    }
  }

  private void create(CreatesView creates, Statement statement) {
    var name = surrounding.created(creates.view(), creates.temporary());
    var before = state.view(name);
    if (creates.ifNotExists() && before != null) {
      return;
    }
    var object = ObjectName.of(creates.kind(), name);
    state.put(
        new View(
            object,
            creates.columns().isEmpty() ? creates.query().columns() : creates.columns(),
            creates.query().canonical(),
            creates.withData(),
            storage(creates),
            reads(statement, creates.query(), object),
            before == null ? privileges.ofNew(object) : before.attributes()));
  }

  private Storage storage(CreatesView creates) {
    var options = new TreeMap<>(creates.options());
    if (creates.checkOption() != null) {
      options.put("check_option", creates.checkOption());
    }
    var method = creates.accessMethod();
    return new Storage("heap".equals(method) ? null : method, creates.tablespace(), options, null);
  }

  /// Relations and routines that the statement names inside the query, and what may be columns.
  private List<ObjectName> reads(Statement statement, Query query, ObjectName own) {
    var names = surrounding.names();
    var reads = new LinkedHashSet<ObjectName>();
    for (var effect : statement.effects()) {
      if (within(effect, query.span())) {
        var relation = relation(effect);
        if (relation != null) {
          reads.add(names.object(ObjectName.table(relation)));
        }
        if (effect instanceof CallsRoutine calls) {
          reads.addAll(state.routines(names.function(calls.routine())));
        }
      }
    }
    reads.remove(own);
    var columns = columns(reads, new HashSet<>(Words.of(query.canonical().replace('.', ' '))));
    reads.addAll(columns);
    return List.copyOf(reads);
  }

  /// The columns of these tables that the query has a word for, or all where it has a star.
  private List<ObjectName> columns(Set<ObjectName> reads, Set<String> words) {
    var columns = new ArrayList<ObjectName>();
    for (var read : reads) {
      var table = state.table(read.name());
      if (table != null) {
        for (var column : table.columns()) {
          if (words.contains(column) || words.contains("*")) {
            columns.add(State.columnName(table.qualifiedName(), column));
          }
        }
      }
    }
    return columns;
  }

  private static boolean within(Effect effect, Span query) {
    return effect.span().start() >= query.start() && effect.span().end() <= query.end();
  }

  private static @Nullable QualifiedName relation(Effect effect) {
    return switch (effect) {
      case ReadsRows reads -> reads.relation();
      case NamesRelation named -> named.relation();
      default -> null;
    };
  }

  private void refresh(RefreshesView refreshes) {
    var view = state.view(surrounding.names().relation(refreshes.view()));
    if (view != null) {
      state.put(
          new View(
              view.name(),
              view.columns(),
              view.definition(),
              refreshes.withData(),
              view.storage(),
              view.reads(),
              view.attributes()));
    }
  }
}
