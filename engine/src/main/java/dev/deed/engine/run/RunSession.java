package dev.deed.engine.run;

import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.ConnectionFailure;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.engine.protocol.AssumedSettings;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.Concurrently.Query;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.RecordedText;
import dev.deed.engine.protocol.RunLockSql;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the steps of one run on one target share: the session with its run lock, the policy, and
/// the listener.
final class RunSession implements AutoCloseable {

  private static final String SINCE_MESSAGE_ARRIVED =
      "pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp())";

  private final Connections connections;
  private final RunPolicy policy;
  private final UnflushedMoves unflushed;
  private final StatementWatch watch;
  private final AssumedSettings assumed;
  private final Set<Terminated> terminated = ConcurrentHashMap.newKeySet();
  private Session session;
  private final Consumer<Command> sent;
  private @Nullable MigrationProtocol protocol;
  private @Nullable UUID run;

  private RunSession(
      Connections connections,
      RunPolicy policy,
      Consumer<RunEvent> listener,
      Consumer<Command> sent,
      Session session) {
    this.connections = connections;
    this.policy = policy;
    this.unflushed =
        new UnflushedMoves(connections.address().target(), policy.waits().disk(), listener);
    this.sent = sent;
    this.session = session;
    var address = connections.address();
    this.watch =
        new StatementWatch(
            connections,
            // Not held back until all is on the disk: it reports no outcome.
            waited ->
                listener.accept(
                    new RunEvent.AnswerAwaited(address.target(), address.url().place(), waited)));
    this.assumed = new AssumedSettings(policy.scripts(connections.address().target().database()));
  }

  /// Connects and obtains the run lock.
  static RunSession begin(Connections connections, RunPolicy policy, Consumer<RunEvent> listener) {
    return begin(connections, policy, listener, command -> {});
  }

  /// @param sent is told what was sent to carry out migrations
  static RunSession begin(
      Connections connections,
      RunPolicy policy,
      Consumer<RunEvent> listener,
      Consumer<Command> sent) {
    var session = Session.open(connections);
    var work = new RunSession(connections, policy, listener, sent, session);
    try {
      work.lock();
      return work;
    } catch (SQLException e) {
      work.close();
      throw ConnectionFailure.of(connections.address(), e);
    } catch (UserException e) {
      work.close();
      throw e;
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

  /// Whether this is the first report of its end: a session stays in sight for a moment after it
  /// was terminated, and the next look finds it again.
  boolean isFirstEndOf(Activity session) {
    return terminated.add(new Terminated(session.pid(), session.since()));
  }

  /// A pid alone may be that of a later session.
  private record Terminated(int pid, Instant since) {}

  /// Watches the statements of the session.
  StatementWatch watch() {
    return watch;
  }

  void tell(RunEvent event) {
    unflushed.tell(event);
  }

  /// What a crash of the server may still take back.
  UnflushedMoves unflushed() {
    return unflushed;
  }

  /// Makes sure that all that is committed is on the server's disk, and reports it.
  void flush() {
    try {
      if (!unflushed.isEmpty()) {
        session.settle();
        flush(session.connection());
      }
    } catch (SQLException e) {
      unflushed.giveUp();
    }
  }

  /// The same by another session, while this one is busy.
  void flush(Connection connection) throws SQLException {
    unflushed.flush(moves -> RecordedMoves.flushed(connection, "'" + run() + "'", moves));
  }

  void sent(Command command) {
    sent.accept(command);
  }

  /// The next migration's is asked for in the message that ends the one before, and again when it
  /// is carried out.
  MigrationProtocol protocol(PlannedMigration move) {
    var known = protocol;
    if (known == null || !known.move().equals(move)) {
      known = new MigrationProtocol(move, assumed);
      protocol = known;
    }
    return known;
  }

  RecordedText historyText(PlannedMigration move, Duration took) {
    return historyText(move, String.valueOf(took.toNanos() / 1e9));
  }

  /// The same in a message that begins with a statement of the script: the server adds how long
  /// that has taken.
  RecordedText historyTextAfterStatement(PlannedMigration move, Duration took) {
    return historyText(move, took.toNanos() / 1e9 + " + " + SINCE_MESSAGE_ARRIVED);
  }

  private RecordedText historyText(PlannedMigration move, String seconds) {
    return new RecordedText(move, "'" + run() + "'", seconds, session.encoding());
  }

  /// Whether this run has recorded exactly that: asked after a connection was cut.
  boolean isRecorded(PlannedMigration move, State state, int done) throws SQLException {
    var query = historyText(move, Duration.ZERO).outcome(done);
    return session.find(new Query(query, List.of())).contains(HistorySql.textOf(state));
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
    if (stop().isCut()) {
      throw ConnectionLost.stopped(target(), move, cut);
    }
    var old = session.backend();
    session.close();
    try {
      session = Session.open(connections);
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
              + " "
              + RunLockSql.RELEASED
              + " (DISCARD ALL, pg_advisory_unlock_all or pg_advisory_unlock)",
          null);
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
            policy.waits().run(),
            (holder, waited) -> tell(new RunEvent.RunAwaited(target(), holder, waited)));
  }
}
