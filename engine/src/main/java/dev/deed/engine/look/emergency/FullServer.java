package dev.deed.engine.look.emergency;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.ServerSentence;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a server without a free connection still allows.
final class FullServer {

  private FullServer() {}

  /// The same failure, or, if the server is full, one that says which connections are left.
  static UserException explained(Address address, UserException failure) {
    var said = failure.getCause() instanceof SQLException cause ? ServerSentence.of(cause) : "";
    var advice = advice(address, said);
    return advice == null
        ? failure
        : new NoConnection(
            String.valueOf(failure.getMessage()) + ": " + said, advice, failure.getCause());
  }

  private static @Nullable String advice(Address address, String said) {
    var again =
        "deed emergency --url postgresql://SUPERUSER@%s/%s"
            .formatted(address.url().place(), address.url().database());
    if (said.contains("remaining connection slots are reserved")) {
      return "connect as a superuser, for whom superuser_reserved_connections (3 by default) are"
          + " still free: "
          + again
          + "; then end sessions that do nothing, as that screen shows them";
    }
    if (said.contains("too many clients already")) {
      return "all of max_connections are in use, also those reserved for superusers: stop instances of"
          + " a service or its pool, so that their sessions end; then "
          + again;
    }
    if (said.contains("too many connections for role")
        || said.contains("too many connections for database")) {
      return "only this role or database is at its limit (ALTER ROLE or ALTER DATABASE ..."
          + " CONNECTION LIMIT): connect as another role: "
          + again;
    }
    return null;
  }
}
