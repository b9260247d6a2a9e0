package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a statement touches, each object once, with the strongest access and lock.
final class ObjectAccesses {

  private final Map<ObjectName, ObjectAccess> byObject = new LinkedHashMap<>();

  private final List<ObjectName> added = new ArrayList<>();

  private final Set<ObjectName> writtenThroughViews = new HashSet<>();

  private final Map<ObjectName, Set<Integer>> writers = new HashMap<>();

  /// Null where the places are in the statement's own text.
  private @Nullable Span place;

  private boolean throughView;
  private int writer = -1;

  /// Until the next call, writes and locks of rows come through a view, not through a trigger or
  /// key of a table.
  ///
  /// @return the value before
  boolean throughView(boolean isThrough) {
    var before = throughView;
    throughView = isThrough;
    return before;
  }

  /// The relations that are written through a view: by its query, its triggers or its rules.
  Set<ObjectName> writtenThroughViews() {
    return writtenThroughViews;
  }

  /// Until the next call, what is written is written by a definition of that statement.
  ///
  /// @param statement that created the trigger, rule, default or constraint, or calls the function;
  ///   -1 where the statement itself names what it writes, or a foreign key changes it
  /// @return the value before
  int writer(int statement) {
    var before = writer;
    writer = statement;
    return before;
  }

  int writer() {
    return writer;
  }

  Map<ObjectName, Set<Integer>> writers() {
    return writers;
  }

  /// What is added meanwhile is reached from that place of the statement, which does not name it.
  void within(Span span, Runnable adding) {
    var outside = place;
    place = span;
    adding.run();
    place = outside;
  }

  void add(ObjectAccess added) {
    var touch =
        place == null
            ? added
            : new ObjectAccess(added.object(), added.access(), added.lock(), true, place);
    var before = byObject.size();
    byObject.merge(touch.object(), touch, ObjectAccesses::stronger);
    if (byObject.size() > before) {
      this.added.add(touch.object());
    }
    if (throughView
        && (touch.access().compareTo(Access.WRITES) <= 0 || touch.lock() == LockMode.ROW_SHARE)) {
      writtenThroughViews.add(touch.object());
    }
    if (writer >= 0 && touch.access() == Access.WRITES) {
      writers.computeIfAbsent(touch.object(), _ -> new HashSet<>()).add(writer);
    }
  }

  /// The objects added since the last call.
  List<ObjectName> takeAdded() {
    if (added.isEmpty()) {
      return List.of();
    }
    var taken = List.copyOf(added);
    added.clear();
    return taken;
  }

  /// Adds an object that the statement reaches without naming it.
  void imply(ObjectName object, Access access, @Nullable LockMode lock, Span span) {
    add(new ObjectAccess(object, access, lock, true, span));
  }

  boolean has(ObjectName object) {
    return byObject.containsKey(object);
  }

  private static ObjectAccess stronger(ObjectAccess first, ObjectAccess second) {
    var access = first.access().compareTo(second.access()) <= 0 ? first.access() : second.access();
    return new ObjectAccess(
        first.object(),
        access,
        stronger(first.lock(), second.lock()),
        first.implied() && second.implied(),
        first.implied() && !second.implied() ? second.span() : first.span());
  }

  private static @Nullable LockMode stronger(@Nullable LockMode first, @Nullable LockMode second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first.strongest(second);
  }

  List<ObjectAccess> list() {
    return new ArrayList<>(byObject.values());
  }
}
