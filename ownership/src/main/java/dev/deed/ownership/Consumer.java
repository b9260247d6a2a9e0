package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service that uses tables it does not own, with the access it was granted.
///
/// @param access `WRITES`, `REFERENCES` or `READS`; each includes those after it
/// @param columns the only ones that may be read, referenced or written; empty for all. Reading and
///   referencing is limited only by entries for that: who may write some columns may read all
/// @param until the last day on which it holds, null for no end
public record Consumer(
    ServiceName service,
    DatabaseName database,
    TablePattern pattern,
    Access access,
    List<String> columns,
    @Nullable LocalDate until,
    Span span) {

  public Consumer {
    columns = List.copyOf(columns);
  }

  public boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  boolean allows(Access wanted) {
    return access.compareTo(wanted) <= 0;
  }
}
