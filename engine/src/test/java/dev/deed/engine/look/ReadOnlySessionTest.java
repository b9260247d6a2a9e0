package dev.deed.engine.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The server, and the driver where the server says no more, end a question that takes too long.
@ExtendWith(PostgresExtension.class)
class ReadOnlySessionTest {

  private static final Patience PATIENCE = Patience.of(Duration.ZERO);

  @Test
  void waits_a_little_longer_than_the_server_does(TestDatabase auth) {
    var limits = ReadOnlySession.at(address(auth), PATIENCE, ReadOnlySessionTest::limits);

    assertThat(limits).isEqualTo("5min, 330000 ms");
  }

  @Test
  void waits_for_questions_that_read_whole_tables(TestDatabase auth) {
    var limits =
        ReadOnlySession.at(
            address(auth),
            PATIENCE,
            connection -> {
              ReadOnlySession.withoutLimit(connection);
              return limits(connection);
            });

    assertThat(limits).isEqualTo("0, 0 ms");
  }

  @Test
  void says_that_the_connection_was_lost(TestDatabase auth) {
    assertThatThrownBy(() ->
            ReadOnlySession.at(
                address(auth),
                PATIENCE,
                connection -> {
                  connection.setNetworkTimeout(Runnable::run, 200);
                  try (var statement = connection.createStatement()) {
                    return statement.execute("SELECT pg_sleep(60)");
                  }
                }))
        .isInstanceOf(NoConnection.class)
        .hasMessageContaining("the connection was lost");
  }

  @Test
  void waits_for_a_locked_history_as_for_others(TestDatabase auth) throws SQLException {
    try (var connection = auth.connect();
        var other = connection.createStatement()) {
      new HistoryTable(address(auth).target().database()).prepare(connection);
      other.execute("BEGIN; LOCK TABLE deed.migration");

      assertThatThrownBy(() -> Histories.read(address(auth), PATIENCE))
          .hasMessageContaining("lock timeout");
    }
  }

  private static String limits(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW statement_timeout")) {
      rows.next();
      return rows.getString(1) + ", " + connection.getNetworkTimeout() + " ms";
    }
  }

  private static Address address(TestDatabase database) {
    var target = new Target(new EnvironmentName("local"), new DatabaseName("auth"));
    return new Address(target, ConnectionUrl.parse(database.url(), Map.of()));
  }
}
