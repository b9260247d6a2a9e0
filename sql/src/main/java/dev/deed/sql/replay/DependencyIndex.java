package dev.deed.sql.replay;

import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each object of a replay depends on, and what depends on it.
final class DependencyIndex {

  private final SchemaState state;
  private final Dependencies dependenciesOf;
  private final Map<ObjectName, List<Dependency>> dependencies = new HashMap<>();
  private final Map<ObjectName, Set<ObjectName>> dependants = new HashMap<>();

  /// Dependants that are relations: a much used table has thousands of foreign keys, but few
  /// indexes and children.
  private final Map<ObjectName, Set<ObjectName>> relationsOn = new HashMap<>();

  private final Set<ObjectName> newUses = new LinkedHashSet<>();

  /// False for a dump that only creates: of its dependencies, those between relations are needed,
  /// and its foreign keys. A dump that changes or drops what others use needs all of them.
  private boolean knowsUses = true;

  DependencyIndex(SchemaState state) {
    this.state = state;
    this.dependenciesOf = new Dependencies(state);
  }

  /// Until all of them are asked for.
  void keepsOnlyRelations() {
    knowsUses = false;
  }

  /// Frees memory when nothing more is to be read.
  void forget() {
    knowsUses = false;
    clear();
  }

  private void clear() {
    dependencies.clear();
    dependants.clear();
    relationsOn.clear();
  }

  /// A new object, or one that has changed.
  void put(SchemaObject object) {
    if (knowsUses) {
      tie(object);
    } else {
      tieRelations(object);
    }
  }

  void remove(ObjectName name) {
    untie(name, dependencies.remove(name), List.of());
  }

  private void tie(SchemaObject object) {
    var name = object.name();
    var now = List.copyOf(dependenciesOf.of(object));
    var tied = dependencies.put(name, now);
    if (!now.equals(tied)) {
      untie(name, tied, now);
      tie(name, now);
      for (var dependency : now) {
        if (Uses.isUse(object, dependency) && (tied == null || !tied.contains(dependency))) {
          newUses.add(dependency.on());
        }
      }
    }
  }

  /// What `relationsOn` and foreign keys are found by.
  private void tieRelations(SchemaObject object) {
    if (!(object instanceof Relation || isForeignKey(object))) {
      return;
    }
    var name = object.name();
    var isSequence = object instanceof Sequence;
    var now =
        dependenciesOf.of(object).stream()
            .filter(dependency -> isSequence || dependency.on().kind().isRelation())
            .toList();
    untie(name, now.isEmpty() ? dependencies.remove(name) : dependencies.put(name, now), now);
    tie(name, now);
  }

  private static boolean isForeignKey(SchemaObject object) {
    return object instanceof TableConstraint constraint && constraint.rule() instanceof ForeignKey;
  }

  /// From here on, all dependencies are known.
  private void tieAll() {
    if (!knowsUses) {
      knowsUses = true;
      clear();
      state.objects().forEach(this::tie);
      newUses.clear();
    }
  }

  private void tie(ObjectName name, List<Dependency> now) {
    for (var dependency : now) {
      if (knowsUses || !name.kind().isRelation()) {
        dependants.computeIfAbsent(dependency.on(), _ -> new LinkedHashSet<>(2)).add(name);
      }
      if (name.kind().isRelation()) {
        relationsOn.computeIfAbsent(dependency.on(), _ -> new LinkedHashSet<>(2)).add(name);
      }
    }
  }

  private void untie(ObjectName name, @Nullable List<Dependency> before, List<Dependency> now) {
    if (before == null) {
      return;
    }
    for (var dependency : before) {
      if (!isTiedTo(dependency.on(), now)) {
        remove(name, dependants.get(dependency.on()));
        remove(name, relationsOn.get(dependency.on()));
      }
    }
  }

  private static void remove(ObjectName name, @Nullable Set<ObjectName> names) {
    if (names != null) {
      names.remove(name);
    }
  }

  private static boolean isTiedTo(ObjectName on, List<Dependency> dependencies) {
    for (var dependency : dependencies) {
      if (dependency.on().equals(on)) {
        return true;
      }
    }
    return false;
  }

  List<Dependency> of(ObjectName name) {
    tieAll();
    return dependencies.getOrDefault(name, List.of());
  }

  Set<ObjectName> dependants(ObjectName on) {
    // A dump with `DROP ... IF EXISTS` first drops what does not exist: nothing depends on that.
    if (state.has(on) || dependants.containsKey(on) || relationsOn.containsKey(on)) {
      tieAll();
    }
    return knownDependants(on);
  }

  /// Of a dump, its foreign keys only.
  Set<ObjectName> knownDependants(ObjectName on) {
    return dependants.getOrDefault(on, Set.of());
  }

  Set<ObjectName> relationsOn(ObjectName on) {
    return relationsOn.getOrDefault(on, Set.of());
  }

  /// The types, routines and relations that definitions have come to use since the last call.
  List<ObjectName> takeUses() {
    var taken = List.copyOf(newUses);
    newUses.clear();
    return taken;
  }

  /// True if the expression names the object.
  boolean names(ExpressionText expression, ObjectName object) {
    return dependenciesOf.names(expression, object);
  }
}
