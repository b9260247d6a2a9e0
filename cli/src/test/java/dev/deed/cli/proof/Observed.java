package dev.deed.cli.proof;

import dev.deed.sql.effect.LockMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a migration does to what was there before, as a page claims it or as a server did it:
/// `orders SHARE, scan orders`, `error 25001`, `nothing`.
///
/// @param locks the strongest on each relation
/// @param scans tables that were read from one end to the other, where they were rewritten only if
///   the page says so
/// @param rewrites relations whose rows are in another file now
/// @param error its SQLSTATE, empty where it went well
public record Observed(
    SortedMap<String, LockMode> locks,
    SortedSet<String> scans,
    SortedSet<String> rewrites,
    String error) {

  private static final Pattern ERROR = Pattern.compile("error (\\w{5})");
  private static final Pattern WORK = Pattern.compile("(scan|rewrite) (.+)");
  private static final Pattern LOCK = Pattern.compile("(.+?) ((?:[A-Z]+ )*[A-Z]+)");

  public Observed {
    locks = new TreeMap<>(locks);
    scans = new TreeSet<>(scans);
    rewrites = new TreeSet<>(rewrites);
  }

  static Observed failed(String sqlState) {
    return new Observed(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), sqlState);
  }

  static Observed nothing() {
    return failed("");
  }

  static Observed claimed(String text) {
    var claimed = nothing();
    for (var part : text.strip().split(",\\s*")) {
      var error = ERROR.matcher(part);
      var work = WORK.matcher(part);
      var lock = LOCK.matcher(part);
      if (error.matches()) {
        claimed = failed(error.group(1));
      } else if (work.matches()) {
        (work.group(1).equals("scan") ? claimed.scans : claimed.rewrites).add(work.group(2));
      } else if (lock.matches()) {
        claimed.locks.put(lock.group(1), LockMode.valueOf(lock.group(2).replace(' ', '_')));
      } else if (!part.equals("nothing")) {
        throw new IllegalArgumentException("a proof does not say '" + part + "'");
      }
    }
    return claimed;
  }

  /// Of a backend's locks those that keep others waiting, and those that the page speaks of.
  Observed seenAs(Observed claimed, Set<String> tables) {
    var told = new TreeMap<>(locks);
    told.entrySet()
        .removeIf(lock -> !claimed.locks.containsKey(lock.getKey()) && !hurts(lock, tables));
    var read = new TreeSet<>(scans);
    read.removeIf(name -> rewrites.contains(name) && !claimed.scans.contains(name));
    var moved = new TreeSet<>(rewrites);
    moved.removeIf(name -> !tables.contains(name) && !claimed.rewrites.contains(name));
    return new Observed(told, read, moved, error);
  }

  private static boolean hurts(Map.Entry<String, LockMode> lock, Set<String> tables) {
    return lock.getValue().blocksWrites() && tables.contains(lock.getKey());
  }

  /// What several transactions do, as one.
  Observed and(Observed other) {
    var both = new Observed(locks, scans, rewrites, error.isEmpty() ? other.error : error);
    other.locks.forEach((name, lock) -> both.locks.merge(name, lock, LockMode::strongest));
    both.scans.addAll(other.scans);
    both.rewrites.addAll(other.rewrites);
    return both;
  }

  /// `ShareRowExclusiveLock`, as `pg_locks` writes it.
  static LockMode mode(String text) {
    var words = text.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    if (!error.isEmpty()) {
      return "error " + error;
    }
    var text = new StringJoiner(", ").setEmptyValue("nothing");
    locks.forEach((name, lock) -> text.add(name + " " + lock.words()));
    scans.forEach(name -> text.add("scan " + name));
    rewrites.forEach(name -> text.add("rewrite " + name));
    return text.toString();
  }
}
