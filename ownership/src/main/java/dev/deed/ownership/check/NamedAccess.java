package dev.deed.ownership.check;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the check has seen in one script: each object with its strongest access and lock, also
/// where only the state reveals it (cascades, foreign keys, triggers).
final class NamedAccess {

  private final Map<ObjectName, Access> accesses = new HashMap<>();
  private final Map<ObjectName, LockMode> locks = new HashMap<>();

  /// `ANALYZE` without a name reads all tables.
  private boolean readsAll;

  private NamedAccess() {}

  static NamedAccess in(ServiceScript script) {
    var named = new NamedAccess();
    for (var statement : script.statements()) {
      statement.resolved().touches().forEach(named::add);
      statement.resolved().uses().forEach(named::add);
      statement
          .accesses()
          .forEach(then -> named.add(then.owner().object(), then.access(), then.lock()));
      named.readsAll |= statement.effects().stream().anyMatch(NamedAccess::readsAll);
    }
    return named;
  }

  Optional<Access> of(ObjectName object) {
    var access = accesses.get(key(object));
    return access == null && readsAll && object.kind().isRelation()
        ? Optional.of(Access.READS)
        : Optional.ofNullable(access);
  }

  Optional<LockMode> lockOf(ObjectName object) {
    return Optional.ofNullable(locks.get(key(object)));
  }

  private static boolean readsAll(Effect effect) {
    return effect instanceof Maintains maintains && maintains.object() == null;
  }

  private void add(ObjectAccess touch) {
    add(touch.object(), touch.access(), touch.lock());
  }

  private void add(ObjectName object, Access access, @Nullable LockMode lock) {
    var key = key(object);
    accesses.merge(key, access, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    if (lock != null) {
      locks.merge(key, lock, LockMode::strongest);
    }
  }

  /// The text may leave open which kind of relation or routine it means.
  private static ObjectName key(ObjectName object) {
    var kind = object.kind();
    if (kind.isRelation() || kind.isPartOfRelation()) {
      return ObjectName.of(ObjectKind.RELATION, object.name());
    }
    if (kind.isRoutine()) {
      return ObjectName.of(ObjectKind.ROUTINE, object.name());
    }
    return kind == ObjectKind.DOMAIN || kind == ObjectKind.DOMAIN_CONSTRAINT
        ? ObjectName.of(ObjectKind.TYPE, object.name())
        : object;
  }
}
