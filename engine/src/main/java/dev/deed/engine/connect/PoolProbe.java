package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Finds out by behavior whether a connection pool gives each transaction another session. A host's
/// name says it for a few providers only, and a pool in session mode is as good as a direct
/// connection.
final class PoolProbe {

  /// A pool that hands out its sessions in turn shows itself after a few of them.
  private static final int ROUNDS = 8;

  private static final String WHERE =
      """
      SELECT pg_catalog.pg_backend_pid(), pg_catalog.host(pg_catalog.inet_server_addr()),
             pg_catalog.inet_server_port()
      """;

  private PoolProbe() {}

  /// Whether something between deed and PostgreSQL answers for the server. PostgreSQL sends the
  /// number of its process when a session begins; a pool makes up a number of its own.
  ///
  /// @param backend the process that works for the connection
  static boolean isSomethingBetween(Connection connection, Backend backend) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID() != backend.pid();
  }

  /// A pool that does not keep one session for one connection. Costs nothing on a direct
  /// connection; through a pool, it opens a second connection for a moment.
  ///
  /// The second connection begins a transaction and so holds a session of the pool. If that is the
  /// session that the first one had just used, or if the first one gets another one now, the
  /// session did not belong to the first connection.
  ///
  /// @param connection outside of a transaction
  static Optional<PooledConnection> find(
      Connections connections, Connection connection, Backend backend) throws SQLException {
    if (!isSomethingBetween(connection, backend)) {
      return Optional.empty();
    }
    var seen = new HashSet<Integer>(Set.of(backend.pid()));
    try (var other = connections.connect();
        var first = connection.createStatement();
        var second = other.connection().createStatement()) {
      for (var round = 0; round < ROUNDS; round++) {
        second.execute("BEGIN READ ONLY");
        var theirs = server(second);
        if (seen.contains(theirs.pid())) {
          second.execute("ROLLBACK");
          return refusal(connections, theirs);
        }
        var ours = server(first);
        second.execute("ROLLBACK");
        if (seen.add(ours.pid())) {
          return refusal(connections, ours);
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      var refusing = PooledConnection.refusingTransactions(connections.address(), e);
      if (refusing.isPresent()) {
        return refusing;
      }
      throw e;
    }
  }

  /// @param host null if the pool reaches PostgreSQL by a socket
  private record Server(int pid, @Nullable String host, int port) {}

  private static Server server(Statement statement) throws SQLException {
    try (var row = statement.executeQuery(WHERE)) {
      row.next();
      return new Server(row.getInt(1), row.getString(2), row.getInt(3));
    }
  }

  private static Optional<PooledConnection> refusal(Connections connections, Server server) {
    var direct = server.host() == null ? null : server.host() + ":" + server.port();
    return Optional.of(PooledConnection.found(connections.address(), direct));
  }
}
