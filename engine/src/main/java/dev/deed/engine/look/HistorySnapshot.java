package dev.deed.engine.look;

import dev.deed.engine.History;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.EventTable;
import dev.deed.engine.history.HistoryTable;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A database's whole history at one moment.
///
/// @param events in the order in which they happened; empty if not requested
/// @param failure why the database could not be read, or null
public record HistorySnapshot(
    Target target, History history, List<HistoryEvent> events, @Nullable UserException failure) {

  public HistorySnapshot {
    events = List.copyOf(events);
  }

  /// Reads many at once; one result for each address, in their order.
  public static List<HistorySnapshot> of(
      List<Address> addresses, Patience patience, boolean withEvents) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<HistorySnapshot>) () -> of(address, patience, withEvents))
            .toList());
  }

  private static HistorySnapshot of(Address address, Patience patience, boolean withEvents) {
    var target = address.target();
    var table = new HistoryTable(target.database());
    try {
      return ReadOnlySession.at(
          address,
          patience,
          connection -> {
            var history = table.read(connection);
            var isAsked = withEvents && !history.rows().isEmpty();
            return new HistorySnapshot(
                target, history, isAsked ? EventTable.read(connection) : List.of(), null);
          });
    } catch (UserException failure) {
      return new HistorySnapshot(target, History.NONE, List.of(), failure);
    }
  }
}
