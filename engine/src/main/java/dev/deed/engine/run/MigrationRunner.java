package dev.deed.engine.run;

import dev.deed.engine.Checksum;
import dev.deed.engine.Direction;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Performs one move: step by step, each recorded together with its changes.
final class MigrationRunner {

  private final RunSession work;
  private final PlannedMigration move;
  private final @Nullable PlannedMigration next;
  private final long start = System.nanoTime();
  private final List<Checksum> checksums = new ArrayList<>();
  private int finished;
  private boolean halfDone;

  /// @param next the migration applied after this one, or null
  MigrationRunner(RunSession work, PlannedMigration move, @Nullable PlannedMigration next) {
    this.work = work;
    this.move = move;
    this.next = next;
    this.finished = move.done();
  }

  /// @throws MigrationFailed or another `UserException` that says what stays
  Duration run() throws SQLException {
    work.tell(new RunEvent.MoveStarted(work.target(), move));
    work.session().forget();
    if (!move.isOneTransaction() && move.direction() != Direction.STAMP) {
      work.inTransaction(() -> work.writer().record(move, entry(underWay(), move.begun())));
    }
    if (move.done() > 0) {
      check(move.done() - 1);
    }
    var steps = move.steps();
    for (var i = 0; i < steps.size(); i++) {
      if (i > 0 && work.stop().isAsked()) {
        throw stopped();
      }
      run(steps.get(i), i == steps.size() - 1);
    }
    var took = took();
    work.tell(new RunEvent.MoveDone(work.target(), move, took));
    return took;
  }

  private void run(Step step, boolean last) throws SQLException {
    switch (step) {
      case Step.InTransaction together -> new TransactionRunner(work, this, together, last).run();
      case Step.Alone alone -> new AloneRunner(work, this, alone, last).run();
      case Step.Record record -> work.inTransaction(() -> work.writer().record(move, done()));
    }
  }

  /// Runs the checks after a statement outside of transactions; an earlier run may have done the
  /// statement and failed here.
  ///
  /// @throws MigrationFailed if the statement did not achieve what is expected
  void check(int position) throws SQLException {
    if (move.body().assertionsBehind(position).isEmpty()) {
      return;
    }
    var statements = new StatementRunner(work, move);
    var policy = work.policy();
    work.session()
        .prepareAlone(move.name().service(), policy.lockTimeout(), policy.statementTimeout());
    statements.settingsBefore(position + 1);
    try {
      statements.check(position);
    } catch (AssertionFailed e) {
      throw failed(FailureMessage.of(move, null, e, remains()), FailureMessage.sentence(e));
    }
  }

  PlannedMigration move() {
    return move;
  }

  /// The transaction that may begin in the message that ends this one: null if something else comes
  /// first, or nothing follows.
  @Nullable BeginMessage next() {
    if (next == null
        || !next.isOneTransaction()
        || !next.requiredElsewhere().isEmpty()
        || work.stop().isAsked()) {
      return null;
    }
    var beginning = BeginMessage.of(next);
    return beginning.modes().isEmpty() ? beginning : null;
  }

  /// All statements before that index are done.
  void finish(int end) {
    finished = end;
  }

  /// The statement that failed left something that only running it again will clear.
  void halfDone(boolean isHalfDone) {
    halfDone = isHalfDone;
  }

  /// The history needs them only for a migration that does not run in one transaction.
  private List<Checksum> checksums(int end) {
    for (var i = checksums.size(); i < end; i++) {
      var statement = move.body().statements().get(i);
      checksums.add(Checksum.of(move.body().script().textOf(statement)));
    }
    return checksums.subList(0, end);
  }

  /// The row that records the whole migration as done.
  Entry done() {
    return Entry.done(
        switch (move.direction()) {
          case UP -> State.APPLIED;
          case DOWN -> State.REVERTED;
          case STAMP -> State.STAMPED;
        },
        took());
  }

  Entry entry(State state, boolean begun) {
    return new Entry(state, checksums(finished), begun, took(), null);
  }

  /// The row that records the progress after a step.
  Entry after(int end) {
    return new Entry(underWay(), checksums(end), false, took(), null);
  }

  State underWay() {
    return move.direction() == Direction.DOWN ? State.REVERTING : State.STARTED;
  }

  /// Records the failure, if the server can still be reached; the failure is thrown in any case.
  UserException failed(UserException failure, String sentence) {
    try {
      if (move.direction() == Direction.UP) {
        var entry = new Entry(State.FAILED, checksums(finished), halfDone, took(), sentence);
        work.inTransaction(() -> work.writer().record(move, entry));
      } else {
        work.inTransaction(() -> {
          writeProgress();
          work.writer().event(move, "rollback failed", took(), sentence);
        });
      }
    } catch (SQLException | UserException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /// A stop was requested, and the step in progress has ended: done, or rolled back.
  Stopped stopped() {
    var stopped = Stopped.during(work.target(), move, remains());
    try {
      work.inTransaction(() -> {
        writeProgress();
        work.writer().event(move, "stopped", took(), null);
      });
    } catch (SQLException | UserException e) {
      stopped.addSuppressed(e);
    }
    return stopped;
  }

  /// Records the progress if the row says that the migration was begun.
  private void writeProgress() throws SQLException {
    if (move.isOneTransaction()) {
      return;
    }
    if (move.direction() == Direction.DOWN && finished == 0 && !halfDone) {
      work.writer().asBefore(move);
    } else {
      work.writer().progress(move, entry(underWay(), halfDone));
    }
  }

  /// Number of statements that are done and stay.
  int statementsDone() {
    return finished;
  }

  /// What stays of the migration after a failure.
  String remains() {
    return halfDone
        ? remainsBefore()
            + "The interrupted statement left something invalid; the next run finishes it."
        : remainsWhole();
  }

  private String remainsWhole() {
    var verb = move.direction() == Direction.DOWN ? "Undone" : "Applied";
    if (finished == 0) {
      return "Rolled back: nothing of "
          + move.name().words()
          + (move.direction() == Direction.DOWN ? " is undone." : " stays.");
    }
    return "%s: %d of %d statements of %s; this stays, and the next run continues there."
        .formatted(verb, finished, move.statements(), move.name().words());
  }

  /// The same, if the outcome of the current statement is unknown; empty if no statement came
  /// before it.
  String remainsBefore() {
    return finished == 0 ? "" : remainsWhole() + " ";
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
