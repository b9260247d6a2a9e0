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
  record Change(ObjectName name, @Nullable SchemaObject before) {}

  private final List<Change> changes = new ArrayList<>();
  private final Deque<Integer> savepoints = new ArrayDeque<>();
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

  void add(ObjectName name, @Nullable SchemaObject before) {
    if (open) {
      changes.add(new Change(name, before));
    }
  }

  void savepoint() {
    savepoints.push(changes.size());
  }

  void release() {
    savepoints.poll();
  }

  /// The changes to undo, the latest first, for `ROLLBACK TO` the latest savepoint.
  List<Change> takeSinceSavepoint() {
    var mark = savepoints.peek();
    return take(mark == null ? 0 : mark);
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
