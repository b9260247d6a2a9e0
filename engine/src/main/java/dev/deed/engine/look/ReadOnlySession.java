package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Asks a database something in a session that cannot change anything.
public final class ReadOnlySession {

  /// Whatever is asked in it, the session changes nothing.
  static final String READ_ONLY = "SET default_transaction_read_only = on; ";

  private static final String BEGIN =
      READ_ONLY
          + """
          BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
          SET LOCAL lock_timeout = '5s';
          SET LOCAL statement_timeout = '5min'
          """;

  private static final String EACH_ALONE =
      READ_ONLY
          + """
          SET lock_timeout = '5s';
          SET statement_timeout = '1min'
          """;

  private ReadOnlySession() {}

  /// What is asked; all of it sees the same state.
  @FunctionalInterface
  public interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// The same with each statement by itself: one that is refused does not spoil the others.
  public static <T> T around(Address address, Duration patience, Question<T> question) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      statement.execute(EACH_ALONE);
      return question.ask(lent.connection());
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  /// @throws UserException where there is no connection, or the answer cannot be had
  public static <T> T at(Address address, Duration patience, Question<T> question) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      statement.execute(BEGIN);
      var answer = question.ask(lent.connection());
      statement.execute("COMMIT");
      return answer;
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }
}
