package dev.deed.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class WithoutPasswordTest {

  @Test
  void says_where_to_put_the_password() {
    var address =
        new Address(
            new Target(new EnvironmentName("staging"), new DatabaseName("main")),
            ConnectionUrl.parse("postgresql://app@db.example:5433/shop", Map.of()));

    var failure =
        ConnectionFailure.of(
            address,
            new PSQLException(
                "The server requested SCRAM-based authentication, but no password was provided.",
                PSQLState.CONNECTION_REJECTED));

    assertThat(failure)
        .isInstanceOf(AccessRefused.class)
        .hasMessage(
            "main (staging): db.example:5433 asks for the password of `app`, and none is given");
    assertThat(failure.advice())
        .startsWith(
            "set PGPASSWORD, or add a line to ~/.pgpass: db.example:5433:shop:app:PASSWORD");
  }
}
