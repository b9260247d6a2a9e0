package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.sql.UserException;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Runs statements and their record in one transaction; tries again while other sessions hold the
/// locks.
final class TransactionRunner {

  private final RunSession work;
  private final MigrationRunner runner;
  private final Step.InTransaction step;
  private final boolean last;
  private final StatementRunner statements;
  private @Nullable Statement current;

  TransactionRunner(
      RunSession work, MigrationRunner runner, Step.InTransaction step, boolean last) {
    this.work = work;
    this.runner = runner;
    this.step = step;
    this.last = last;
    this.statements = new StatementRunner(work, step.move());
  }

  void run() {
    var tries = new LockRetries(work, runner);
    while (true) {
      try {
        attempt();
        break;
      } catch (SQLException e) {
        if (SqlStates.isLost(e)) {
          lookUp(e);
          break;
        }
        undo(e);
        if (work.stop().isOver()) {
          throw runner.stopped();
        }
        if (isRecordForgotten(e)) {
          work.session().record().giveUp();
          continue;
        }
        if (!SqlStates.isWorthAnotherTry(e)) {
          throw runner.failed(
              FailureMessage.of(move(), current, e, runner.remains()), FailureMessage.sentence(e));
        }
        tries.afterFailure(current, e, statements.blockers());
      }
    }
    runner.finish(step.end());
  }

  private void attempt() throws SQLException {
    current = null;
    work.session().begin(BeginMessage.of(move()));
    statements.settingsBefore(step.first());
    for (var i = step.first(); i < step.end(); i++) {
      current = move().body().statements().get(i);
      statements.run(i);
      statements.check(i);
    }
    end();
  }

  private void end() throws SQLException {
    var ending = new CommitMessage(work.session());
    try {
      ending.send(record(), last ? runner.next() : null);
    } catch (SQLException e) {
      if (SqlStates.isLost(e) || !ending.isOfScript()) {
        current = null;
      }
      throw e;
    }
  }

  private String record() {
    return last
        ? work.session().record().text(work.recordText(), move(), entry())
        : work.recordText().progress(move(), entry());
  }

  /// The script has deallocated all prepared statements, including deed's.
  private boolean isRecordForgotten(SQLException e) {
    return current == null
        && work.session().record().isPrepared()
        && SqlStates.of(e).equals(SqlStates.NOT_PREPARED);
  }

  /// The history entry for the end of the step.
  private Entry entry() {
    return last ? runner.done() : runner.after(step.end());
  }

  private void undo(SQLException e) {
    try {
      work.session().rollback();
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
  }

  /// The connection was lost, perhaps after COMMIT was sent: only the history knows the outcome.
  private void lookUp(SQLException cut) {
    work.reconnect(move(), cut);
    boolean done;
    try {
      done = work.writer().isRecorded(move(), entry());
    } catch (SQLException e) {
      cut.addSuppressed(e);
      throw new ConnectionLost(
          work.target().words() + ": the connection was lost twice during " + move().name().words(),
          cut);
    }
    work.tell(new RunEvent.OutcomeFound(work.target(), move(), done));
    if (!done) {
      UserException failure =
          FailureMessage.of(move(), current, cut, "The connection was lost. " + runner.remains());
      throw runner.failed(failure, FailureMessage.sentence(cut));
    }
  }

  private PlannedMigration move() {
    return step.move();
  }
}
