package dev.deed.engine.run;

import dev.deed.engine.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/// Receives a server's WAL as a streaming replica does, and says that it has replayed it only when
/// it is told to. To the server it is a replica.
final class SlowReplica implements AutoCloseable {

  static final String NAME = "slow replica";

  private final Connection connection;
  private final PGReplicationStream stream;
  private final Thread receiver;
  private volatile boolean replays;
  private volatile boolean closed;

  private SlowReplica(Connection connection, PGReplicationStream stream) {
    this.connection = connection;
    this.stream = stream;
    this.receiver = Thread.ofPlatform().name(NAME).start(this::receive);
  }

  /// @throws SQLException where the server lets no replica in
  static SlowReplica of(TestDatabase database) throws SQLException {
    return of(database, true);
  }

  /// Keeps the WAL, and replays none of it, as `pg_receivewal` does.
  static SlowReplica archive(TestDatabase database) throws SQLException {
    return of(database, false);
  }

  private static SlowReplica of(TestDatabase database, boolean isReplica) throws SQLException {
    var start = database.query("SELECT pg_current_wal_flush_lsn()").getFirst();
    var properties = new Properties();
    properties.setProperty("replication", "true");
    properties.setProperty("assumeMinServerVersion", "14");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("ApplicationName", NAME);
    var connection = DriverManager.getConnection(database.jdbcUrl(), properties);
    try {
      var stream =
          connection
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .replicationStream()
              .physical()
              .withStartPosition(LogSequenceNumber.valueOf(start))
              .withStatusInterval(20, TimeUnit.MILLISECONDS)
              .start();
      if (isReplica) {
        stream.setFlushedLSN(LogSequenceNumber.valueOf(start));
        stream.setAppliedLSN(LogSequenceNumber.valueOf(start));
      }
      return new SlowReplica(connection, stream);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  void replay() {
    replays = true;
  }

  private void receive() {
    try {
      while (!closed) {
        if (stream.readPending() == null) {
          Thread.sleep(5);
        }
        if (replays) {
          stream.setFlushedLSN(stream.getLastReceiveLSN());
          stream.setAppliedLSN(stream.getLastReceiveLSN());
        }
        stream.forceUpdateStatus();
      }
    } catch (SQLException | InterruptedException e) {
      if (!closed) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      receiver.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
