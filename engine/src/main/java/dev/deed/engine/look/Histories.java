package dev.deed.engine.look;

import dev.deed.engine.History;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.Beginning;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.history.UserTables;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Reads histories of databases, and changes nothing in them.
public final class Histories {

  private Histories() {}

  /// A history, and whether the database holds nothing else.
  public record Adoptable(History history, boolean isEmpty) {}

  /// @throws UserException if the database cannot be read
  public static Adoptable adoptable(Address address, Patience patience) {
    return ReadOnlySession.at(
        address,
        patience,
        connection ->
            new Adoptable(
                new HistoryTable(address.target().database()).read(connection),
                UserTables.isEmpty(connection)));
  }

  /// What a database has before it is built.
  public static Beginning beginning(Address address, Patience patience) {
    return ReadOnlySession.at(
        address,
        patience,
        connection ->
            new Beginning(
                new HistoryTable(address.target().database()).read(connection),
                UserTables.things(connection)));
  }

  /// Either a history or the reason why there is none.
  public record Reading(
      Target target, @Nullable History history, @Nullable UserException failure) {}

  /// Reads many at once; one result for each address, in their order.
  public static List<Reading> read(List<Address> addresses, Patience patience) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<Reading>) () -> reading(address, patience))
            .toList());
  }

  private static Reading reading(Address address, Patience patience) {
    try {
      return new Reading(address.target(), read(address, patience), null);
    } catch (UserException failure) {
      return new Reading(address.target(), null, failure);
    }
  }

  /// @throws UserException if the database cannot be read
  public static History read(Address address, Patience patience) {
    return ReadOnlySession.at(
            address,
            patience,
            connection -> new HistoryTable(address.target().database()).read(connection))
        .with(new AddressUse(address, patience));
  }
}
