package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tries on the rows that are there what a migration will do, in transactions that are rolled back.
///
/// @param block that leaves its answer in a setting; null for none
/// @param setting where the answer is
/// @param queries of one value each
public record RowTrial(@Nullable String block, String setting, List<String> queries) {

  public RowTrial {
    queries = List.copyOf(queries);
  }

  /// @param block what it left; empty without one
  /// @param answers to the queries, in order
  public record Answer(String block, List<String> answers) {
    public Answer {
      answers = List.copyOf(answers);
    }
  }

  public Answer of(Address address, Patience patience) {
    return ReadOnlySession.around(
        address,
        patience,
        asker -> {
          var answers = new ArrayList<String>();
          for (var query : queries) {
            answers.add(asker.ask(connection -> value(connection, query)));
          }
          var left = block == null ? "" : ask(asker, block);
          return new Answer(left, answers);
        });
  }

  private String ask(ReadOnlySession.Asker asker, String sent) throws SQLException {
    return asker.ask(connection -> left(connection, sent));
  }

  private String left(Connection connection, String sent) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sent);
    }
    return value(connection, "SELECT current_setting('" + setting + "')");
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }
}
