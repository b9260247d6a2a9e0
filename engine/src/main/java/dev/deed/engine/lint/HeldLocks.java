package dev.deed.engine.lint;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.Touch;
import dev.deed.sql.schema.Resolved;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which tables that others use each transaction of a script has locked so far, so that they cannot
/// write.
final class HeldLocks {

  /// What one transaction holds.
  ///
  /// @param locks by table, the strongest of each
  /// @param statements how many statements of it locked a table that none before had locked
  record Held(Map<ObjectName, LockMode> locks, int statements) {

    static final Held NOTHING = new Held(Map.of(), 0);

    boolean isEmpty() {
      return locks.isEmpty();
    }
  }

  private final Map<Integer, Held> byTransaction = new HashMap<>();

  void add(int transaction, Resolved resolved, Scene scene) {
    var strong = ofOthers(resolved, scene);
    if (strong.isEmpty()) {
      return;
    }
    var before = of(transaction);
    var locks = new LinkedHashMap<>(before.locks());
    strong.forEach(t -> locks.merge(t.object(), lock(t), LockMode::strongest));
    var brings = locks.size() > before.locks().size() ? 1 : 0;
    byTransaction.put(transaction, new Held(locks, before.statements() + brings));
  }

  Held of(int transaction) {
    return byTransaction.getOrDefault(transaction, Held.NOTHING);
  }

  /// Locks of the statement that keep writers out of tables which were there before and stay.
  static List<Touch> ofOthers(Resolved resolved, Scene scene) {
    // What runs concurrently waits without keeping anybody out.
    var statement = resolved.statement();
    var isConcurrent =
        statement.runsAlone() && CannotRunInTransaction.isConcurrent(statement, scene);
    return isConcurrent ? List.of() : strong(resolved, scene);
  }

  private static List<Touch> strong(Resolved resolved, Scene scene) {
    return resolved.touches().stream()
        .filter(t -> t.lock() != null && t.lock().blocksWrites())
        .filter(t -> isTable(t.object().kind()))
        .filter(t -> !resolved.fresh().contains(t.object()) && !scene.isNew(t.object()))
        .filter(t -> !isGone(t, resolved, scene) && !isCreated(t, resolved))
        .toList();
  }

  private static LockMode lock(Touch touch) {
    return touch.lock() == null ? LockMode.ACCESS_SHARE : touch.lock();
  }

  private static boolean isTable(ObjectKind kind) {
    return kind == ObjectKind.TABLE
        || kind == ObjectKind.FOREIGN_TABLE
        || kind == ObjectKind.MATERIALIZED_VIEW;
  }

  /// Nobody waits for a table that goes away.
  private static boolean isGone(Touch touch, Resolved resolved, Scene scene) {
    return resolved.statement().command().startsWith("DROP")
        && touch.access() == Access.DEFINES
        && !touch.implied()
        && scene.catalog().find(touch.object()).isEmpty();
  }

  /// `CREATE TABLE IF NOT EXISTS` of one that exists locks nothing.
  private static boolean isCreated(Touch touch, Resolved resolved) {
    return resolved.statement().effects().stream()
        .anyMatch(e -> e instanceof CreatesTable creates && creates.span().equals(touch.span()));
  }
}
