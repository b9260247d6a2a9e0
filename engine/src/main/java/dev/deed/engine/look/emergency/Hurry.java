package dev.deed.engine.look.emergency;

import dev.deed.engine.connect.ReadingSettings;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.run.FailureMessage;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks one question after another until the time is over. Each has a transaction and timeouts of
/// its own, so that one table that is locked costs only its own answer.
final class Hurry {

  private static final Duration LONGEST_LOCK = Duration.ofMillis(300);
  private static final Duration SHORTEST = Duration.ofMillis(50);

  private final Connection connection;
  private final long end;
  private final Duration longestQuestion;
  private final List<Unread> unread = new ArrayList<>();
  private boolean lost;

  /// @param left for all questions together: one may take nearly half of it
  Hurry(Connection connection, Duration left) {
    this.connection = connection;
    this.longestQuestion = left.multipliedBy(9).dividedBy(20);
    this.end = System.nanoTime() + left.toNanos();
  }

  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  List<Unread> unread() {
    return unread;
  }

  /// @param what is asked for, in words
  /// @return null if there is no answer; the reason is among those that are unread
  <T> @Nullable T ask(String what, Question<T> question) {
    var left = Duration.ofNanos(end - System.nanoTime());
    if (lost || left.compareTo(SHORTEST) < 0) {
      unread.add(new Unread(what, lost ? "the connection was lost" : "the time was over"));
      return null;
    }
    try (var statement = connection.createStatement()) {
      statement.execute(
          "BEGIN READ ONLY; SET LOCAL lock_timeout = %d; SET LOCAL statement_timeout = %d; %s"
              .formatted(
                  shorter(LONGEST_LOCK, left),
                  shorter(longestQuestion, left),
                  ReadingSettings.LOCAL));
      try {
        return question.ask(connection);
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      lost = SqlStates.isLost(e);
      unread.add(new Unread(what, reason(e)));
    } catch (UserException e) {
      unread.add(new Unread(what, String.valueOf(e.getMessage())));
    }
    return null;
  }

  /// The rows of a query; none if they could not be read.
  <T> List<T> rows(String what, String sql, Reading<T> reading) {
    var rows =
        ask(
            what,
            asked -> {
              try (var statement = asked.createStatement()) {
                statement.setEscapeProcessing(false);
                return read(statement.executeQuery(sql), reading);
              }
            });
    return rows == null ? List.of() : rows;
  }

  static <T> List<T> read(ResultSet results, Reading<T> reading) throws SQLException {
    var facts = new ArrayList<T>();
    try (results) {
      while (results.next()) {
        facts.add(reading.of(results));
      }
    }
    return facts;
  }

  private static long shorter(Duration longest, Duration left) {
    return Math.min(longest.toMillis(), left.toMillis());
  }

  private static String reason(SQLException e) {
    if (SqlStates.isLockNotAvailable(e)) {
      return "another session locks what it needs";
    }
    return SqlStates.isCancelled(e)
        ? "the server took longer than deed waits for it"
        : FailureMessage.sentence(e);
  }
}
