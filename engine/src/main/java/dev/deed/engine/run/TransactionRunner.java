package dev.deed.engine.run;

import dev.deed.engine.CopyRows;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.AssumedSettings;
import dev.deed.engine.protocol.AsynchronousCommit;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.RunLockSql;
import dev.deed.engine.run.StepOutcome.Cause;
import dev.deed.engine.run.StepOutcome.Cut;
import dev.deed.engine.run.StepOutcome.Done;
import dev.deed.engine.run.StepOutcome.Failed;
import dev.deed.engine.run.StepOutcome.NoLock;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import dev.deed.engine.run.StepOutcome.Refused;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs statements and their record in one transaction; tries again while other sessions hold the
/// locks.
final class TransactionRunner {

  private static final Pattern RETURNING = Pattern.compile("returning", Pattern.CASE_INSENSITIVE);

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final CommandSender sender;
  private final Step.InTransaction step;
  private final boolean last;
  private @Nullable Statement current;
  private boolean isUnflushed;

  TransactionRunner(
      RunSession work,
      MigrationProtocol protocol,
      CommandSender sender,
      Step.InTransaction step,
      boolean last) {
    this.work = work;
    this.protocol = protocol;
    this.sender = sender;
    this.step = step;
    this.last = last;
  }

  /// @param next may begin in the message that ends this one; asked when all else is done, gives
  ///   null where there is none
  StepOutcome run(Supplier<@Nullable MigrationProtocol> next) {
    var tries = new LockRetries(work, move());
    while (true) {
      try {
        var cause = attempt(next);
        if (cause.isEmpty()) {
          return new Done(step.end());
        }
        undo();
        return failed(cause.get());
      } catch (SQLException e) {
        if (SqlStates.isLost(e)) {
          return afterCut(e);
        }
        undo(e);
        if (work.stop().isOver()) {
          return new StepOutcome.Stopped(false);
        }
        checkLock(e);
        if (isWorthSayingInFull(e)) {
          work.session().texts().giveUp();
          continue;
        }
        if (!SqlStates.isWorthAnotherTry(e)) {
          return failed(new Refused(ServerMessage.about(move(), current, e), e));
        }
        switch (tries.afterFailure(sender.blockers())) {
          case AGAIN -> {}
          case STOPPED -> {
            return new StepOutcome.Stopped(false);
          }
          case NONE_LEFT -> {
            return failed(new NoLock(current, e, tries.count(), sender.blockers()));
          }
        }
      }
    }
  }

  private Optional<Cause> attempt(Supplier<@Nullable MigrationProtocol> next) throws SQLException {
    current = null;
    sender.send(protocol.before(step));
    List<Command> rest = List.of();
    for (var i = step.first(); i < step.end(); i++) {
      current = move().body().statements().get(i);
      var commands = protocol.statement(step, i);
      if (i + 1 == step.end() && goesWithEnd(commands, i)) {
        rest = commands;
      } else {
        var cause = sender.send(commands);
        if (cause.isPresent()) {
          return cause;
        }
      }
    }
    if (!protocol.isLookedAt()) {
      end(joined(rest, protocol.ending(step, last)), next.get());
      return Optional.empty();
    }
    var cause = look(joined(rest, protocol.endOfScript(step)));
    if (cause.isEmpty()) {
      current = null;
      end(protocol.recording(step, last), next.get());
    }
    return cause;
  }

  /// A statement without an answer that this run has to read needs no message of its own. Rows are
  /// thrown away as they arrive, which is not so in the last message.
  private boolean goesWithEnd(List<Command> commands, int position) {
    var script = move().body().script();
    var statement = move().body().statements().get(position);
    return commands.size() == 1
        && !protocol.isWatched()
        && CopyRows.of(script, statement).isEmpty()
        && switch (statement.command().rows()) {
          case NONE -> true;
          case WHERE_RETURNING -> !RETURNING.matcher(script.textOf(statement)).find();
          case RETURNED -> false;
        };
  }

  private static List<Command> joined(List<Command> first, List<Command> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private Optional<Cause> look(List<Command> ending) throws SQLException {
    var message = sender.message(ending);
    try {
      return sender
          .look(ending, CommandSender.At.MIDDLE, message)
          .map(objection -> new NotAllowed(null, objection, false));
    } catch (SQLException e) {
      forget(ending, message, e);
      throw e;
    }
  }

  private void end(List<Command> ending, @Nullable MigrationProtocol next) throws SQLException {
    var message = sender.message(ending);
    isUnflushed = next != null && mayBeUnflushed(next.move());
    try {
      sender.end(isUnflushed ? MigrationProtocol.unflushed(ending) : ending, last, next, message);
      committed();
    } catch (SQLException e) {
      forget(ending, message, e);
      throw e;
    }
  }

  /// A later commit waits for the disk, and may soon: the next one is of the same kind.
  private boolean mayBeUnflushed(PlannedMigration next) {
    return work.unflushed().mayLeaveMore()
        && AsynchronousCommit.suits(move())
        && AsynchronousCommit.suits(next);
  }

  private void committed() {
    if (isUnflushed) {
      work.unflushed().add(move());
    } else {
      work.unflushed().flushed();
    }
  }

  /// A deferred constraint is the script's; what fails after it belongs to no statement.
  private void forget(List<Command> ending, SqlMessage message, SQLException e) {
    var ofScript = ending.getFirst() instanceof Command.Send ? 1 : 0;
    var answers = message.answers().size();
    if (answers > ofScript || (SqlStates.isLost(e) && answers >= ofScript)) {
      current = null;
    }
  }

  /// The script has deallocated all that was prepared, ours as well, or something is otherwise than
  /// assumed: in full, deed's commands say what.
  private boolean isWorthSayingInFull(SQLException e) {
    var texts = work.session().texts();
    return SqlStates.of(e).equals(SqlStates.NOT_PREPARED)
        ? texts.hasPrepared()
        : !texts.isGivenUp() && isRefusal(e);
  }

  /// A released lock does not come back: another run may have begun.
  private void checkLock(SQLException failure) {
    if (!isRefusal(failure)
        && !String.valueOf(failure.getMessage()).contains(RunLockSql.RELEASED)) {
      return;
    }
    try {
      work.checkLock(move());
    } catch (SQLException e) {
      // The session is cut: the next try finds out.
    }
  }

  private void undo() {
    try {
      work.session().rollback();
    } catch (SQLException e) {
      // The session is cut, and its transaction with it.
    }
  }

  private void undo(SQLException e) {
    try {
      work.session().rollback();
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
  }

  /// The connection was cut, perhaps after COMMIT was sent: only the history knows.
  private StepOutcome afterCut(SQLException cut) {
    work.reconnect(move(), cut);
    boolean done;
    try {
      done = isRecorded();
    } catch (SQLException e) {
      cut.addSuppressed(e);
      throw new ConnectionLost(
          work.target().words() + ": the connection was lost twice during " + move().name().words(),
          cut);
    }
    if (done) {
      committed();
    }
    work.tell(new RunEvent.OutcomeFound(work.target(), move(), done));
    return done ? new Done(step.end()) : failed(new Cut(current, cut));
  }

  private boolean isRecorded() throws SQLException {
    var state = last ? protocol.done().state() : protocol.underWay();
    return work.isRecorded(move(), state, last ? 0 : step.end());
  }

  private Failed failed(Cause cause) {
    return new Failed(cause, step.first(), false);
  }

  private PlannedMigration move() {
    return step.move();
  }

  /// Whether a brief form has found that a setting is otherwise.
  private static boolean isRefusal(SQLException e) {
    return SqlStates.isMisshapen(e)
        && String.valueOf(e.getMessage()).contains(AssumedSettings.REFUSAL);
  }
}
