package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.run.StepOutcome.Cause;
import dev.deed.engine.run.StepOutcome.Done;
import dev.deed.engine.run.StepOutcome.Failed;
import dev.deed.sql.UserException;
import dev.deed.sql.script.CommandTag;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Performs one move: step by step, each recorded together with its changes.
final class MigrationRunner {

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final PlannedMigration move;
  private final @Nullable PlannedMigration next;
  private final CommandSender sender;
  private final MigrationHistory history;

  /// @param next the migration that is carried out after this one; null for none
  MigrationRunner(RunSession work, PlannedMigration move, @Nullable PlannedMigration next) {
    this.work = work;
    this.move = move;
    this.next = next;
    this.protocol = work.protocol(move);
    this.sender = new CommandSender(work, protocol);
    this.history = new MigrationHistory(protocol, sender);
  }

  /// @throws MigrationFailed or another `UserException` that says what stays
  void run() throws SQLException {
    work.tell(new RunEvent.MoveStarted(work.target(), move));
    sender.send(protocol.started());
    if (move.done() > 0 && move.direction().sendsStatements()) {
      check(move.done() - 1);
    }
    var steps = Step.of(move);
    for (var i = 0; i < steps.size(); i++) {
      if (i > 0 && work.stop().isAsked()) {
        throw history.stopped(work);
      }
      finish(steps.get(i), run(steps.get(i), i == steps.size() - 1));
    }
    work.tell(new RunEvent.MoveDone(work.target(), move, sender.took()));
  }

  private StepOutcome run(Step step, boolean last) throws SQLException {
    return switch (step) {
      case Step.InTransaction together ->
          new TransactionRunner(work, protocol, sender, together, last)
              .run(last ? this::next : () -> null);
      case Step.Alone alone when move.body().backfillAt(alone.position()).isPresent() ->
          new BackfillRunner(work, protocol, sender, alone, last).run();
      case Step.Alone alone -> new AloneRunner(work, protocol, sender, alone, last).run();
      case Step.Record _ -> {
        sender.send(protocol.history(protocol.ended()));
        yield new Done(move.statements());
      }
    };
  }

  private void finish(Step step, StepOutcome outcome) {
    switch (outcome) {
      case Done done -> history.finish(done.upTo());
      case Failed failed -> throw failure(step, failed);
      case StepOutcome.Stopped stopped -> {
        history.failedWith(stopped.leftInvalid());
        throw history.stopped(work);
      }
    }
  }

  /// Outside of transactions; an earlier run may have done the statement and failed here.
  private void check(int position) throws SQLException {
    var cause = sender.send(protocol.checks(position));
    if (cause.isPresent()) {
      throw failure(null, new Failed(cause.get(), move.done(), false));
    }
  }

  /// The migration whose transaction may begin as soon as this one's has ended: null where
  /// something else comes first, or nothing.
  private @Nullable MigrationProtocol next() {
    return next == null
            || next.done() > 0
            || !Step.isOneTransaction(next)
            || !next.requiredElsewhere().isEmpty()
            || !next.body().modes().isEmpty()
            || work.stop().isAsked()
        ? null
        : work.protocol(next);
  }

  /// Number of statements that are done and stay.
  int statementsDone() {
    return history.finished();
  }

  /// Worded and, where the end of the step is known, recorded.
  private UserException failure(@Nullable Step step, Failed failed) {
    history.finish(failed.upTo());
    history.failedWith(failed.leftInvalid());
    var failure = words(step, failed.cause());
    return switch (failed.cause()) {
      case StepOutcome.Refused refused -> recorded(failure, refused.refusal());
      case StepOutcome.NoLock noLock -> recorded(failure, noLock.refusal());
      case StepOutcome.Cut cut -> recorded(failure, cut.cut());
      case StepOutcome.Unexpected unexpected -> history.failed(failure, unexpected.words());
      case StepOutcome.NotAllowed notAllowed ->
          history.failed(failure, notAllowed.objection().words());
      case StepOutcome.Unusable unusable ->
          history.failed(failure, FailureMessage.unusable(unusable.index()));
      case StepOutcome.Unwalkable unwalkable -> history.failed(failure, unwalkable.words());
      case StepOutcome.CutAlone _ -> failure;
    };
  }

  private UserException recorded(UserException failure, SQLException e) {
    return history.failed(failure, FailureMessage.sentence(e));
  }

  private UserException words(@Nullable Step step, Cause cause) {
    return switch (cause) {
      case StepOutcome.Refused refused ->
          FailureMessage.of(move, refused.statement(), refused.refusal(), remains(step));
      case StepOutcome.Unexpected unexpected ->
          FailureMessage.unexpected(move, unexpected, history.remains());
      case StepOutcome.NotAllowed notAllowed ->
          FailureMessage.notAllowed(
              move, notAllowed, isBackfill(step) ? remains(step) : history.remains());
      case StepOutcome.Unusable unusable ->
          FailureMessage.unusable(move, unusable, history.remains());
      case StepOutcome.Unwalkable unwalkable ->
          FailureMessage.unwalkable(move, unwalkable, remains(step));
      case StepOutcome.NoLock noLock ->
          new LockNotObtained(
              FailureMessage.place(move, noLock.statement(), noLock.refusal()),
              noLock.tries(),
              noLock.blockers(),
              remains(step),
              noLock.refusal());
      case StepOutcome.Cut cut ->
          FailureMessage.of(
              move, cut.statement(), cut.cut(), "The connection was lost. " + history.remains());
      case StepOutcome.CutAlone cut ->
          FailureMessage.of(
              move,
              cut.statement(),
              cut.cut(),
              "The connection was lost during a statement outside of transactions. "
                  + (isBackfill(step)
                      ? remains(step)
                      : history.remainsBefore()
                          + "The next run finds out whether this one was done."));
    };
  }

  /// Of a block that commits, PostgreSQL rolls back only what it did since.
  private String remains(@Nullable Step step) {
    if (isBackfill(step)) {
      return history.remainsBefore()
          + "The batches that are committed stay; the next run continues after them.";
    }
    return step instanceof Step.Alone alone
            && (alone.statement().command() == CommandTag.DO
                || alone.statement().command() == CommandTag.CALL)
        ? history.remainsBefore()
            + "What this one committed by itself stays; the next run sends it again from its beginning."
        : history.remains();
  }

  private boolean isBackfill(@Nullable Step step) {
    return step instanceof Step.Alone alone && move.body().backfillAt(alone.position()).isPresent();
  }
}
