package dev.deed.lint;

import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// The present names of the relations that the statements of a script reached: a renamed table is
/// the same table.
final class Renamings {

  private final Catalog catalog;

  /// False for a script that renames nothing, as most do.
  private final boolean isUsed;

  private final Map<ResolvedStatement, Map<ObjectName, Integer>> identities =
      new IdentityHashMap<>();

  /// Of the relations that the statement being read reached.
  private Map<ObjectName, Integer> current = new HashMap<>();

  private Map<ObjectName, Integer> renamed = new HashMap<>();

  /// @param kinds of the effects of the script to be read
  Renamings(Catalog catalog, Set<Class<?>> kinds) {
    this.catalog = catalog;
    this.isUsed =
        kinds.contains(Renames.class)
            || kinds.contains(MovesToSchema.class)
            || kinds.contains(RunsBlock.class);
  }

  void add(ReachedEffect reached) {
    if (!isUsed) {
      return;
    }
    for (var object : reached.objects()) {
      var identity = catalog.identity(object);
      if (identity >= 0) {
        current.put(object, identity);
      }
    }
    if (reached.effect() instanceof Renames || reached.effect() instanceof MovesToSchema) {
      var subject = reached.subject();
      if (subject != null && catalog.identity(subject) >= 0) {
        renamed.put(subject, catalog.identity(subject));
      }
      reached.objects().stream()
          .filter(current::containsKey)
          .forEach(o -> renamed.put(o, catalog.identity(o)));
    }
  }

  /// The statement has been replayed.
  ///
  /// @return the new name of each relation that it renamed
  Map<ObjectName, ObjectName> end(ResolvedStatement resolved) {
    if (!isUsed) {
      return Map.of();
    }
    for (var touch : resolved.touches()) {
      var created = catalog.identity(touch.object());
      if (created >= 0) {
        current.putIfAbsent(touch.object(), created);
      }
    }
    identities.put(resolved, current);
    var names = new HashMap<ObjectName, ObjectName>();
    renamed.forEach((before, identity) -> names.put(before, catalog.lastName(identity)));
    current = new HashMap<>();
    renamed = new HashMap<>();
    return names;
  }

  /// @param object one that the statement reached
  ObjectName now(ResolvedStatement earlier, ObjectName object) {
    var identity = identities.getOrDefault(earlier, Map.of()).get(object);
    return identity == null ? object : catalog.lastName(identity);
  }
}
