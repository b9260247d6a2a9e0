package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What objects were before changes in a `DO` block or in the body of a called routine, where some
/// statements may not run: a trigger that is dropped under `IF` may still fire, a function that is
/// replaced there may still be the old one, a table may still have its foreign keys.
final class Alternatives {

  /// Each state that an object may still be in. A body that changes one object more often than that
  /// is generated.
  private static final int MOST = 50;

  private final Map<ObjectName, Set<SchemaObject>> before = new LinkedHashMap<>();

  /// @param after null if the object is removed
  void changed(SchemaObject was, @Nullable SchemaObject after, boolean conditional) {
    if (conditional) {
      var states = before.computeIfAbsent(was.name(), _ -> new LinkedHashSet<>());
      if (states.size() < MOST && !was.equals(after)) {
        states.add(was);
      }
    } else if (after == null) {
      settle(was.name());
    } else if (!isSame(was, after)) {
      before.remove(was.name());
    }
  }

  /// `ALTER FUNCTION` leaves it as open as before which body the function has.
  private static boolean isSame(SchemaObject was, SchemaObject after) {
    return was instanceof Routine old
        && after instanceof Routine now
        && old.body().equals(now.body());
  }

  /// The object is certainly created, or certainly not there any more: it has none of the parts
  /// that an earlier one had.
  void settle(ObjectName name) {
    if (before.isEmpty()) {
      return;
    }
    before.remove(name);
    if (name.kind().isRelation()) {
      before.keySet().removeIf(o -> o.kind().isPartOfRelation() && o.name().equals(name.name()));
    }
  }

  <T extends SchemaObject> List<T> of(ObjectName name, Class<T> kind) {
    return only(before.getOrDefault(name, Set.of()).stream(), kind);
  }

  private <T extends SchemaObject> List<T> all(Class<T> kind) {
    return before.isEmpty()
        ? List.of()
        : only(before.values().stream().flatMap(Collection::stream), kind);
  }

  private static <T extends SchemaObject> List<T> only(
      Stream<SchemaObject> objects, Class<T> kind) {
    return objects.filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Names of relations that the name may still mean.
  List<ObjectName> relations(QualifiedName name) {
    return before.keySet().stream()
        .filter(o -> o.kind().isRelation() && o.name().equals(name))
        .toList();
  }

  /// Routines and aggregates that a call may still mean.
  List<SchemaObject> called(CallsRoutine call, List<String> path) {
    var schema = call.routine().schema();
    return all(SchemaObject.class).stream()
        .filter(r -> r.name().kind().isRoutine())
        .filter(r -> r.name().name().name().equals(call.routine().name()))
        .filter(r -> {
          var of = r.name().name().schema();
          return schema == null ? path.contains(of) : schema.equals(of);
        })
        .filter(
            r -> !(r instanceof Routine routine) || RoutineReplay.fits(routine, call.arguments()))
        .toList();
  }

  /// Parts that the relation may still have.
  <T extends SchemaObject> List<T> partsOf(ObjectName relation, Class<T> kind) {
    return all(kind).stream().filter(part -> part.name().name().equals(relation.name())).toList();
  }

  List<TableConstraint> foreignKeysTo(ObjectName table) {
    return all(TableConstraint.class).stream()
        .filter(c -> c.rule() instanceof ForeignKey key && key.parent().equals(table.name()))
        .toList();
  }

  /// Partitions and tables that may still inherit from it.
  List<Table> children(ObjectName parent) {
    return all(Table.class).stream()
        .filter(t -> {
          var partition = t.partition();
          return t.inherits().contains(parent.name())
              || (partition != null && partition.parent().equals(parent.name()));
        })
        .toList();
  }

  List<Index> indexes(ObjectName relation) {
    return all(Index.class).stream().filter(i -> i.table().equals(relation.name())).toList();
  }

  /// In any schema if the name has none.
  List<ObjectName> operators(QualifiedName name) {
    return operatorsAndCasts().stream()
        .filter(o -> o.kind() == ObjectKind.OPERATOR && o.name().name().equals(name.name()))
        .filter(o -> name.schema() == null || name.schema().equals(o.name().schema()))
        .toList();
  }

  List<ObjectName> operatorsAndCasts() {
    return before.keySet().stream()
        .filter(o -> o.kind() == ObjectKind.OPERATOR || o.kind() == ObjectKind.CAST)
        .toList();
  }
}
