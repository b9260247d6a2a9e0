package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Query;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query in a statement reads.
final class QueryReads {

  private final Surrounding surrounding;
  private final State state;
  private final Statement statement;

  QueryReads(Surrounding surrounding, Statement statement) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.statement = statement;
  }

  /// Relations and routines that the statement names inside the query, and what may be columns.
  List<ObjectName> in(Query query, ObjectName own) {
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
}
