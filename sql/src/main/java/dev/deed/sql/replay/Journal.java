package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The changes of an open transaction, so that `ROLLBACK` can undo them.
final class Journal {

  /// @param before null if there was none
  /// @param age the age of the object before the change
  record Change(ObjectName name, @Nullable SchemaObject before, Ages.Age age) {}

  /// @param name the folded name
  /// @param changes the number of changes before the savepoint
  private record Savepoint(String name, int changes) {}

  private final List<Change> changes = new ArrayList<>();
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private boolean open;

  void begin() {
    if (!open) {
      end();
      open = true;
    }
  }

  void end() {
    open = false;
    changes.clear();
    savepoints.clear();
  }

  boolean isOpen() {
    return open;
  }

  void add(ObjectName name, @Nullable SchemaObject before, Ages.Age age) {
    changes.add(new Change(name, before, age));
  }

  /// PostgreSQL refuses a savepoint outside of a transaction, so the caller of the script began
  /// one.
  void savepoint(String name) {
    open = true;
    savepoints.push(new Savepoint(name, changes.size()));
  }

  /// Releases the savepoint and those set after it.
  void release(String name) {
    if (find(name) != null) {
      while (!savepoints.pop().name().equals(name)) {}
    }
  }

  /// The changes to undo for `ROLLBACK TO`, the latest first. The savepoint stays, those set after
  /// it are released. Empty if there is no such savepoint.
  @SuppressWarnings("ReferenceEquality") // two of one name may have noted the same changes
  List<Change> takeSince(String name) {
    if (find(name) == null) {
      return List.of();
    }
    while (!savepoints.getFirst().name().equals(name)) {
      savepoints.pop();
    }
    return take(savepoints.getFirst().changes());
  }

  private @Nullable Savepoint find(String name) {
    for (var savepoint : savepoints) {
      if (savepoint.name().equals(name)) {
        return savepoint;
      }
    }
    return null;
  }

  /// The same for `ROLLBACK`.
  List<Change> takeAll() {
    var all = take(0);
    end();
    return all;
  }

  private List<Change> take(int from) {
    var tail = changes.subList(from, changes.size());
    var taken = List.copyOf(tail.reversed());
    tail.clear();
    return taken;
  }
}
