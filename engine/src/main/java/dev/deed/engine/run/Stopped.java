package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.Move;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The run was stopped on request; the step in progress was finished or rolled back.
public final class Stopped extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  Stopped(String message, @Nullable Throwable cause) {
    super(message, "run deed apply again: it continues where it stopped", cause);
  }

  private Stopped(String message, String advice) {
    super(message, advice);
  }

  /// Nothing of that run has begun.
  static Stopped waiting(Target target, String what) {
    return new Stopped(
        target.words() + ": stopped while waiting for " + what + "; nothing was changed",
        "run the same command again");
  }

  /// SQL that is not in a file.
  static Stopped byHand(Target target) {
    return new Stopped(
        target.words() + ": stopped\nRolled back: nothing was changed.",
        "run the same command again");
  }

  static Stopped before(Target target, Move move) {
    return new Stopped(target.words() + ": stopped before " + move.name().words(), advice(move));
  }

  /// @param state what stays of it
  static Stopped during(Target target, Move move, String state) {
    return new Stopped(
        target.words() + ": stopped during " + move.name().words() + "\n" + state, advice(move));
  }

  private static String advice(Move move) {
    return move.direction() == Direction.DOWN
        ? "deed status shows what is still applied: choose from there how far to roll back"
        : "run deed apply again: it continues where it stopped";
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
