package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.engine.look.catalog.CatalogState;
import dev.deed.engine.look.catalog.LocksReader;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs SQL in one transaction that shows its effects before it is committed, and is recorded in
/// it.
public final class ManualRun {

  /// Other sessions wait for the locks while the user is asked.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Cancellation stop = new Cancellation(Duration.ZERO);

  public ManualRun(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// Cancels and rolls back everything that is not yet being committed.
  public void stop() {
    stop.ask();
  }

  /// @param change what to run, with the row that records it; called under the run lock
  public ManualRunResult run(
      Address address, Function<History, PlannedMigration> change, CommitRule rule) {
    if (policy.lockTimeout().isZero()) {
      throw ManualRunFailed.withoutLimit();
    }
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.connectWait(), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var history = access.read();
      var move = change.apply(history);
      if (!(rule instanceof CommitRule.Never)) {
        access.refuseUnwritable(history);
      }
      return new Attempt(work, move, access.table(), rule).run();
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    } finally {
      stop.close();
    }
  }

  private record Attempt(
      RunSession work, PlannedMigration move, HistoryTable table, CommitRule rule) {

    ManualRunResult run() throws SQLException {
      var statements = new ManualRunStatements(work, move);
      try {
        return decided(statements);
      } catch (SQLException e) {
        throw failed(statements, e);
      } finally {
        endTransaction();
      }
    }

    private UserException failed(ManualRunStatements statements, SQLException e) {
      if (SqlStates.isLost(e)) {
        return ManualRunFailed.cut(work.target(), e);
      }
      return work.stop().isAsked() ? Stopped.byHand(work.target()) : statements.failed(e);
    }

    private ManualRunEffects effects(ManualRunStatements statements) throws SQLException {
      work.session().begin(BeginMessage.of(move.name().service()));
      var before = CatalogState.read(work.session().connection());
      var results = statements.run();
      work.session().endScript();
      var locks = LocksReader.read(work.session().connection(), before);
      var after = CatalogState.read(work.session().connection());
      return new ManualRunEffects(results, before.changesTo(after), locks);
    }

    private ManualRunResult decided(ManualRunStatements statements) throws SQLException {
      ManualRunEffects effects;
      ManualRunStatements.Decision decision;
      try (var _ = work.stop().running(work.session()::cancel)) {
        effects = effects(statements);
        decision = statements.decision(rule, effects);
      }
      if (work.stop().isAsked()) {
        throw Stopped.byHand(work.target());
      }
      if (decision.commit()) {
        commit();
      }
      return new ManualRunResult(
          work.target(), move.name(), effects, decision.commit(), decision.reason());
    }

    private void commit() throws SQLException {
      var entry = Entry.done(HistoryRow.State.MANUAL, Duration.ZERO);
      table.createIfMissing(work.session().connection());
      work.writer().record(move, entry);
      try {
        work.session().commit();
      } catch (SQLException e) {
        if (!SqlStates.isLost(e)) {
          throw e;
        }
        // It may have been committed with only the answer lost: the history knows.
        work.reconnect(move, e);
        if (!work.writer().isRecorded(move, entry)) {
          throw e;
        }
      }
    }

    /// A transaction that is still open is rolled back.
    private void endTransaction() {
      try {
        work.session().rollback();
      } catch (SQLException e) {
        // The connection is lost, and the transaction with it.
      }
    }
  }
}
