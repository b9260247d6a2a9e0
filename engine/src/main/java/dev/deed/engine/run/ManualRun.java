package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.look.catalog.CatalogState;
import dev.deed.engine.look.catalog.LocksReader;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs SQL in one transaction that shows its effects before it is committed, and is recorded in
/// it.
public final class ManualRun {

  /// Other sessions wait for the locks while the user is asked.
  public static final Duration PATIENCE = CommitRule.PATIENCE;

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
    if (policy.locks().timeout().isZero()) {
      throw ManualRunFailed.withoutLimit();
    }
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.waits().patience(listener), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var history = access.read();
      var move = change.apply(history);
      if (!(rule instanceof CommitRule.Never)) {
        access.refuseUnwritable();
      }
      return new Attempt(work, move, access.table(), rule).run();
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    } finally {
      stop.close();
    }
  }

  private static final class Attempt {

    private final RunSession work;
    private final PlannedMigration move;
    private final HistoryTable table;
    private final CommitRule rule;
    private final MigrationProtocol protocol;
    private final CommandSender sender;
    private final Step.InTransaction step;

    Attempt(RunSession work, PlannedMigration move, HistoryTable table, CommitRule rule) {
      this.work = work;
      this.move = move;
      this.table = table;
      this.rule = rule;
      this.protocol = work.protocol(move);
      this.sender = new CommandSender(work, protocol);
      this.step = new Step.InTransaction(move, 0, move.statements());
    }

    ManualRunResult run() throws SQLException {
      var statements = new ManualRunStatements(work, protocol, sender, step);
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
      sender.send(protocol.before(step));
      var before = CatalogState.read(work.session().connection());
      var results = statements.run();
      end();
      sender.send(MigrationProtocol.asConnected());
      var locks = LocksReader.read(work.session().connection(), before);
      var after = CatalogState.read(work.session().connection());
      return new ManualRunEffects(results, before.changesTo(after), locks);
    }

    /// Deferred constraints, settings, and what happened compared with what is allowed.
    private void end() throws SQLException {
      if (!protocol.isLookedAt()) {
        sender.send(protocol.endOfScript(step));
        return;
      }
      var objection =
          sender.look(protocol.endOfScript(step), CommandSender.At.START, new SqlMessage());
      if (objection.isPresent()) {
        throw ManualRunFailed.notAllowed(move, new NotAllowed(null, objection.get(), false));
      }
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
      sender.send(MigrationProtocol.beforeHistory());
      table.prepare(work.session().connection());
      sender.send(List.of(Command.Record.done(State.MANUAL)));
      sender.send(MigrationProtocol.kept());
      try {
        work.session().commit();
      } catch (SQLException e) {
        if (!SqlStates.isLost(e)) {
          throw e;
        }
        // It may have been committed with only the answer lost: the history knows.
        work.reconnect(move, e);
        if (!work.isRecorded(move, State.MANUAL, 0)) {
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
