package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.AlreadyDone;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.MigrationProtocol.Looking;
import dev.deed.engine.run.StepOutcome.Cause;
import dev.deed.engine.run.StepOutcome.CutAlone;
import dev.deed.engine.run.StepOutcome.Done;
import dev.deed.engine.run.StepOutcome.Failed;
import dev.deed.engine.run.StepOutcome.NoLock;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import dev.deed.engine.run.StepOutcome.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a statement outside of transactions. The history records before that it is about to be
/// sent, and afterwards that it is done; a run that finds only the first record checks the outcome.
final class AloneRunner {

  /// Dropping leftovers also waits for other transactions; the next run drops what this one leaves.
  private static final Duration CLEARING_AT_THE_END = Duration.ofSeconds(3);

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final CommandSender sender;
  private final Step.Alone step;
  private final boolean last;
  private boolean leftInvalid;

  AloneRunner(
      RunSession work,
      MigrationProtocol protocol,
      CommandSender sender,
      Step.Alone step,
      boolean last) {
    this.work = work;
    this.protocol = protocol;
    this.sender = sender;
    this.step = step;
    this.last = last;
  }

  /// @throws SQLException where the history cannot be written
  StepOutcome run() throws SQLException {
    sender.send(protocol.announced(step));
    var failure = untilDone();
    if (failure != null) {
      return failure;
    }
    work.checkLock(move());
    var objection = sender.objection();
    if (objection.isPresent()) {
      var notAllowed = new NotAllowed(step.statement(), objection.get(), true);
      return new Failed(notAllowed, step.position() + 1, false);
    }
    var cause = sender.send(protocol.checked(step));
    if (cause.isPresent()) {
      return new Failed(cause.get(), step.position() + 1, false);
    }
    sender.send(protocol.recorded(step, last));
    return new Done(step.position() + 1);
  }

  /// @return null where the statement is done
  private @Nullable StepOutcome untilDone() throws SQLException {
    var tries = new LockRetries(work, move());
    while (true) {
      try {
        var cause = attempt();
        if (cause.isEmpty()) {
          return null;
        }
        undo(null);
        clear(null);
        return failed(cause.get());
      } catch (SQLException e) {
        if (SqlStates.isLost(e)) {
          return afterCut(e);
        }
        undo(e);
        if (isDoneAlready(e)) {
          return null;
        }
        clear(e);
        if (work.stop().isOver()) {
          return new StepOutcome.Stopped(leftInvalid);
        }
        if (!SqlStates.isWorthAnotherTry(e)) {
          return failed(new Refused(step.statement(), e));
        }
        switch (tries.afterFailure(sender.blockers())) {
          case AGAIN -> {}
          case STOPPED -> {
            return new StepOutcome.Stopped(leftInvalid);
          }
          case NONE_LEFT -> {
            return failed(new NoLock(step.statement(), e, tries.count(), sender.blockers()));
          }
        }
      }
    }
  }

  private Optional<Cause> attempt() throws SQLException {
    sender.send(protocol.clearing(step));
    sender.send(protocol.sending(step));
    if (isInTransaction()) {
      var objection = sender.look(List.of(), CommandSender.At.START, new SqlMessage());
      if (objection.isPresent()) {
        return Optional.of(new NotAllowed(step.statement(), objection.get(), false));
      }
      work.session().commit();
    }
    return sender.send(protocol.verifying(step));
  }

  private boolean isInTransaction() {
    return protocol.looks(step) == Looking.IN_TRANSACTION;
  }

  private void undo(@Nullable SQLException e) {
    if (isInTransaction()) {
      try {
        work.session().rollback();
      } catch (SQLException second) {
        if (e != null) {
          e.addSuppressed(second);
        }
      }
    }
  }

  /// An earlier run sent the statement and was killed before it ended; now PostgreSQL reports that
  /// there is nothing left to do.
  private boolean isDoneAlready(SQLException e) throws SQLException {
    var resumed = move().begun() && step.position() == move().done();
    if (!resumed || !AlreadyDone.statesOf(step.statement()).contains(SqlStates.of(e))) {
      return false;
    }
    sender.send(protocol.naming(step));
    var done = care().isBuilt();
    if (done) {
      work.tell(new RunEvent.OutcomeFound(work.target(), move(), true));
    }
    return done;
  }

  private void clear(@Nullable SQLException e) {
    leftInvalid = care().waitsByDesign();
    try {
      sender.send(protocol.naming(step));
      work.session()
          .limit(work.stop().isAsked() ? CLEARING_AT_THE_END : work.policy().concurrentTimeout());
      care().clear();
      leftInvalid = care().isHalfDone();
    } catch (SQLException second) {
      if (e != null) {
        e.addSuppressed(second);
      }
    }
  }

  private StepOutcome afterCut(SQLException cut) {
    work.reconnect(move(), cut);
    work.tell(new RunEvent.OutcomeFound(work.target(), move(), false));
    return failed(new CutAlone(step.statement(), cut));
  }

  private Failed failed(Cause cause) {
    return new Failed(cause, step.position(), leftInvalid);
  }

  private ConcurrentCare care() {
    return new ConcurrentCare(work, move(), step.statement());
  }

  private PlannedMigration move() {
    return step.move();
  }
}
