package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What objects were before a change in a `DO` block, where some statements may not run: a trigger
/// that is dropped under `IF` may still fire, a function that is replaced there may still be the
/// old one.
final class Alternatives {

  private final Map<ObjectName, SchemaObject> before = new LinkedHashMap<>();

  /// @param after null if the object is removed
  void changed(SchemaObject was, @Nullable SchemaObject after, boolean conditional) {
    if (conditional) {
      before.putIfAbsent(was.name(), was);
    } else if (after == null || !isSame(was, after)) {
      before.remove(was.name());
    }
  }

  /// `ALTER FUNCTION` leaves it as open as before which body the function has.
  private static boolean isSame(SchemaObject was, SchemaObject after) {
    return was instanceof Routine old
        && after instanceof Routine now
        && old.body().equals(now.body());
  }

  /// The object is certainly created, or certainly not there any more.
  void settle(ObjectName name) {
    before.remove(name);
  }

  @Nullable SchemaObject of(ObjectName name) {
    return before.get(name);
  }

  /// Routines that a call may still mean.
  List<Routine> routines(CallsRoutine call, List<String> path) {
    var schema = call.routine().schema();
    return before.values().stream()
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(r -> r.name().name().name().equals(call.routine().name()))
        .filter(r -> {
          var of = r.name().name().schema();
          return schema == null ? path.contains(of) : schema.equals(of);
        })
        .filter(r -> RoutineReplay.fits(r, call.arguments()))
        .toList();
  }

  /// Parts that the relation may still have.
  <T extends SchemaObject> List<T> partsOf(ObjectName relation, Class<T> kind) {
    return before.values().stream()
        .filter(kind::isInstance)
        .filter(part -> part.name().name().equals(relation.name()))
        .map(kind::cast)
        .toList();
  }
}
