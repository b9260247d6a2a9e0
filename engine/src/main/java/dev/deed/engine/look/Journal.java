package dev.deed.engine.look;

import dev.deed.engine.JournalEntry;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.JournalTable;
import dev.deed.sql.UserException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The journal of one database.
///
/// @param isInstalled whether it notes every change
/// @param entries newest first
/// @param failure why it could not be read, or null
public record Journal(
    Target target,
    boolean isInstalled,
    List<JournalEntry> entries,
    @Nullable UserException failure) {

  public Journal {
    entries = List.copyOf(entries);
  }

  /// @param count of the last entries
  public static Journal last(Address address, Patience patience, int count) {
    return read(address, patience, connection -> JournalTable.last(connection, count));
  }

  /// @param identities of objects, as PostgreSQL prints them
  public static Journal about(Address address, Patience patience, Collection<String> identities) {
    return read(address, patience, connection -> JournalTable.about(connection, identities));
  }

  private static Journal read(
      Address address, Patience patience, ReadOnlySession.Question<List<JournalEntry>> question) {
    try {
      return ReadOnlySession.at(
          address,
          patience,
          connection -> {
            var isInstalled = JournalTable.isInstalled(connection);
            var entries = isInstalled ? question.ask(connection) : List.<JournalEntry>of();
            return new Journal(address.target(), isInstalled, entries, null);
          });
    } catch (UserException failure) {
      return new Journal(address.target(), false, List.of(), failure);
    }
  }
}
