package dev.deed.engine.connect;

import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The run was stopped on request; the step in progress was finished or rolled back.
public final class Stopped extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  public Stopped(String message, @Nullable Throwable cause) {
    super(message, "run deed apply again: it continues where it stopped", cause);
  }

  private Stopped(String message, String advice) {
    super(message, advice);
  }

  /// Nothing of that run has begun.
  public static Stopped waiting(Target target, String what) {
    return new Stopped(
        target.words() + ": stopped while waiting for " + what + "; nothing was changed",
        "run the same command again");
  }

  /// SQL that is not in a file.
  public static Stopped byHand(Target target) {
    return new Stopped(
        target.words() + ": stopped\nRolled back: nothing was changed.",
        "run the same command again");
  }

  public static Stopped before(Target target, PlannedMigration move) {
    return new Stopped(target.words() + ": stopped before " + move.name().words(), advice(move));
  }

  /// @param state what stays of it
  public static Stopped during(Target target, PlannedMigration move, String state) {
    return new Stopped(
        target.words() + ": stopped during " + move.name().words() + "\n" + state, advice(move));
  }

  private static String advice(PlannedMigration move) {
    return move.direction() == Direction.DOWN
        ? "deed status shows what is still applied: choose from there how far to roll back"
        : "run deed apply again: it continues where it stopped";
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
