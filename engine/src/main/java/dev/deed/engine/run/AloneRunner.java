package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.engine.protocol.AlreadyDone;
import dev.deed.sql.UserException;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.time.Duration;

/// Runs a statement outside of transactions. The history records before that it is about to be
/// sent, and afterwards that it is done; a run that finds only the first record checks the outcome.
final class AloneRunner {

  /// Dropping leftovers also waits for other transactions; the next run drops what this one leaves.
  private static final Duration CLEARING_AT_THE_END = Duration.ofSeconds(3);

  private final RunSession work;
  private final MigrationRunner runner;
  private final Step.Alone step;
  private final boolean last;
  private final boolean resumed;
  private final Statement statement;
  private final StatementRunner statements;

  AloneRunner(RunSession work, MigrationRunner runner, Step.Alone step, boolean last) {
    this.work = work;
    this.runner = runner;
    this.step = step;
    this.last = last;
    this.resumed = step.move().begun() && step.position() == step.move().done();
    this.statement = step.statement();
    this.statements = new StatementRunner(work, step.move());
  }

  void run() throws SQLException {
    var tries = new LockRetries(work, runner);
    work.inTransaction(() -> work.writer().progress(move(), runner.entry(runner.underWay(), true)));
    while (true) {
      try {
        attempt();
        break;
      } catch (SQLException e) {
        if (SqlStates.isLost(e)) {
          throw lost(e);
        }
        if (isDoneAlready(e)) {
          break;
        }
        clear(e);
        if (work.stop().isOver()) {
          throw runner.stopped();
        }
        if (!SqlStates.isWorthAnotherTry(e)) {
          throw runner.failed(
              FailureMessage.of(move(), statement, e, remains()), FailureMessage.sentence(e));
        }
        tries.afterFailure(statement, e, statements.blockers());
      }
    }
    record();
  }

  private void attempt() throws SQLException {
    var care = care();
    var policy = work.policy();
    refresh();
    var sql = care.prepare().orElseGet(() -> move().body().script().textOf(statement));
    work.session()
        .prepareAlone(
            move().name().service(),
            care.waitsByDesign() ? Duration.ZERO : policy.lockTimeout(),
            care.waitsByDesign() ? policy.concurrentTimeout() : policy.statementTimeout());
    statements.settingsBefore(step.position());
    statements.run(step.position(), () -> sql);
    refresh();
    care.verify();
  }

  private void record() throws SQLException {
    runner.halfDone(false);
    runner.finish(step.position() + 1);
    work.session().refresh();
    work.checkLock(move());
    check();
    Entry entry = last ? runner.done() : runner.entry(runner.underWay(), false);
    work.inTransaction(() -> {
      if (last) {
        work.writer().record(move(), entry);
      } else {
        work.writer().progress(move(), entry);
      }
    });
  }

  /// The statement stays even if a check fails, so it is recorded as done first.
  private void check() throws SQLException {
    if (!move().body().assertionsBehind(step.position()).isEmpty()) {
      work.inTransaction(
          () -> work.writer().progress(move(), runner.entry(runner.underWay(), false)));
      runner.check(step.position());
    }
  }

  /// An earlier run sent the statement and was killed before it ended; now PostgreSQL reports that
  /// there is nothing left to do.
  private boolean isDoneAlready(SQLException e) throws SQLException {
    if (!resumed || !AlreadyDone.statesOf(statement).contains(SqlStates.of(e))) {
      return false;
    }
    refresh();
    var done = care().isBuilt();
    if (done) {
      work.tell(new RunEvent.OutcomeFound(work.target(), move(), true));
    }
    return done;
  }

  private void clear(SQLException e) {
    runner.halfDone(care().waitsByDesign());
    try {
      refresh();
      work.session()
          .limit(work.stop().isAsked() ? CLEARING_AT_THE_END : work.policy().concurrentTimeout());
      care().clear();
      runner.halfDone(care().isHalfDone());
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
  }

  private UserException lost(SQLException cut) {
    work.reconnect(move(), cut);
    work.tell(new RunEvent.OutcomeFound(work.target(), move(), false));
    var state =
        "The connection was lost during a statement outside of transactions. "
            + runner.remainsBefore()
            + "The next run finds out whether this one was done.";
    return FailureMessage.of(move(), statement, cut, state);
  }

  /// PostgreSQL rolls back only what a committing block did since its last commit.
  private String remains() {
    return statement.command() == CommandTag.DO || statement.command() == CommandTag.CALL
        ? runner.remainsBefore()
            + "What this one committed by itself stays; the next run sends it again from its beginning."
        : runner.remains();
  }

  /// Resets to the connected role, and to the search path that the script relies on.
  private void refresh() throws SQLException {
    work.session().refresh();
    statements.settingsBefore(step.position());
  }

  private ConcurrentCare care() {
    return new ConcurrentCare(work, move(), statement);
  }

  private PlannedMigration move() {
    return step.move();
  }
}
