package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;

import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Touches of statements that apply to any kind of object.
final class ObjectTouches {

  private ObjectTouches() {}

  /// Relations and their parts are locked; other objects have no table lock.
  static ObjectAccess defining(ObjectName object, LockMode lock, Span span) {
    return ObjectAccess.of(object, DEFINES, lockable(object) ? lock : null, span);
  }

  /// Comments and labels: relations and columns are protected against other changes; other parts of
  /// a relation are only looked up.
  static ObjectAccess describing(ObjectName object, Span span) {
    var tied = object.kind().isPartOfRelation() && object.kind() != ObjectKind.COLUMN;
    return defining(object, tied ? LockMode.ACCESS_SHARE : LockMode.SHARE_UPDATE_EXCLUSIVE, span);
  }

  static List<ObjectAccess> with(ObjectAccess first, List<ObjectAccess> rest) {
    var touches = new ArrayList<ObjectAccess>(rest.size() + 1);
    touches.add(first);
    touches.addAll(rest);
    return touches;
  }

  private static boolean lockable(ObjectName object) {
    return object.kind().isRelation() || object.kind().isPartOfRelation();
  }

  static @Nullable LockMode lockOf(ObjectName object, LockMode lock) {
    return lockable(object) ? lock : null;
  }
}
