package dev.deed.engine.run;

import dev.deed.engine.Assertion;
import dev.deed.engine.connect.SqlStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.postgresql.util.PSQLException;

/// PostgreSQL's answer to the query of an assertion, formatted as by `psql -At`.
final class QueryAnswer {

  private QueryAnswer() {}

  /// @throws AssertionFailed if the answer is not the expected one, or there is none
  static void check(Session session, Assertion assertion) throws SQLException {
    String answer;
    try (var statement = session.statement();
        var results = statement.executeQuery(assertion.query())) {
      answer = text(results);
    } catch (PSQLException e) {
      if (isOfTheWorld(e)) {
        throw e;
      }
      throw new AssertionFailed(assertion, e);
    }
    if (!answer.equals(assertion.value())) {
      throw new AssertionFailed(assertion, answer);
    }
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
