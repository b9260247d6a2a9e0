package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;

/// A service that uses tables it does not own, with the access it was granted.
///
/// @param access `WRITES`, `REFERENCES` or `READS`; each includes those after it
public record Consumer(
    ServiceName service, DatabaseName database, TablePattern pattern, Access access, Span span) {

  boolean allows(Access wanted) {
    return access.compareTo(wanted) <= 0;
  }
}
