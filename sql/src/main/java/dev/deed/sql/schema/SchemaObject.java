package dev.deed.sql.schema;

import dev.deed.sql.effect.ObjectName;

/// One object of a schema, as its statements left it.
public sealed interface SchemaObject {

  /// Fully qualified.
  ObjectName name();

  /// @param definition canonical
  record Other(ObjectName name, String definition) implements SchemaObject {}
}
