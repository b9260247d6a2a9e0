package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.AsWritten;
import dev.deed.engine.protocol.AssumedSettings;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    return SqlStates.of(e).equals(AssumedSettings.OTHERWISE) || isNotAsWritten(e);
  }

  /// What `IF NOT EXISTS` has found is something else.
  static boolean isNotAsWritten(SQLException e) {
    return SqlStates.of(e).equals(AsWritten.OTHERWISE);
  }

  /// The statement that a failure is about: deed asks about several at once.
  ///
  /// @param last null where none of the script's was under way
  static @Nullable Statement about(
      PlannedMigration move, @Nullable Statement last, SQLException e) {
    return isNotAsWritten(e)
        ? of(e)
            .map(ServerErrorMessage::getConstraint)
            .map(place -> move.body().statements().get(Integer.parseInt(place)))
            .orElse(last)
        : last;
  }
}
