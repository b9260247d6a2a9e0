package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;

/// Words the reason why there is no connection, from the error code and, if the server sent one,
/// its own message.
public final class ConnectionFailure {

  /// The first characters of states by which a server refuses a login: access, database, options.
  private static final List<String> REFUSALS = List.of("28", "42", "22", "3D", "0A", "55000");

  private static final Pattern POOL_WAITS =
      Pattern.compile("try again|timeout|cannot connect|no more connections|shut|paus|failing");

  private ConnectionFailure() {}

  /// Waiting may help: the server is starting up, waking up, restarting, or full.
  static boolean mayPass(Address address, SQLException e) {
    var state = SqlStates.of(e);
    return state.startsWith("57P")
        || state.equals(SqlStates.TOO_MANY_CONNECTIONS)
        || (state.startsWith("08")
            && !state.equals(SqlStates.REJECTED)
            && !isCertificate(e)
            && !isSpeech(e)
            && !isOfThisMachine(e)
            && !isUnknownHost(address, e)
            && !isPoolsNo(e));
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
    if (isOfThisMachine(e)) {
      return new AccessRefused(
          target + ": no connection to " + place + ": " + innermost(e),
          "run deed as a user who may use the socket, or compare requirepeer with the user who runs"
              + " the server",
          e);
    }
    if (isSpeech(e)) {
      return new AccessRefused(
          "%s: what answers at %s does not speak with deed as PostgreSQL does: %s"
              .formatted(target, place, innermost(e)),
          "compare host, port, sslmode and sslnegotiation in the URL with those of the server",
          e);
    }
    if (isUnknownHost(address, e)) {
      return new AccessRefused(
          target + ": no connection to " + place + ": the host is not known",
          "correct the host in the URL of this environment, or make its name known to this machine"
              + " (getent hosts NAME)",
          e);
    }
    if (isRefusal(e)) {
      return refused(address, e);
    }
    return new NoConnection(
        target + ": no connection to " + place + ": " + reason(e), advice(address), e);
  }

  private static String advice(Address address) {
    return "check that the server is running there and that the URL is correct"
        + (address.url().isHostAssumed()
            ? " (it names no host, and there is no socket in %s)".formatted(SocketFolders.WORDS)
            : "")
        + "; then run the command again";
  }

  /// The server has understood, and says no.
  private static boolean isRefusal(SQLException e) {
    var state = SqlStates.of(e);
    return state.equals(SqlStates.REJECTED)
        || REFUSALS.stream().anyMatch(state::startsWith)
        || isPoolsNo(e);
  }

  private static AccessRefused refused(Address address, SQLException e) {
    if (String.valueOf(e.getMessage()).contains("no password was provided")) {
      return withoutPassword(address, e);
    }
    if (!(e instanceof PSQLException failure) || failure.getServerErrorMessage() == null) {
      return new AccessRefused(
          "%s: %s does not support what the URL asks for: %s"
              .formatted(address.target().words(), address.url().place(), ServerSentence.of(e)),
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
            + ServerSentence.of(e),
        String.valueOf(e.getMessage()).contains("pg_hba.conf")
            ? "add a line for it to the server's pg_hba.conf, or correct host, user and sslmode"
                + " in the URL of this environment"
            : advice(String.valueOf(e.getMessage()), SqlStates.of(e)),
        e);
  }

  private static String advice(String message, String state) {
    if (message.contains("Peer authentication") || message.contains("Ident authentication")) {
      return "name the role of this operating system's user in the URL, or map the user to the role"
          + " in the server's pg_ident.conf";
    }
    return state.startsWith("28")
        ? "check the user and the password in the URL of this environment"
        : "compare database, user and options in the URL of this environment with what the server"
            + " allows";
  }

  private static AccessRefused withoutPassword(Address address, SQLException e) {
    var url = address.url();
    var user = url.user() == null ? "USER" : url.user();
    return new AccessRefused(
        "%s: %s asks for the password of %s, and none is given"
            .formatted(
                address.target().words(),
                url.place(),
                url.user() == null ? "the operating system's user" : "`" + user + "`"),
        ("set PGPASSWORD, or add a line to ~/.pgpass: %s:%s:%s:PASSWORD, or write the URL in"
                + " the ownership file with a variable that holds it: ${DATABASE_URL}")
            .formatted(url.place(), url.database(), user),
        e);
  }

  /// A certificate that is missing or wrong stays so.
  private static boolean isCertificate(SQLException e) {
    return hasCause(e, GeneralSecurityException.class)
        || hasCause(e, FileNotFoundException.class)
        || hasCause(e, NoSuchFileException.class)
        || String.valueOf(e.getMessage()).contains("could not be verified");
  }

  /// Both sides answer, but not in the same protocol. A server that ends in the middle of a
  /// handshake may be restarting.
  private static boolean isSpeech(SQLException e) {
    var isProtocol =
        SqlStates.of(e).equals(SqlStates.PROTOCOL_VIOLATION) && serverMessage(e).isEmpty();
    var isTls = hasCause(e, SSLException.class) && !hasCause(e, SocketException.class);
    return isProtocol || (isTls && !hasCause(e, EOFException.class));
  }

  /// The socket is there, but this user may not use it, or should not.
  private static boolean isOfThisMachine(SQLException e) {
    return hasCause(e, AccessDeniedException.class) || hasCause(e, UnixSockets.OtherPeer.class);
  }

  /// With several hosts, another one may answer in a moment. A resolver that does not answer says
  /// nothing about the name.
  private static boolean isUnknownHost(Address address, SQLException e) {
    if (address.url().hosts().size() > 1 || !hasCause(e, UnknownHostException.class)) {
      return false;
    }
    try {
      return InetAddress.getAllByName(address.url().hosts().getFirst().name()).length == 0;
    } catch (UnknownHostException again) {
      return !String.valueOf(again.getMessage()).contains("Temporary failure");
    }
  }

  /// PgBouncer gives all of its errors the state of a broken protocol.
  private static boolean isPoolsNo(SQLException e) {
    return SqlStates.of(e).equals(SqlStates.PROTOCOL_VIOLATION)
        && serverMessage(e).filter(m -> !POOL_WAITS.matcher(m).find()).isPresent();
  }

  private static Optional<String> serverMessage(SQLException e) {
    return e instanceof PSQLException failure
        ? Optional.ofNullable(failure.getServerErrorMessage()).map(m -> m.getMessage())
        : Optional.empty();
  }

  /// The driver's sentence names the file; Java's names what is wrong with the certificate.
  private static String certificate(SQLException e) {
    var sentence = String.valueOf(e.getMessage());
    var cause = e.getCause();
    return cause == null || hasCause(e, FileNotFoundException.class)
        ? sentence
        : String.valueOf(cause.getMessage());
  }

  /// In a few words: `Connection refused`.
  static String reason(SQLException e) {
    if (hasCause(e, UnknownHostException.class)) {
      return "the host is not known";
    }
    if (hasCause(e, SocketTimeoutException.class)) {
      return "it does not answer";
    }
    return innermost(e);
  }

  private static String innermost(SQLException e) {
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    var message =
        switch (innermost) {
          case AccessDeniedException denied -> denied.getReason();
          case SQLException said -> ServerSentence.of(said);
          default -> innermost.getMessage();
        };
    return message == null ? ServerSentence.of(e) : message;
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
