package dev.deed.engine.look;

import dev.deed.engine.History;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.look.catalog.RelationsReader;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A database's history and its relations at one moment.
///
/// @param failure why the database could not be read, or null
public record Inspection(
    Target target, History history, List<LiveRelation> relations, @Nullable UserException failure) {

  public Inspection {
    relations = List.copyOf(relations);
  }

  /// Reads many at once; one result for each address, in their order.
  public static List<Inspection> of(List<Address> addresses, Patience patience) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<Inspection>) () -> of(address, patience))
            .toList());
  }

  private static Inspection of(Address address, Patience patience) {
    var table = new HistoryTable(address.target().database());
    try {
      return ReadOnlySession.at(
          address,
          patience,
          connection ->
              new Inspection(
                  address.target(),
                  table.read(connection),
                  RelationsReader.read(connection),
                  null));
    } catch (UserException failure) {
      return new Inspection(address.target(), History.NONE, List.of(), failure);
    }
  }
}
