package dev.deed.sql.schema;

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

  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(objects.get(name));
  }
}
