package dev.deed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.junit.MigratedDatabase.Per;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tests with the annotation get. The nested classes are those tests: they are run by
/// `TestRun`, and `Failing` ones are meant to fail.
class MigratedDatabaseTest {

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder;

  /// Adds a row that another test must not see.
  private static void addOrder(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("INSERT INTO orders VALUES (2, 'from a test')");
    }
    SEEN.add(value(connection, "SELECT current_database()"));
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  @MigratedDatabase(database = "main")
  static class OneEach {
    @Test
    void first(Connection connection) throws SQLException {
      assertThat(value(connection, "SELECT note FROM orders")).isEqualTo("from the migration");
      addOrder(connection);
    }

    @RepeatedTest(2)
    void again(Connection connection) throws SQLException {
      addOrder(connection);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void with_a_parameter(int number, Connection connection) throws SQLException {
      assertThat(number).isPositive();
      addOrder(connection);
    }

    @Nested
    class Inner {
      @Test
      void inside(Connection connection) throws SQLException {
        addOrder(connection);
      }
    }
  }

  @Test
  void gives_each_test_a_database_of_its_own_and_drops_it() throws Exception {
    SEEN.clear();
    var run = TestRun.of(OneEach.class, ShopProject.in(folder).folder());

    assertThat(run.failures()).isEmpty();
    assertThat(run.ends()).hasSize(6);
    assertThat(SEEN).hasSize(6);
    assertThat(databases()).doesNotContainAnyElementsOf(SEEN);
  }

  private static List<String> databases() throws SQLException {
    var url = TestServers.at("").server().url();
    try (var connection = java.sql.DriverManager.getConnection(url.jdbcUrl(), url.user(), "")) {
      var names = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT datname FROM pg_database")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  @Test
  void gives_tests_that_run_in_parallel_their_own() throws Exception {
    SEEN.clear();
    var run =
        TestRun.of(
            List.of(OneEach.class),
            ShopProject.in(folder).folder(),
            Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));

    assertThat(run.failures()).isEmpty();
    assertThat(SEEN).hasSize(6);
  }

  @MigratedDatabase(database = "main", per = Per.CLASS)
  static class OfAClass {
    @BeforeAll
    static void begin(Connection connection) throws SQLException {
      addOrder(connection);
    }

    @Test
    void sees_the_row(Connection connection) throws SQLException {
      assertThat(value(connection, "SELECT count(*) FROM orders")).isEqualTo("2");
    }

    @Nested
    class Inner {
      @Test
      void sees_it_too(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
          assertThat(value(connection, "SELECT count(*) FROM orders")).isEqualTo("2");
        }
      }
    }
  }

  @Test
  void lets_the_tests_of_a_class_share_one() throws Exception {
    var run = TestRun.of(OfAClass.class, ShopProject.in(folder).folder());

    assertThat(run.failures()).isEmpty();
    assertThat(run.ends()).hasSize(2);
  }

  @MigratedDatabase(database = "main")
  static class Ways {
    private final JdbcUrl own;

    Ways(JdbcUrl url) {
      own = url;
    }

    @BeforeEach
    void begin(Connection connection) throws SQLException {
      addOrder(connection);
    }

    @Test
    void lead_to_one_database(
        DataSource source, JdbcUrl url, @MigratedDatabase(database = "auth") Connection users)
        throws SQLException {
      assertThat(url).isEqualTo(own);
      try (var connection = source.getConnection();
          var other = java.sql.DriverManager.getConnection(url.url(), url.user(), url.password())) {
        assertThat(value(connection, "SELECT count(*) FROM orders")).isEqualTo("2");
        assertThat(value(other, "SELECT count(*) FROM orders")).isEqualTo("2");
      }
      assertThat(value(users, "SELECT count(*) FROM users")).isEqualTo("0");
      assertThat(value(users, "SELECT count(*) FROM deed.migration")).isEqualTo("1");
    }
  }

  @Test
  void gives_a_data_source_a_connection_and_a_url_of_several_databases() throws Exception {
    assertThat(TestRun.of(Ways.class, ShopProject.in(folder).folder()).ends())
        .hasSize(1)
        .allSatisfy((test, failure) -> assertThat(failure).isEmpty());
  }

  @Test
  void does_not_show_a_password() {
    assertThat(new JdbcUrl("jdbc:postgresql://localhost/main", "me", "s3cret"))
        .hasToString("jdbc:postgresql://localhost/main (user me)");
  }
}
