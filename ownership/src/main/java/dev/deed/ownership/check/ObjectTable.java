package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;
import java.util.Optional;

/// The objects of one database at one moment, and which service's migration created each.
interface ObjectTable {

  /// The name with its kind, of a relation of any kind.
  Optional<ObjectName> relationNamed(QualifiedName name);

  Optional<SchemaObject> find(ObjectName name);

  /// Empty where no migration created it.
  Optional<ServiceName> creator(ObjectName name);
}
