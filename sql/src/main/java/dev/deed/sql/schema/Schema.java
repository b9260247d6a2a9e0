package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A snapshot of all objects, by name.
public final class Schema {

  private final SortedMap<ObjectName, SchemaObject> objects;

  Schema(SortedMap<ObjectName, SchemaObject> objects) {
    this.objects = new TreeMap<>(objects);
  }

  /// Without temporary objects: they are their session's only.
  static Schema of(State state) {
    var spelling = new Spelling(state);
    var objects = new TreeMap<ObjectName, SchemaObject>();
    for (var object : state.objects()) {
      if (!isTemporary(object.name().name())) {
        objects.put(object.name(), spelling.of(object));
      }
    }
    return new Schema(objects);
  }

  private static boolean isTemporary(QualifiedName name) {
    return "pg_temp".equals(name.schema());
  }

  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(objects.get(name));
  }
}
