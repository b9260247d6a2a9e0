package dev.deed.engine.run;

import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.AssumedSettings;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What PostgreSQL itself said of a failure, without the driver's words.
final class ServerMessage {

  private ServerMessage() {}

  static Optional<ServerErrorMessage> of(SQLException e) {
    return e instanceof PSQLException failure
        ? Optional.ofNullable(failure.getServerErrorMessage())
        : Optional.empty();
  }

  /// It was raised by what deed itself asked of the server, and its hint is deed's advice.
  static boolean isOurs(SQLException e) {
    return SqlStates.of(e).equals(AssumedSettings.OTHERWISE);
  }
}
