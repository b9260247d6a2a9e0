package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;

/// The object that an `ALTER` names.
///
/// @param object kind as written: `ALTER TABLE` says `TABLE`, although PostgreSQL also accepts a
///   view's name
/// @param only without its children
public record AlterTarget(ObjectName object, boolean ifExists, boolean only, Span span) {

  public QualifiedName name() {
    return object.name();
  }

  ObjectAccess touch(Access access, LockMode lock) {
    return ObjectAccess.of(object, access, lock, span);
  }
}
