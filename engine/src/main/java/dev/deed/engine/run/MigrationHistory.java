package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.util.Optional;

/// How far one migration is, and what is written into the history where it does not come to its
/// end.
final class MigrationHistory {

  private final MigrationProtocol protocol;
  private final PlannedMigration move;
  private final CommandSender sender;
  private int finished;
  private boolean leftInvalid;

  MigrationHistory(MigrationProtocol protocol, CommandSender sender) {
    this.protocol = protocol;
    this.move = protocol.move();
    this.sender = sender;
    this.finished = move.done();
  }

  /// All statements before that one are done.
  void finish(int end) {
    finished = end;
  }

  /// Statements that are done and stay.
  int finished() {
    return finished;
  }

  /// @param isInvalid the statement under way has left something that only doing it again clears
  void failedWith(boolean isInvalid) {
    leftInvalid = isInvalid;
  }

  /// Writes down that it failed, where the server can still be asked.
  ///
  /// @return the failure, which is thrown in any case
  UserException failed(UserException failure, String sentence) {
    if (move.direction() == Direction.UP) {
      write(
          failure,
          new Command.Record(State.FAILED, protocol.finished(finished), leftInvalid, sentence));
    } else {
      writeProgress(failure, new Command.Event("rollback failed", sentence));
    }
    return failure;
  }

  /// The step under way has found its own end: done, or rolled back.
  Stopped stopped(RunSession work) {
    var stopped = Stopped.during(work.target(), move, remains());
    writeProgress(stopped, new Command.Event("stopped", null));
    return stopped;
  }

  private void writeProgress(UserException failure, Command.Event event) {
    progress()
        .ifPresentOrElse(progress -> write(failure, progress, event), () -> write(failure, event));
  }

  private void write(UserException failure, Command.Plain... commands) {
    try {
      sender.send(protocol.history(commands));
    } catch (SQLException | UserException e) {
      failure.addSuppressed(e);
    }
  }

  /// How far it got, where its row says that it was begun.
  private Optional<Command.Plain> progress() {
    if (Step.isOneTransaction(move)) {
      return Optional.empty();
    }
    return Optional.of(
        move.direction() == Direction.DOWN && finished == 0 && !leftInvalid
            ? new Command.AsBefore()
            : protocol.progress(finished, finished, leftInvalid));
  }

  /// What stays of it after a failure.
  String remains() {
    return leftInvalid
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

  /// The same, where nothing is known of the statement under way; empty where none came before it.
  String remainsBefore() {
    return finished == 0 ? "" : remainsWhole() + " ";
  }
}
