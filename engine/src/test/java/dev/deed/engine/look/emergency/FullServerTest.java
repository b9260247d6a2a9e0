package dev.deed.engine.look.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The words of PostgreSQL 14 to 18.
class FullServerTest {

  private static final Address ADDRESS =
      new Address(
          new Target(new EnvironmentName("production"), new DatabaseName("main")),
          ConnectionUrl.parse("postgresql://web:secret@db.example:6432/app", Map.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remaining connection slots are reserved for non-replication superuser connections | superuser_reserved_connections",
        "remaining connection slots are reserved for roles with the SUPERUSER attribute | superuser_reserved_connections",
        "sorry, too many clients already | also those reserved for superusers",
        "too many connections for role \"web\" | connect as another role",
        "too many connections for database \"app\" | connect as another role"
      })
  void says_which_connections_are_left(String said, String advice) {
    var explained = FullServer.explained(ADDRESS, refused(said));

    assertThat(explained).hasMessage("main is full: " + said);
    assertThat(explained.advice())
        .contains(advice, "deed emergency --url postgresql://SUPERUSER@db.example:6432/app")
        .doesNotContain("secret");
    assertThat(explained.outcome()).isEqualTo(UserException.Outcome.TRY_AGAIN);
  }

  @Test
  void leaves_other_failures_as_they_are() {
    var failure = refused("the database system is starting up");
    assertThat(FullServer.explained(ADDRESS, failure)).isSameAs(failure);
  }

  private static NoConnection refused(String said) {
    var fields = "SFATAL\0C53300\0M" + said + "\0Fproc.c\0RInitProcess\0";
    return new NoConnection(
        "main is full", "wait", new PSQLException(new ServerErrorMessage(fields)));
  }
}
