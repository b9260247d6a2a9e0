package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;
import java.util.Optional;

/// The objects of one database at one moment, with the service whose migration created each.
interface ObjectTable {

  /// The relation of this name, with its kind.
  Optional<ObjectName> relationNamed(QualifiedName name);

  Optional<SchemaObject> find(ObjectName name);

  /// Empty if no migration created the object.
  Optional<ServiceName> creator(ObjectName name);
}
