package dev.deed.engine.look;

import dev.deed.engine.History;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.look.catalog.RelationsReader;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A database's history and its relations at one moment.
///
/// @param schema its whole schema, null if it was not asked for
/// @param failure why the database could not be read, or null
public record Inspection(
    Target target,
    History history,
    List<LiveRelation> relations,
    @Nullable CatalogSchema schema,
    @Nullable UserException failure) {

  private static final int ATTEMPTS = 3;

  public Inspection {
    relations = List.copyOf(relations);
  }

  /// Reads many at once; one result for each address, in their order.
  public static List<Inspection> of(List<Address> addresses, Patience patience) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<Inspection>) () -> of(address, patience, false))
            .toList());
  }

  /// The same with the whole schema.
  public static List<Inspection> withSchema(List<Address> addresses, Patience patience) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<Inspection>) () -> withSchema(address, patience))
            .toList());
  }

  /// The functions that print definitions look at the newest catalogs, not at the transaction's: an
  /// object that another session drops meanwhile is an error there, but not the next time.
  private static Inspection withSchema(Address address, Patience patience) {
    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      var inspection = of(address, patience, true);
      if (!isGoneMeanwhile(inspection.failure())) {
        return inspection;
      }
    }
    return of(address, patience, true);
  }

  private static boolean isGoneMeanwhile(@Nullable UserException failure) {
    return failure != null
        && failure.getCause() instanceof SQLException cause
        && SqlStates.of(cause).equals(SqlStates.INTERNAL);
  }

  private static Inspection of(Address address, Patience patience, boolean withSchema) {
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
                  withSchema ? CatalogSchema.read(connection) : null,
                  null));
    } catch (UserException failure) {
      return new Inspection(address.target(), History.NONE, List.of(), null, failure);
    }
  }
}
