package dev.deed.engine.look.checkup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.ServerSentence;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// All diagnoses of one database.
///
/// @param postgres the server's major version; 0 if it did not answer
/// @param failure why there is no connection, or null
public record Checkup(
    Target target, int postgres, List<Diagnosis> diagnoses, @Nullable UserException failure) {

  public Checkup {
    diagnoses = List.copyOf(diagnoses);
  }

  /// Reads many at once; one result for each address, in their order.
  public static List<Checkup> of(List<Address> addresses, Expectations expectations) {
    return Parallel.run(
        addresses.stream()
            .map(address -> (Callable<Checkup>) () -> of(address, expectations))
            .toList());
  }

  private static Checkup of(Address address, Expectations expectations) {
    try {
      return ReadOnlySession.around(
          address,
          expectations.patience(),
          asker -> {
            var server = new Server(asker.connections(), asker.connection(), address, expectations);
            var diagnoses = new ArrayList<Diagnosis>();
            diagnoses.add(Diagnosis.ok("connection", asker.ask(_ -> server.place())));
            for (var check : Checks.ALL) {
              diagnoses.add(diagnosis(check, server, asker));
            }
            return new Checkup(address.target(), server.major(), diagnoses, null);
          });
    } catch (UserException failure) {
      return new Checkup(address.target(), 0, List.of(), failure);
    }
  }

  /// A check that fails must not hide the others.
  private static Diagnosis diagnosis(
      Checks.Check check, Server server, ReadOnlySession.Asker asker) {
    try {
      return asker.ask(_ -> check.look().at(server));
    } catch (UserException e) {
      return Diagnosis.problem(check.name(), String.valueOf(e.getMessage()), e.advice());
    } catch (SQLException e) {
      return Diagnosis.warning(
          check.name(),
          "could not be checked: " + ServerSentence.of(e),
          SqlStates.isLockNotAvailable(e)
              ? "run deed emergency --env %s to see who holds the lock"
                  .formatted(server.address().target().environment())
              : "check the role's privileges there");
    }
  }
}
