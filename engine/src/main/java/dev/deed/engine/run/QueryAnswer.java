package dev.deed.engine.run;

import dev.deed.engine.Assertion;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.run.StepOutcome.Unexpected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/// PostgreSQL's answer to the query of an assertion, formatted as by `psql -At`.
final class QueryAnswer {

  /// Rows beyond the expected ones that a message shows.
  private static final int MOST_ROWS = 20;

  private QueryAnswer() {}

  /// @return what came instead, if the answer is not the expected one, or the query was refused
  static Optional<Unexpected> check(Session session, Assertion assertion) throws SQLException {
    String answer;
    try (var statement = session.statement()) {
      // One row more than expected is enough to know.
      statement.setMaxRows((int) assertion.value().lines().count() + MOST_ROWS);
      try (var results = statement.executeQuery(assertion.query())) {
        answer = text(results);
      }
    } catch (SQLException e) {
      if (isOfTheWorld(e)) {
        throw e;
      }
      var words =
          "`%s` returned no answer: %s".formatted(assertion.query(), FailureMessage.sentence(e));
      return Optional.of(new Unexpected(assertion, words, e));
    }
    return answer.equals(assertion.value())
        ? Optional.empty()
        : Optional.of(
            new Unexpected(
                assertion,
                "`%s` returned `%s`, but `%s` was expected"
                    .formatted(assertion.query(), answer, assertion.value()),
                null));
  }

  /// True if the error has other causes than the query itself.
  private static boolean isOfTheWorld(SQLException e) {
    return SqlStates.isLost(e) || SqlStates.isWorthAnotherTry(e) || SqlStates.isCancelled(e);
  }

  private static String text(ResultSet results) throws SQLException {
    var columns = results.getMetaData().getColumnCount();
    var rows = new ArrayList<String>();
    while (results.next()) {
      var values = new ArrayList<String>();
      for (var column = 1; column <= columns; column++) {
        var value = results.getString(column);
        values.add(value == null ? "" : value);
      }
      rows.add(String.join("|", values));
    }
    return String.join("\n", rows);
  }
}
