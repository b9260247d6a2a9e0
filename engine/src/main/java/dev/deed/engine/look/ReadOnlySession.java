package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.ReadingSettings;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Asks a database something in transactions that cannot change anything. Nothing is set for the
/// session: in a connection pool the session belongs to an application next.
public final class ReadOnlySession {

  private static final String BEGIN =
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL lock_timeout = '5s';
      SET LOCAL statement_timeout = '5min';
      """
          + ReadingSettings.LOCAL;

  private static final String BEGIN_ONE =
      """
      BEGIN READ ONLY;
      SET LOCAL lock_timeout = '5s';
      SET LOCAL statement_timeout = '1min';
      """
          + ReadingSettings.LOCAL;

  /// The server has ended its statement before that: only one that answers no more takes longer.
  private static final Duration LONGEST = Duration.ofSeconds(330);

  private ReadOnlySession() {}

  /// What is queried; all of it sees the same snapshot.
  @FunctionalInterface
  public interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// Several questions, each in a transaction of its own: one that is refused does not spoil the
  /// others.
  @FunctionalInterface
  public interface Questions<T> {
    T ask(Asker asker) throws SQLException;
  }

  /// Asks one question after another.
  public record Asker(Connections connections, Connection connection) {

    public <T> T ask(Question<T> question) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(BEGIN_ONE);
        try {
          return question.ask(connection);
        } finally {
          statement.execute("ROLLBACK");
        }
      }
    }
  }

  public static <T> T around(Address address, Patience patience, Questions<T> questions) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect()) {
      limit(lent.connection(), LONGEST);
      return questions.ask(new Asker(connections, lent.connection()));
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  /// For questions that read whole tables.
  public static void withoutLimit(Connection connection) throws SQLException {
    limit(connection, Duration.ZERO);
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
    }
  }

  private static void limit(Connection connection, Duration longest) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
  }

  /// @throws UserException if there is no connection, or the query fails
  public static <T> T at(Address address, Patience patience, Question<T> question) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      limit(lent.connection(), LONGEST);
      statement.execute(BEGIN);
      var answer = question.ask(lent.connection());
      statement.execute("COMMIT");
      return answer;
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }
}
