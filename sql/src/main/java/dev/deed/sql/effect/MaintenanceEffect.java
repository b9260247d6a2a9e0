package dev.deed.sql.effect;

import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `VACUUM`, `ANALYZE`, `CLUSTER`, `REINDEX`, `REPACK`: they change storage, not content.
public sealed interface MaintenanceEffect extends Effect {

  /// @param object a table, index, schema or database; null for the whole database
  /// @param index the index by which `CLUSTER` or `REPACK` orders the table, null if the text names
  ///   none
  record Maintains(
      Maintenance maintenance,
      @Nullable ObjectName object,
      @Nullable ObjectName index,
      boolean full,
      boolean concurrently,
      Span span)
      implements MaintenanceEffect {
    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>(2);
      addTo(touches, object);
      addTo(touches, index);
      return touches;
    }

    private void addTo(List<ObjectAccess> touches, @Nullable ObjectName name) {
      if (name != null) {
        touches.add(
            ObjectAccess.of(name, Access.DEFINES, ObjectTouches.lockOf(name, lock()), span));
      }
    }

    private LockMode lock() {
      return switch (maintenance) {
        case VACUUM -> full ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE;
        case ANALYZE -> LockMode.SHARE_UPDATE_EXCLUSIVE;
        case CLUSTER -> LockMode.ACCESS_EXCLUSIVE;
        case REPACK -> concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        case REINDEX -> reindexLock();
      };
    }

    private LockMode reindexLock() {
      if (concurrently) {
        return LockMode.SHARE_UPDATE_EXCLUSIVE;
      }
      return object != null && object.kind() == ObjectKind.INDEX
          ? LockMode.ACCESS_EXCLUSIVE
          : LockMode.SHARE;
    }
  }

  enum Maintenance {
    VACUUM,
    ANALYZE,
    CLUSTER,
    REINDEX,
    REPACK
  }
}
