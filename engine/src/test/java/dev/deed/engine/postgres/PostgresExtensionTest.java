package dev.deed.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionTest {

  @Test
  void gives_every_parameter_a_database_of_its_own(TestDatabase one, TestDatabase other) {
    one.execute("CREATE TABLE users (id bigint); INSERT INTO users VALUES (1), (NULL)");

    assertThat(one.query("SELECT id, 'x' FROM users")).containsExactly("1|x", "|x");
    assertThat(other.query("SELECT 1 FROM pg_tables WHERE tablename = 'users'")).isEmpty();
  }

  @Test
  void refuses_a_test_that_leaves_a_connection_open() throws SQLException {
    var lease =
        Lease.of(
            TestServer.ofThisJvm(),
            "deed_test_leak_" + PostgresExtension.THIS_JVM,
            Duration.ofMillis(100));
    var leaked = lease.database().connect();

    assertThatThrownBy(lease::close).hasMessageContaining("connections that the test left open");

    assertThat(leaked.isValid(60)).isFalse();
    leaked.close();
  }

  @Test
  void takes_a_server_by_its_url() {
    assertThat(TestServer.at("jdbc:postgresql://me:p%40ss@db.example:5433/admin"))
        .isEqualTo(new TestServer("db.example", 5433, "admin", "me", "p@ss"));
    assertThat(TestServer.at("postgresql://db.example"))
        .isEqualTo(new TestServer("db.example", 5432, "postgres", "postgres", ""));
  }
}
