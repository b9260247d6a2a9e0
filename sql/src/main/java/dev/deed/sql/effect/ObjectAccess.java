package dev.deed.sql.effect;

import dev.deed.sql.Span;
import org.jspecify.annotations.Nullable;

/// One object that a statement reaches.
///
/// @param lock the lock taken on it, null if it is not a relation or no lock is taken
/// @param implied the text does not name it: a cascade, a referenced table found in the schema
/// @param span the place where the text names it, or the statement's if it is implied
public record ObjectAccess(
    ObjectName object, Access access, @Nullable LockMode lock, boolean implied, Span span) {

  public static ObjectAccess of(
      ObjectName object, Access access, @Nullable LockMode lock, Span span) {
    return new ObjectAccess(object, access, lock, false, span);
  }

  public ObjectAccess named(ObjectName resolved) {
    return new ObjectAccess(resolved, access, lock, implied, span);
  }

  ObjectAccess unlocked() {
    return new ObjectAccess(object, access, null, implied, span);
  }
}
