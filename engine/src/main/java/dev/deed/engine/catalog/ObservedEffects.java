package dev.deed.engine.catalog;

import dev.deed.engine.catalog.NamesBefore.Relation;
import dev.deed.engine.catalog.ObservedEffect.Happening;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Concludes what a transaction has done from what the server shows: the names before it, and its
/// locks, counters and changed rows of catalogs at its end. The rows are those of
/// `dev.deed.engine.protocol.ObservationSql`.
public final class ObservedEffects {

  /// @param isKey a foreign key ties it to a table that the transaction writes or changes
  private record Evidence(Set<String> what, Set<LockMode> locks, boolean isKey) {}

  private final Map<String, Relation> before;
  private final Map<String, ObjectName> objectsBefore;
  private final Map<String, String> parts;
  private final Set<String> partsDropped = new HashSet<>();
  private final Map<String, Relation> after = new HashMap<>();
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private final List<ObservedEffect> effects = new ArrayList<>();

  /// Locks are released, so counters have to do without them.
  private final boolean isCommitted;

  private ObservedEffects(NamesBefore names, boolean isCommitted) {
    this.before = names.relations();
    this.objectsBefore = names.objects();
    this.parts = names.parts();
    this.isCommitted = isCommitted;
  }

  /// @param before when the transaction began
  /// @param after rows of `ObservationSql.after`
  public static List<ObservedEffect> of(NamesBefore before, List<List<String>> after) {
    return of(before, after, false);
  }

  private static List<ObservedEffect> of(
      NamesBefore before, List<List<String>> after, boolean isCommitted) {
    var read = new ObservedEffects(before, isCommitted);
    after.forEach(read::readAfter);
    read.evidence.forEach((oid, found) -> read.relation(oid, found).ifPresent(read.effects::add));
    return List.copyOf(read.effects);
  }

  /// The same after statements that have committed by themselves: their locks are released, so what
  /// they dropped is what is gone.
  ///
  /// @param before all that was there then, and nothing else
  /// @param now rows of `ObservationSql.BEFORE` again
  public static List<ObservedEffect> ofCommitted(
      NamesBefore before, List<List<String>> after, List<List<String>> now) {
    var all = new ArrayList<>(of(before, after, true));
    var last = NamesBefore.of(now);
    var first = new ObservedEffects(before, true);
    first.before.forEach((oid, was) -> {
      if (!last.relations().containsKey(oid)) {
        all.add(new ObservedEffect(was.name(), first.wholes(was), Happening.DROPPED, null, 0));
      }
    });
    first.objectsBefore.forEach((oid, name) -> {
      if (!last.objects().containsKey(oid)) {
        all.add(new ObservedEffect(name, List.of(), Happening.DROPPED, null, 0));
      }
    });
    return all.stream().distinct().toList();
  }

  private void readAfter(List<String> row) {
    var what = row.getFirst();
    var oid = row.get(1);
    if (what.equals("catalog")) {
      var catalog = ObjectName.table(QualifiedName.of(row.get(2), row.get(3)));
      effects.add(new ObservedEffect(catalog, List.of(), Happening.WROTE, null, 0));
      return;
    }
    if (what.equals("object")) {
      addObject(oid, row);
      return;
    }
    if (row.get(10).isEmpty() && parts.containsKey(oid)) {
      partsDropped.add(parts.get(oid));
    }
    if (!row.get(10).isEmpty()) {
      after.put(oid, Relation.of(row.get(10), row));
    }
    var isKey = row.get(11).equals("key");
    var found =
        evidence.computeIfAbsent(
            oid, _ -> new Evidence(new HashSet<>(), EnumSet.noneOf(LockMode.class), isKey));
    found.what().add(what);
    if (!row.get(9).isEmpty()) {
      for (var mode : row.get(9).split(",")) {
        found.locks().add(LockMode.ofServer(mode));
      }
    }
  }

  private void addObject(String oid, List<String> row) {
    var was = objectsBefore.get(oid);
    if (row.get(3).isEmpty() && parts.containsKey(oid)) {
      partsDropped.add(parts.get(oid));
    }
    var is =
        row.get(3).isEmpty() ? Optional.<ObjectName>empty() : NamesBefore.object(row.get(10), row);
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
    if (lock.blocksWrites() || isMaintained(found)) {
      return found.isKey() ? Happening.REFERENCED : Happening.LOCKED;
    }
    if (found.locks().contains(LockMode.ACCESS_SHARE)) {
      return Happening.READ;
    }
    // PostgreSQL's own queries for foreign keys lock the rows that they find.
    return lock == LockMode.ROW_SHARE && !found.isKey() ? Happening.READ : null;
  }

  /// `ANALYZE`, `COMMENT` and the like take a lock that nothing else does.
  private static boolean isMaintained(Evidence found) {
    return found.locks().contains(LockMode.SHARE_UPDATE_EXCLUSIVE) && !found.isKey();
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
}
