package dev.deed.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// What waiting can mend and what it cannot.
class ConnectionFailureTest {

  @Test
  void does_not_wait_for_a_certificate() {
    var handshake = new SSLHandshakeException("PKIX path building failed");
    handshake.initCause(new CertificateException("unable to find valid certification path"));

    assertThat(mayPass(failure("SSL error", handshake))).isFalse();
    assertThat(
            mayPass(
                failure(
                    "Could not open SSL root certificate file /none/root.crt.",
                    new FileNotFoundException("/none/root.crt"))))
        .isFalse();
    assertThat(mayPass(failure("The hostname db could not be verified by x.", null))).isFalse();
  }

  @Test
  void waits_for_a_server_that_starts() {
    var cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());

    assertThat(mayPass(failure("refused", new ConnectException("refused")))).isTrue();
    assertThat(mayPass(failure("SSL error", cut))).isTrue();
  }

  private static boolean mayPass(PSQLException e) {
    var target = new Target(new EnvironmentName("local"), new DatabaseName("auth"));
    return ConnectionFailure.mayPass(
        new Address(target, ConnectionUrl.parse("postgresql://h/a", Map.of())), e);
  }

  private static PSQLException failure(String message, @Nullable Throwable cause) {
    return new PSQLException(message, PSQLState.CONNECTION_FAILURE, cause);
  }
}
