package dev.deed.engine.changeover;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose word a contract needs.
@FunctionalInterface
public interface ContractTerms {

  /// The services that use the table without owning it.
  ///
  /// @param column that goes; null for the whole table
  Set<ServiceName> consumers(DatabaseName database, QualifiedName table, @Nullable String column);
}
