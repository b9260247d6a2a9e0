package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.Map;

/// Leaves out migrations that are pending and may not be applied yet. It is asked before they are
/// read: most of what waits does so for days, and each `apply` asks again.
@FunctionalInterface
public interface Passing {

  Passing NONE = (_, _, chosen) -> new Left(chosen, List.of(), Map.of());

  /// @param chosen in their order
  Left of(DatabaseName database, History history, List<Migration> chosen);

  /// @param migrations those that are not passed over
  /// @param notices what waits for what, a sentence each
  /// @param forced why one of them does not wait, by version
  record Left(List<Migration> migrations, List<String> notices, Map<Version, String> forced) {
    public Left {
      migrations = List.copyOf(migrations);
      notices = List.copyOf(notices);
      forced = Map.copyOf(forced);
    }
  }
}
