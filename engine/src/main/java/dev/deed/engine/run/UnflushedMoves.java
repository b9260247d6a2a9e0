package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Migrations that are committed and perhaps not on the server's disk yet: a crash may take them
/// back. Nothing is told of a run from there on until they are, so what a person was told is true.
final class UnflushedMoves {

  private final Target target;
  private final Duration longest;
  private final Consumer<RunEvent> listener;
  private final List<PlannedMigration> moves = new ArrayList<>();
  private final List<RunEvent> held = new ArrayList<>();
  private long flushed = System.nanoTime();

  /// @param longest see `Waits.disk`
  UnflushedMoves(Target target, Duration longest, Consumer<RunEvent> listener) {
    this.target = target;
    this.longest = longest;
    this.listener = listener;
  }

  /// Asks the server, in a transaction that waits for its disk.
  @FunctionalInterface
  interface Question {

    /// @return those of the moves that are in the history
    Set<Version> recorded(List<PlannedMigration> moves) throws SQLException;
  }

  synchronized void tell(RunEvent event) {
    if (moves.isEmpty()) {
      listener.accept(event);
    } else {
      held.add(event);
    }
  }

  /// The next commit may leave something to the server's writer.
  synchronized boolean mayLeaveMore() {
    return System.nanoTime() - flushed < longest.toNanos();
  }

  synchronized void add(PlannedMigration move) {
    moves.add(move);
  }

  synchronized boolean isEmpty() {
    return moves.isEmpty();
  }

  /// A later commit has waited for the disk.
  synchronized void flushed() {
    moves.clear();
    flushed = System.nanoTime();
    var all = List.copyOf(held);
    held.clear();
    all.forEach(listener);
  }

  /// Makes sure that they are on the disk, or finds out that some are lost.
  synchronized void flush(Question question) throws SQLException {
    if (!moves.isEmpty()) {
      var recorded = question.recorded(List.copyOf(moves));
      moves.stream()
          .filter(move -> !recorded.contains(move.name().version()))
          .forEach(move -> replace(move, new RunEvent.OutcomeFound(target, move, false)));
      flushed();
    }
  }

  /// The server cannot be asked.
  synchronized void giveUp() {
    for (var move : moves) {
      var words =
          "%s is committed, but the server cannot be asked whether that is on its disk: deed status shows it"
              .formatted(move.name());
      replace(move, new RunEvent.Noticed(target, move, "WARNING", words));
    }
    flushed();
  }

  /// What is not known to stay is not told as done.
  private void replace(PlannedMigration move, RunEvent instead) {
    held.replaceAll(event ->
        event instanceof RunEvent.MoveDone done && done.move().equals(move) ? instead : event);
  }
}
