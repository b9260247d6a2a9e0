package dev.deed.lint.rule;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The tables in use that each transaction of a script has locked so far in a mode that blocks
/// writes.
public final class HeldLocks {

  /// The locks that one transaction holds.
  public static final class Held {

    private static final Held NOTHING = new Held();

    private final Map<ObjectName, LockMode> locks = new LinkedHashMap<>();
    private int statements;

    private void add(List<ObjectAccess> strong) {
      var before = locks.size();
      strong.forEach(t -> locks.merge(t.object(), lock(t), LockMode::strongest));
      statements += locks.size() > before ? 1 : 0;
    }

    private void rename(Map<ObjectName, ObjectName> names) {
      var before = new LinkedHashMap<>(locks);
      locks.clear();
      before.forEach((table, lock) ->
          locks.merge(names.getOrDefault(table, table), lock, LockMode::strongest));
    }

    /// The strongest lock on each table, in the order in which they were acquired.
    public Map<ObjectName, LockMode> locks() {
      return Collections.unmodifiableMap(locks);
    }

    /// How many statements locked a table that no earlier statement had locked.
    public int statements() {
      return statements;
    }

    public boolean isEmpty() {
      return locks.isEmpty();
    }

    public Optional<LockMode> on(QualifiedName table) {
      return TABLES.stream()
          .map(kind -> locks.get(ObjectName.of(kind, table)))
          .filter(Objects::nonNull)
          .findFirst();
    }
  }

  private static final Set<ObjectKind> TABLES =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.MATERIALIZED_VIEW);

  private final Map<Integer, Held> byTransaction = new HashMap<>();

  public void add(int transaction, ResolvedStatement resolved, RuleView view) {
    var strong = ofOthers(resolved, view);
    if (!strong.isEmpty()) {
      byTransaction.computeIfAbsent(transaction, _ -> new Held()).add(strong);
    }
  }

  /// A renamed table is the same table, with the same locks.
  ///
  /// @param names the new names by the former ones
  public void rename(Map<ObjectName, ObjectName> names) {
    if (!names.isEmpty()) {
      byTransaction.values().forEach(held -> held.rename(names));
    }
  }

  /// The locks that the transaction holds so far.
  public Held of(int transaction) {
    return byTransaction.getOrDefault(transaction, Held.NOTHING);
  }

  /// Locks of the statement that block writes to tables which existed before and are not dropped.
  public static List<ObjectAccess> ofOthers(ResolvedStatement resolved, RuleView view) {
    // A statement with CONCURRENTLY waits without blocking other sessions.
    var statement = resolved.statement();
    var isConcurrent = statement.runsAlone() && view.isConcurrent(statement);
    return isConcurrent ? List.of() : strong(resolved, view);
  }

  private static List<ObjectAccess> strong(ResolvedStatement resolved, RuleView view) {
    var strong = new ArrayList<ObjectAccess>();
    for (var touch : resolved.touches()) {
      if (touch.lock() != null
          && touch.lock().blocksWrites()
          && TABLES.contains(touch.object().kind())
          && isOfOthers(touch, resolved, view)) {
        strong.add(touch);
      }
    }
    return strong;
  }

  private static boolean isOfOthers(ObjectAccess touch, ResolvedStatement resolved, RuleView view) {
    return !resolved.fresh().contains(touch.object())
        && !view.isNew(touch.object())
        && !isGone(touch, resolved, view)
        && !isCreated(touch, resolved);
  }

  private static LockMode lock(ObjectAccess touch) {
    return touch.lock() == null ? LockMode.ACCESS_SHARE : touch.lock();
  }

  /// Whether the statement drops the table: later queries do not wait for it, they fail.
  private static boolean isGone(ObjectAccess touch, ResolvedStatement resolved, RuleView view) {
    return resolved.statement().command().verb() == CommandTag.Verb.DROP
        && touch.access() == Access.DEFINES
        && !touch.implied()
        && view.catalog().find(touch.object()).isEmpty();
  }

  /// Whether the statement creates the table: `CREATE TABLE IF NOT EXISTS` of an existing one locks
  /// nothing.
  private static boolean isCreated(ObjectAccess touch, ResolvedStatement resolved) {
    var creates = resolved.statement().first(CreatesTable.class);
    return creates.isPresent() && creates.get().span().equals(touch.span());
  }
}
