package dev.deed.engine.catalog;

import dev.deed.engine.catalog.ObservedEffect.Happening;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Concludes what a transaction has done from what the server shows: the names before it, and its
/// locks, counters and changed rows of catalogs at its end. The rows are those of
/// `dev.deed.engine.protocol.ObservationSql`.
public final class ObservedEffects {

  /// One relation at one moment.
  ///
  /// @param facts a hash of what `ALTER` changes in `pg_class`
  /// @param storage the file of its rows; `0` or empty if it has none
  /// @param table the number of the table that a sequence belongs to, else empty
  /// @param whole the number of the table that it is a partition of, else empty
  private record Relation(
      ObjectName name, String facts, String storage, String table, String whole, long rows) {}

  /// @param isKey a foreign key ties it to a table that the transaction writes or changes
  private record Evidence(Set<String> what, Set<LockMode> locks, boolean isKey) {}

  private final Map<String, Relation> before = new HashMap<>();
  private final Map<String, ObjectName> objectsBefore = new HashMap<>();

  /// The tables of indexes, triggers and the like, by the number of the part.
  private final Map<String, String> parts = new HashMap<>();

  private final Set<String> partsDropped = new HashSet<>();
  private final Map<String, Relation> after = new HashMap<>();
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private final List<ObservedEffect> effects = new ArrayList<>();

  /// Locks are released, so counters have to do without them.
  private final boolean isCommitted;

  private ObservedEffects(boolean isCommitted) {
    this.isCommitted = isCommitted;
  }

  /// @param before rows of `ObservationSql.BEFORE`, when the transaction began
  /// @param after rows of `ObservationSql.after`
  public static List<ObservedEffect> of(List<List<String>> before, List<List<String>> after) {
    return of(before, after, false);
  }

  private static List<ObservedEffect> of(
      List<List<String>> before, List<List<String>> after, boolean isCommitted) {
    var read = new ObservedEffects(isCommitted);
    before.forEach(read::readBefore);
    after.forEach(read::readAfter);
    read.evidence.forEach((oid, found) -> read.relation(oid, found).ifPresent(read.effects::add));
    return List.copyOf(read.effects);
  }

  /// The same after statements that have committed by themselves: their locks are released, so what
  /// they dropped is what is gone.
  ///
  /// @param now rows of `ObservationSql.BEFORE` again
  public static List<ObservedEffect> ofCommitted(
      List<List<String>> before, List<List<String>> after, List<List<String>> now) {
    var all = new ArrayList<>(of(before, after, true));
    var last = new ObservedEffects(true);
    now.forEach(last::readBefore);
    var first = new ObservedEffects(true);
    before.forEach(first::readBefore);
    first.before.forEach((oid, was) -> {
      if (!last.before.containsKey(oid)) {
        all.add(new ObservedEffect(was.name(), first.wholes(was), Happening.DROPPED, null, 0));
      }
    });
    first.objectsBefore.forEach((oid, name) -> {
      if (!last.objectsBefore.containsKey(oid)) {
        all.add(new ObservedEffect(name, List.of(), Happening.DROPPED, null, 0));
      }
    });
    return all.stream().distinct().toList();
  }

  private void readBefore(List<String> row) {
    var kind = row.getFirst();
    if (kind.equals("since")) {
      return;
    }
    if (kind.equals("part")) {
      parts.put(row.get(1), row.get(6));
      return;
    }
    if (kind.length() == 1) {
      var name = QualifiedName.of(row.get(2), row.get(3));
      before.put(
          row.get(1),
          new Relation(
              ObjectName.of(relation(kind), name),
              row.get(4),
              row.get(5),
              row.get(6),
              row.get(7),
              sum(row.get(8))));
    } else {
      object(kind, row).ifPresent(name -> objectsBefore.put(row.get(1), name));
    }
  }

  private void readAfter(List<String> row) {
    var what = row.getFirst();
    var oid = row.get(1);
    if (what.equals("object")) {
      addObject(oid, row);
      return;
    }
    if (row.get(10).isEmpty() && parts.containsKey(oid)) {
      partsDropped.add(parts.get(oid));
    }
    if (!row.get(10).isEmpty()) {
      var name = QualifiedName.of(row.get(2), row.get(3));
      after.put(
          oid,
          new Relation(
              ObjectName.of(relation(row.get(10)), name),
              row.get(4),
              row.get(5),
              row.get(6),
              row.get(7),
              sum(row.get(8))));
    }
    var isKey = row.get(11).equals("key");
    var found =
        evidence.computeIfAbsent(
            oid, _ -> new Evidence(new HashSet<>(), EnumSet.noneOf(LockMode.class), isKey));
    found.what().add(what);
    if (!row.get(9).isEmpty()) {
      for (var mode : row.get(9).split(",")) {
        found.locks().add(mode(mode));
      }
    }
  }

  private void addObject(String oid, List<String> row) {
    var was = objectsBefore.get(oid);
    if (row.get(3).isEmpty() && parts.containsKey(oid)) {
      partsDropped.add(parts.get(oid));
    }
    var is = row.get(3).isEmpty() ? Optional.<ObjectName>empty() : object(row.get(10), row);
    if (was != null) {
      var happening = is.isPresent() ? Happening.CHANGED : Happening.DROPPED;
      effects.add(new ObservedEffect(was, List.of(), happening, null, 0));
    } else {
      is.ifPresent(
          name -> effects.add(new ObservedEffect(name, List.of(), Happening.CREATED, null, 0)));
    }
  }

  private Optional<ObservedEffect> relation(String oid, Evidence found) {
    var was = before.get(oid);
    var is = after.get(oid);
    var known = was == null ? is : was;
    if (known == null) {
      return Optional.empty();
    }
    if (partsDropped.contains(oid)) {
      found.what().add("part");
    }
    var lock = strongest(found.locks());
    var rows = is == null ? 0 : rows(was == null ? 0 : was.rows(), is.rows());
    var happening = happening(was, is, found, rows != 0);
    return Optional.ofNullable(happening)
        .map(it -> new ObservedEffect(known.name(), wholes(known), it, lock, rows));
  }

  /// The counters of a session start at zero again when the server has collected them.
  private static long rows(long was, long is) {
    return is >= was ? is - was : is;
  }

  private @Nullable Happening happening(
      @Nullable Relation was, @Nullable Relation is, Evidence found, boolean counted) {
    if (is == null) {
      return Happening.DROPPED;
    }
    var what = found.what();
    if (was == null && what.contains("class")) {
      return Happening.CREATED;
    }
    var isAltered = was != null && what.contains("class") && !was.facts().equals(is.facts());
    var isNewFile = was != null && !was.storage().equals(is.storage());
    // TRUNCATE gives the indexes new files, too.
    if (isAltered || what.contains("part") || (what.contains("index") && !isNewFile)) {
      return Happening.CHANGED;
    }
    // What was counted and is not locked was rolled back to a savepoint.
    if (isNewFile
        || found.locks().contains(LockMode.ROW_EXCLUSIVE)
        || (counted && (isCommitted || !found.locks().isEmpty()))) {
      return Happening.WROTE;
    }
    return weaker(found);
  }

  private static @Nullable Happening weaker(Evidence found) {
    var lock = strongest(found.locks());
    if (found.what().contains("referenced")) {
      return Happening.REFERENCED;
    }
    if (lock == null) {
      return null;
    }
    if (lock.blocksWrites()) {
      return found.isKey() ? Happening.REFERENCED : Happening.LOCKED;
    }
    if (found.locks().contains(LockMode.ACCESS_SHARE)) {
      return Happening.READ;
    }
    // PostgreSQL's own queries for foreign keys lock the rows that they find.
    return lock == LockMode.ROW_SHARE && !found.isKey() ? Happening.READ : null;
  }

  private List<QualifiedName> wholes(Relation relation) {
    var all = new ArrayList<QualifiedName>();
    var seen = new HashSet<String>();
    for (var oid = relation.table().isEmpty() ? relation.whole() : relation.table();
        !oid.isEmpty() && seen.add(oid); ) {
      var next = before.getOrDefault(oid, after.get(oid));
      if (next == null) {
        break;
      }
      all.add(next.name().name());
      oid = next.whole();
    }
    return all;
  }

  private static @Nullable LockMode strongest(Collection<LockMode> modes) {
    return modes.stream().reduce(LockMode::strongest).orElse(null);
  }

  private static Optional<ObjectName> object(String type, List<String> row) {
    for (var kind : ObjectKind.values()) {
      if (kind.words().equals(type)) {
        return Optional.of(object(kind, row));
      }
    }
    return Optional.empty();
  }

  private static ObjectName object(ObjectKind kind, List<String> row) {
    var schema = row.get(2).isEmpty() ? null : row.get(2);
    var name = QualifiedName.of(schema, row.get(3));
    return kind.isRoutine()
        ? ObjectName.routine(kind, name, row.get(4))
        : ObjectName.of(kind, name);
  }

  /// From `pg_class.relkind`.
  private static ObjectKind relation(String relkind) {
    return switch (relkind) {
      case "v" -> ObjectKind.VIEW;
      case "m" -> ObjectKind.MATERIALIZED_VIEW;
      case "S" -> ObjectKind.SEQUENCE;
      case "f" -> ObjectKind.FOREIGN_TABLE;
      default -> ObjectKind.TABLE;
    };
  }

  /// `ShareRowExclusiveLock`, as in `pg_locks`.
  private static LockMode mode(String text) {
    var words = text.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
  }

  private static long sum(String counts) {
    long sum = 0;
    for (var count : counts.split(",")) {
      sum += count.isEmpty() ? 0 : Long.parseLong(count);
    }
    return sum;
  }
}
