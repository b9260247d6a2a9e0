package dev.deed.engine.look;

import dev.deed.engine.catalog.HeldRight;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.catalog.RightsReader;
import dev.deed.sql.UserException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The privileges in one database.
///
/// @param roles the roles of services that exist
/// @param failure why the database could not be read, or null
public record LiveRights(
    Target target, List<HeldRight> rights, List<String> roles, @Nullable UserException failure) {

  public LiveRights {
    rights = List.copyOf(rights);
    roles = List.copyOf(roles);
  }

  /// Reads many at once; one result for each address, in their order.
  ///
  /// @param roles of the services
  public static List<LiveRights> of(
      List<Address> addresses, Patience patience, Collection<String> roles) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<LiveRights>) () -> of(address, patience, roles))
            .toList());
  }

  private static LiveRights of(Address address, Patience patience, Collection<String> roles) {
    try {
      return ReadOnlySession.at(
          address,
          patience,
          connection ->
              new LiveRights(
                  address.target(),
                  RightsReader.read(connection, roles),
                  RightsReader.existing(connection, roles),
                  null));
    } catch (UserException failure) {
      return new LiveRights(address.target(), List.of(), List.of(), failure);
    }
  }
}
