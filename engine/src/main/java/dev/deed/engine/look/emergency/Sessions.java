package dev.deed.engine.look.emergency;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The sessions of a server, their locks, and who waits for whom.
public record Sessions(
    List<LiveSession> all, List<SessionLock> locks, List<PreparedTransaction> prepared) {

  public static final Sessions NONE = new Sessions(List.of(), List.of(), List.of());

  /// A prepared transaction has no process.
  private static final int PREPARED = 0;

  public Sessions {
    all = List.copyOf(all);
    locks = List.copyOf(locks);
    prepared = List.copyOf(prepared);
  }

  public Optional<LiveSession> find(int pid) {
    return all.stream().filter(session -> session.pid() == pid).findFirst();
  }

  /// The session of deed that holds the run lock.
  public Optional<LiveSession> deedsRun() {
    return locks.stream()
        .filter(lock -> lock.isRunLock() && lock.granted())
        .flatMap(lock -> find(lock.pid()).stream())
        .findFirst();
  }

  /// A session that others wait for.
  ///
  /// @param pid 0 stands for all prepared transactions
  /// @param also other sessions that it waits for, under which it is not repeated
  public record Knot(int pid, List<Integer> also, List<Knot> waiting) {
    public Knot {
      also = List.copyOf(also);
      waiting = List.copyOf(waiting);
    }

    /// How many sessions wait below it.
    public int count() {
      return waiting.stream().mapToInt(knot -> 1 + knot.count()).sum();
    }
  }

  /// Those that block others and wait for none themselves, each with what waits for it; the one
  /// that blocks most comes first. A session is shown once. Of sessions that wait for each other,
  /// the first is a root.
  public List<Knot> blockers() {
    var waiters = new LinkedHashMap<Integer, List<LiveSession>>();
    for (var session : all) {
      for (var blocker : session.blockedBy()) {
        waiters.computeIfAbsent(blocker, _ -> new ArrayList<>()).add(session);
      }
    }
    var shown = new HashSet<Integer>();
    var roots = new ArrayList<Knot>();
    for (var pid : waiters.keySet()) {
      if (find(pid).map(session -> !session.isWaiting()).orElse(true)) {
        roots.add(knot(pid, waiters, shown));
      }
    }
    for (var pid : waiters.keySet()) {
      if (!shown.contains(pid)) {
        roots.add(knot(pid, waiters, shown));
      }
    }
    roots.sort(Comparator.comparingInt(Knot::count).reversed());
    return roots;
  }

  /// Level by level: a session is shown as near to its root as it can be.
  private Knot knot(int root, Map<Integer, List<LiveSession>> waiters, Set<Integer> shown) {
    var children = new LinkedHashMap<Integer, List<Integer>>();
    var order = new ArrayList<Integer>(List.of(root));
    shown.add(root);
    for (var i = 0; i < order.size(); i++) {
      var pid = order.get(i);
      for (var waiter : waiters.getOrDefault(pid, List.of())) {
        if (shown.add(waiter.pid())) {
          children.computeIfAbsent(pid, _ -> new ArrayList<>()).add(waiter.pid());
          order.add(waiter.pid());
        }
      }
    }
    var parents = new LinkedHashMap<Integer, Integer>();
    children.forEach((parent, pids) -> pids.forEach(pid -> parents.put(pid, parent)));
    var made = new LinkedHashMap<Integer, Knot>();
    for (var pid : order.reversed()) {
      var parent = parents.get(pid);
      var also =
          find(pid).map(LiveSession::blockedBy).orElse(List.of()).stream()
              .filter(other -> !other.equals(parent))
              .distinct()
              .toList();
      var below = children.getOrDefault(pid, List.of()).stream().map(made::get).toList();
      made.put(pid, new Knot(pid, also, below));
    }
    return Objects.requireNonNull(made.get(root));
  }

  /// How many sessions wait for it, directly or for one that does; they may wait for others, too.
  public int waitingFor(int pid) {
    var found = new HashSet<Integer>(List.of(pid));
    var isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (var session : all) {
        if (!found.contains(session.pid())
            && session.blockedBy().stream().anyMatch(found::contains)) {
          isGrowing |= found.add(session.pid());
        }
      }
    }
    return found.size() - 1;
  }

  /// The strongest lock on each table that the session holds, or waits for.
  public Map<QualifiedName, LockMode> tables(int pid, boolean granted) {
    var modes = new LinkedHashMap<QualifiedName, LockMode>();
    for (var lock : locks) {
      var table = lock.table();
      if (table != null && lock.pid() == pid && lock.granted() == granted) {
        modes.merge(table, lock.mode(), LockMode::strongest);
      }
    }
    return modes;
  }

  /// The prepared transactions that hold locks which others may wait for.
  public List<PreparedTransaction> preparedWithLocks() {
    var holding = new HashSet<String>();
    locks.stream()
        .filter(lock -> lock.pid() == PREPARED)
        .forEach(lock -> holding.add(lock.transaction()));
    return prepared.stream().filter(one -> holding.contains(one.transaction())).toList();
  }

  /// The sessions that keep every other one from reading that table.
  public Stream<LiveSession> lockersOf(QualifiedName table) {
    return locks.stream()
        .filter(lock -> lock.granted() && lock.mode() == LockMode.ACCESS_EXCLUSIVE)
        .filter(lock -> table.equals(lock.table()))
        .flatMap(lock -> find(lock.pid()).stream())
        .distinct();
  }
}
