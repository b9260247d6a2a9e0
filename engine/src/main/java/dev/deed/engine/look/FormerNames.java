package dev.deed.engine.look;

import dev.deed.engine.FormerName;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.history.SnapshotTable;
import dev.deed.sql.UserException;
import java.util.Collection;
import java.util.List;

/// What a database remembers of the names that its objects had.
public final class FormerNames {

  private FormerNames() {}

  /// Empty where the database cannot be asked: renames lack this evidence then.
  ///
  /// @param names without schemas and tables
  public static List<FormerName> of(Address address, Patience patience, Collection<String> names) {
    try {
      return ReadOnlySession.at(
          address, patience, connection -> SnapshotTable.former(connection, names));
    } catch (UserException unreachable) {
      return List.of();
    }
  }
}
