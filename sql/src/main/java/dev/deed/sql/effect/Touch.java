package dev.deed.sql.effect;

import dev.deed.sql.Span;
import org.jspecify.annotations.Nullable;

/// One object that a statement reaches.
///
/// @param lock the lock taken on it, null if it is not a relation or no lock is taken
/// @param implied the text does not name it: a cascade, a referenced table found in the schema
/// @param span the place where the text names it, or the statement's if it is implied
public record Touch(
    ObjectName object, Access access, @Nullable LockMode lock, boolean implied, Span span) {

  public static Touch of(ObjectName object, Access access, @Nullable LockMode lock, Span span) {
    return new Touch(object, access, lock, false, span);
  }

  public Touch named(ObjectName resolved) {
    return new Touch(resolved, access, lock, implied, span);
  }

  Touch unlocked() {
    return new Touch(object, access, null, implied, span);
  }
}
