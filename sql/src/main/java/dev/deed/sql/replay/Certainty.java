package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the replay knows for certain of the database, and what it only assumes. An object is
/// certain if a statement that runs in any case created it, and nothing since then may have changed
/// it unseen. A name is certainly free if such a statement removed it, or if the scripts began with
/// an empty database and nothing unseen may have taken it.
final class Certainty {

  private static final int NEVER = -1;

  /// The number of the statement that created an object, or gave it its name.
  private final Map<ObjectName, Integer> since = new HashMap<>();

  /// The number of the statement that removed or renamed an object.
  private final Map<ObjectName, Integer> gone = new HashMap<>();

  /// Objects that may be different, or may not exist.
  private final Set<ObjectName> doubtful = new HashSet<>();

  /// Relations that may have columns that the state does not know.
  private final Set<ObjectName> open = new HashSet<>();

  /// Schemas in which a statement created a relation.
  private final Set<String> populated = new HashSet<>();

  private final List<StatementPlace> places = new ArrayList<>();
  private Predicate<ObjectName> outside = _ -> false;
  private boolean fromNothing;
  private boolean conditional;
  private int doubted = NEVER;

  // What happens

  void startStatement(StatementPlace place) {
    places.add(place);
  }

  private int now() {
    return places.size();
  }

  /// The scripts begin with an empty database: what they do not create does not exist.
  void startFromNothing() {
    fromNothing = true;
  }

  /// Something existed before the scripts: what they do not create may exist.
  void foundOlder() {
    fromNothing = false;
  }

  /// Besides what the scripts create, these exist, or may exist.
  void outside(Predicate<ObjectName> names) {
    outside = names;
  }

  boolean isOutside(ObjectName name) {
    return outside.test(key(name));
  }

  /// The same, without taking all relations together.
  boolean isFromOutside(ObjectName name) {
    return outside.test(name);
  }

  /// The changes that follow may not happen, or only to a part.
  void conditional(boolean is) {
    conditional = is;
  }

  boolean isConditional() {
    return conditional;
  }

  /// The statement may have changed anything.
  void doubtAll() {
    doubted = now();
  }

  /// The statement may have created, changed or removed this object.
  void doubt(ObjectName name) {
    doubtful.add(key(name));
  }

  void created(ObjectName name) {
    var key = key(name);
    since.put(key, now());
    gone.remove(key);
    open.remove(key);
    mark(key);
    if (!conditional && name.kind().isRelation() && name.name().schema() != null) {
      populated.add(name.name().schema());
    }
  }

  void changed(ObjectName name) {
    if (conditional) {
      doubtful.add(key(name));
    }
  }

  void removed(ObjectName name) {
    var key = key(name);
    since.remove(key);
    open.remove(key);
    gone.put(key, now());
    mark(key);
  }

  private void mark(ObjectName key) {
    if (conditional) {
      doubtful.add(key);
      if (key.kind().isRoutine()) {
        // Calls ask by the name alone, and without a schema where no routine is found.
        doubtful.add(ObjectName.routine(ObjectKind.ROUTINE, key.name(), ""));
        var bare = QualifiedName.of(key.name().name());
        doubtful.add(ObjectName.routine(ObjectKind.ROUTINE, bare, ""));
      }
    } else {
      doubtful.remove(key);
    }
  }

  void open(ObjectName relation) {
    open.add(key(relation));
  }

  /// What is known of an object moves with it to its new name.
  record Known(@Nullable Integer since, boolean doubtful, boolean open) {}

  Known known(ObjectName name) {
    var key = key(name);
    return new Known(since.get(key), doubtful.contains(key), open.contains(key));
  }

  void restore(ObjectName name, Known known) {
    var key = key(name);
    if (known.since() != null) {
      since.put(key, known.since());
    }
    if (known.doubtful()) {
      doubtful.add(key);
    }
    if (known.open()) {
      open.add(key);
    }
  }

  // What is known

  /// Whether an object that the state has exists as the state has it.
  boolean isCertain(ObjectName name) {
    var key = key(name);
    return since.getOrDefault(key, NEVER) > doubted && !doubtful.contains(key);
  }

  boolean isDoubtful(ObjectName name) {
    return doubtful.contains(key(name));
  }

  boolean isOpen(ObjectName relation) {
    return open.contains(key(relation));
  }

  /// Whether a statement removed the object, so that an object that the state does not have does
  /// not exist.
  boolean isGone(ObjectName name) {
    var key = key(name);
    return gone.getOrDefault(key, NEVER) > doubted && !doubtful.contains(key);
  }

  /// Whether an object that the state does not have does not exist, because the scripts create
  /// everything.
  boolean isNeverCreated(ObjectName name) {
    return isComplete() && !doubtful.contains(key(name)) && !isOutside(name);
  }

  boolean isComplete() {
    return fromNothing && doubted == NEVER;
  }

  /// No statement so far may have changed anything unseen.
  boolean isUndoubted() {
    return doubted == NEVER;
  }

  boolean isPopulated(@Nullable String schema) {
    return schema != null && populated.contains(schema);
  }

  /// The statement that created the object, or that removed one that is gone.
  @Nullable StatementPlace origin(ObjectName name) {
    var key = key(name);
    var number = since.containsKey(key) ? since.get(key) : gone.get(key);
    return number == null || number == 0 ? null : places.get(number - 1);
  }

  /// Kinds that share one namespace have one key.
  private static ObjectName key(ObjectName name) {
    var kind = name.kind();
    if (kind.isRelation()) {
      return kind == ObjectKind.RELATION ? name : name.as(ObjectKind.RELATION);
    }
    if (kind.isRoutine()) {
      return name.as(ObjectKind.ROUTINE);
    }
    return kind == ObjectKind.DOMAIN ? name.as(ObjectKind.TYPE) : name;
  }

  /// @param table the table of an index, constraint or column
  static ObjectName relation(QualifiedName table) {
    return ObjectName.of(ObjectKind.RELATION, table);
  }
}
