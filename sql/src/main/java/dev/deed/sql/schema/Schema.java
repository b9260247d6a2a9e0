package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A snapshot of all objects, by name.
public final class Schema {

  private final SequencedMap<ObjectName, SchemaObject> objects;

  private Schema(SequencedMap<ObjectName, SchemaObject> objects) {
    this.objects = objects;
  }

  /// Without temporary objects: they are their session's only.
  static Schema of(State state) {
    return of(state, new Spelling(state)::of);
  }

  /// For those that ask which objects there are, and not for their expressions: these are as their
  /// statements wrote them.
  static Schema unspelled(State state) {
    return of(state, object -> object);
  }

  private static Schema of(State state, UnaryOperator<SchemaObject> spelled) {
    var lasting = new ArrayList<SchemaObject>();
    for (var object : state.objects()) {
      if (!isTemporary(object.name().name())) {
        lasting.add(object);
      }
    }
    lasting.sort(Comparator.comparing(SchemaObject::name));
    var objects = LinkedHashMap.<ObjectName, SchemaObject>newLinkedHashMap(lasting.size());
    lasting.forEach(o -> objects.put(o.name(), spelled.apply(o)));
    return new Schema(objects);
  }

  private static boolean isTemporary(QualifiedName name) {
    return "pg_temp".equals(name.schema());
  }

  /// In the order of their names.
  public Collection<SchemaObject> objects() {
    return Collections.unmodifiableCollection(objects.values());
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(objects.get(name));
  }
}
