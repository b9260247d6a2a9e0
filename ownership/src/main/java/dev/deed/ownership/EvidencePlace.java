package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import org.jspecify.annotations.Nullable;

/// Where the ownership file has evidence kept.
public sealed interface EvidencePlace {

  /// @param path relative to the ownership file, or a variable: `${DEED_EVIDENCE}`
  /// @param isOfCommandLine it was named there, not in the ownership file
  record InFile(String path, boolean isOfCommandLine) implements EvidencePlace {}

  /// `deed.evidence`.
  ///
  /// @param environment whose database it is
  /// @param database null for that of each migration
  record InDatabase(EnvironmentName environment, @Nullable DatabaseName database)
      implements EvidencePlace {}
}
