package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.FileNotFoundException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/// Words the reason why there is no connection, from the error code and, if the server sent one,
/// its own message.
public final class ConnectionFailure {

  private ConnectionFailure() {}

  /// Waiting may help: the server is starting up, waking up, restarting, or full.
  static boolean mayPass(SQLException e) {
    var state = SqlStates.of(e);
    if (isCertificate(e)) {
      return false;
    }
    return (state.startsWith("08")
            && !state.equals("08004")
            && !hasCause(e, UnknownHostException.class))
        || state.equals(SqlStates.STARTING_UP)
        || state.equals(SqlStates.TOO_MANY_CONNECTIONS);
  }

  public static UserException of(Address address, SQLException e) {
    var state = SqlStates.of(e);
    var target = address.target().words();
    var place = address.url().place();
    if (state.equals(SqlStates.NO_SUCH_DATABASE)) {
      return new AccessRefused(
          target + ": there is no database `" + address.url().database() + "` at " + place,
          "create it, or correct the URL: createdb " + address.url().database(),
          e);
    }
    if (state.equals(SqlStates.STARTING_UP)) {
      return new NoConnection(
          target + ": the server at " + place + " is starting up or shutting down",
          "run the command again in a moment",
          e);
    }
    if (state.equals(SqlStates.TOO_MANY_CONNECTIONS)) {
      return new NoConnection(
          target + ": the server at " + place + " has no free connection",
          "run the command again when other sessions have ended; deed needs two connections",
          e);
    }
    if (isCertificate(e)) {
      return new AccessRefused(
          "%s: %s cannot be verified: %s".formatted(target, place, certificate(e)),
          "set sslrootcert to the file of the authority that signed the server's certificate"
              + " (~/.postgresql/root.crt by default), and use the host name of the certificate",
          e);
    }
    if (state.startsWith("28") || state.equals("08004")) {
      return refused(address, e);
    }
    return new NoConnection(
        target + ": no connection to " + place + ": " + reason(e),
        "check that the server is running there and that the URL is correct; then run the command again",
        e);
  }

  private static AccessRefused refused(Address address, SQLException e) {
    if (!(e instanceof PSQLException failure) || failure.getServerErrorMessage() == null) {
      return new AccessRefused(
          "%s: %s does not support what the URL asks for: %s"
              .formatted(address.target().words(), address.url().place(), serverSentence(e)),
          "compare sslmode, channel_binding and the user in the URL with what the server supports",
          e);
    }
    var user = address.url().user();
    var who = user == null ? "the operating system's user (the URL names none)" : "`" + user + "`";
    return new AccessRefused(
        address.target().words()
            + ": "
            + address.url().place()
            + " refuses "
            + who
            + ": "
            + serverSentence(e),
        String.valueOf(e.getMessage()).contains("pg_hba.conf")
            ? "add a line for it to the server's pg_hba.conf, or correct host, user and sslmode"
                + " in the URL of this environment"
            : "check the user and the password in the URL of this environment",
        e);
  }

  private static String serverSentence(SQLException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^FATAL: ", "");
  }

  /// A certificate that is missing or wrong stays so.
  private static boolean isCertificate(SQLException e) {
    return hasCause(e, GeneralSecurityException.class)
        || hasCause(e, FileNotFoundException.class)
        || hasCause(e, NoSuchFileException.class)
        || String.valueOf(e.getMessage()).contains("could not be verified");
  }

  /// The driver's sentence names the file; Java's names what is wrong with the certificate.
  private static String certificate(SQLException e) {
    var sentence = String.valueOf(e.getMessage());
    var cause = e.getCause();
    return cause == null || hasCause(e, FileNotFoundException.class)
        ? sentence
        : String.valueOf(cause.getMessage());
  }

  private static String reason(SQLException e) {
    if (hasCause(e, UnknownHostException.class)) {
      return "the host is not known";
    }
    if (hasCause(e, SocketTimeoutException.class)) {
      return "it does not answer";
    }
    var cause = e.getCause();
    var innermost = cause == null ? e : cause;
    return String.valueOf(innermost.getMessage()).replaceFirst("^FATAL: ", "");
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> kind) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
