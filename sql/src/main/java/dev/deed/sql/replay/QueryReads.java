package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Query;
import dev.deed.sql.script.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The objects that a query in a statement reads.
final class QueryReads {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final Statement statement;

  QueryReads(ReplaySession surrounding, Statement statement) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.statement = statement;
  }

  /// Everything named inside the query: relations, routines, types, collations, operators, and
  /// possible columns.
  List<ObjectName> in(Query query, ObjectName own) {
    var names = surrounding.names();
    var reads = new LinkedHashSet<ObjectName>();
    var inside = statement.effects().stream().filter(e -> within(e, query.span())).toList();
    for (var effect : inside) {
      var relation = relation(effect);
      if (relation != null) {
        reads.add(names.object(ObjectName.table(relation)));
      }
    }
    reads.addAll(NamedObjects.in(inside, state, names));
    reads.remove(own);
    var tables = reads.stream().map(r -> state.table(r.name())).filter(Objects::nonNull).toList();
    reads.addAll(QueryColumns.of(query, tables));
    return List.copyOf(reads);
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
