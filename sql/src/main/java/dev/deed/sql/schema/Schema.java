package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A snapshot of all objects, by name.
public final class Schema {

  private final Map<ObjectName, SchemaObject> byName;
  private final Set<ObjectName> names;

  /// Further objects of which only the names are known.
  private final Set<ObjectName> others;

  /// In the order of their names, computed on first use.
  private @Nullable List<SchemaObject> inOrder;

  private Schema(
      Map<ObjectName, SchemaObject> byName, Set<ObjectName> names, Set<ObjectName> others) {
    this.byName = byName;
    this.names = Collections.unmodifiableSet(names);
    this.others = others;
  }

  /// Temporary objects are left out: they belong to one session only.
  ///
  /// @param spelled how an object is kept, its expressions above all
  public static Schema of(Collection<SchemaObject> all, UnaryOperator<SchemaObject> spelled) {
    var objects = HashMap.<ObjectName, SchemaObject>newHashMap(all.size());
    for (var object : all) {
      if (!isTemporary(object.name().name())) {
        objects.put(object.name(), spelled.apply(object));
      }
    }
    return new Schema(objects, objects.keySet(), Set.of());
  }

  /// A part of a schema: `names` has the objects in question only.
  ///
  /// @param around what belongs to them
  /// @param others names of further objects that exist
  public static Schema partOf(
      Collection<SchemaObject> inQuestion,
      Collection<SchemaObject> around,
      Collection<ObjectName> others) {
    var objects = new HashMap<ObjectName, SchemaObject>();
    inQuestion.forEach(o -> objects.put(o.name(), o));
    var names = Set.copyOf(objects.keySet());
    around.forEach(o -> objects.put(o.name(), o));
    return new Schema(objects, names, Set.copyOf(others));
  }

  private static boolean isTemporary(QualifiedName name) {
    return "pg_temp".equals(name.schema());
  }

  /// In no particular order.
  public Set<ObjectName> names() {
    return names;
  }

  public boolean has(ObjectName name) {
    return byName.containsKey(name) || others.contains(name);
  }

  /// In no particular order, which is faster.
  public Collection<SchemaObject> unordered() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /// In the order of their names.
  public synchronized Collection<SchemaObject> objects() {
    if (inOrder == null) {
      var sorted = new ArrayList<>(byName.values());
      sorted.sort(Comparator.comparing(SchemaObject::name));
      inOrder = Collections.unmodifiableList(sorted);
    }
    return inOrder;
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(byName.get(name));
  }
}
