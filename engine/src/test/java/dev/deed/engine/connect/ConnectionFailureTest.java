package dev.deed.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
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

    assertThat(ConnectionFailure.mayPass(failure("SSL error", handshake))).isFalse();
    assertThat(
            ConnectionFailure.mayPass(
                failure(
                    "Could not open SSL root certificate file /none/root.crt.",
                    new FileNotFoundException("/none/root.crt"))))
        .isFalse();
    assertThat(
            ConnectionFailure.mayPass(failure("The hostname db could not be verified by x.", null)))
        .isFalse();
  }

  @Test
  void waits_for_a_server_that_starts() {
    var cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());

    assertThat(ConnectionFailure.mayPass(failure("refused", new ConnectException("refused"))))
        .isTrue();
    assertThat(ConnectionFailure.mayPass(failure("SSL error", cut))).isTrue();
  }

  private static PSQLException failure(String message, @Nullable Throwable cause) {
    return new PSQLException(message, PSQLState.CONNECTION_FAILURE, cause);
  }
}
