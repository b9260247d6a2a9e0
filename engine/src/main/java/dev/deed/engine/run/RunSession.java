package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.ConnectionFailure;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.HistoryWriter;
import dev.deed.engine.history.RecordText;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the steps of one run on one target share: the session with its run lock, the policy, and
/// the listener.
final class RunSession implements AutoCloseable {

  private final Connections connections;
  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final StatementWatch watch;
  private Session session;
  private @Nullable UUID run;

  private RunSession(
      Connections connections, RunPolicy policy, Consumer<RunEvent> listener, Session session) {
    this.connections = connections;
    this.policy = policy;
    this.listener = listener;
    this.session = session;
    this.watch = new StatementWatch(connections);
  }

  /// Connects and obtains the run lock.
  static RunSession begin(Connections connections, RunPolicy policy, Consumer<RunEvent> listener) {
    var work = new RunSession(connections, policy, listener, Session.open(connections, policy));
    try {
      work.lock();
      return work;
    } catch (UserException | SQLException e) {
      work.close();
      throw e instanceof SQLException sql
          ? ConnectionFailure.of(connections.address(), sql)
          : (UserException) e;
    }
  }

  Cancellation stop() {
    return connections.stop();
  }

  Target target() {
    return connections.address().target();
  }

  Address address() {
    return connections.address();
  }

  RunPolicy policy() {
    return policy;
  }

  Session session() {
    return session;
  }

  /// Watches the statements of the session.
  StatementWatch watch() {
    return watch;
  }

  void tell(RunEvent event) {
    listener.accept(event);
  }

  /// History statements as text, to be sent in a message with other commands.
  RecordText recordText() {
    return new RecordText(run());
  }

  HistoryWriter writer() {
    return writer(session.connection());
  }

  HistoryWriter writer(Connection connection) {
    return new HistoryWriter(connection, run());
  }

  /// Created on first use: generating the first random number in a program is slow.
  private UUID run() {
    var made = run == null ? UUID.randomUUID() : run;
    run = made;
    return made;
  }

  /// Opens a new session after a lost connection. The old session holds the run lock: when the new
  /// one has it, the old one is gone, and what it had sent is committed or not. The old session is
  /// terminated if it has not noticed the lost connection.
  void reconnect(PlannedMigration move, SQLException cut) {
    var old = session.backend();
    session.close();
    try {
      session = Session.open(connections, policy);
      old.end(session.connection());
      lock();
    } catch (UserException | SQLException e) {
      cut.addSuppressed(e);
      throw new ConnectionLost(
          target().words()
              + ": the connection was lost during "
              + move.name().words()
              + " ("
              + FailureMessage.sentence(cut)
              + "), and the server does not answer yet",
          cut);
    }
  }

  /// A script may have released all advisory locks.
  void checkLock(PlannedMigration move) throws SQLException {
    if (!new RunLock(session, target()).isHeld()) {
      throw new Stopped(
          target().words()
              + ": "
              + move.name().words()
              + " has released deed's run lock (DISCARD ALL or pg_advisory_unlock_all)",
          null);
    }
  }

  /// Runs in a transaction of its own for the history.
  void inTransaction(Writing writing) throws SQLException {
    session.begin();
    try {
      writing.write();
      session.commit();
    } catch (SQLException e) {
      if (!SqlStates.isLost(e)) {
        session.rollback();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    watch.close();
    try {
      session.settle();
      new RunLock(session, target()).release();
    } catch (SQLException e) {
      // The session is lost or broken: its lock ends with it.
    } finally {
      session.close();
    }
  }

  private void lock() throws SQLException {
    new RunLock(session, target())
        .obtain(
            policy.runWait(),
            (holder, waited) -> tell(new RunEvent.RunAwaited(target(), holder, waited)));
  }

  /// Writes to the history.
  @FunctionalInterface
  interface Writing {
    void write() throws SQLException;
  }
}
