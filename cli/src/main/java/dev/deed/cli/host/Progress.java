package dev.deed.cli.host;

import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Direction;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.RunEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The progress of a run, one line per event that begins with its database; stable, for `grep`.
public final class Progress implements RunDisplay {

  private final PrintStream out;
  private final Map<Target, String> phases = new HashMap<>();

  public Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    var line = line(event);
    if (!line.isEmpty() && !isKnown(event)) {
      out.println(event.target().database() + ": " + PrintableText.of(line));
      out.flush();
    }
  }

  /// Progress of an index build within the same phase, of a backfill within the same tenth, and
  /// another attempt to connect that fails for the same reason are not printed.
  private boolean isKnown(RunEvent event) {
    var phase =
        switch (event) {
          case RunEvent.IndexProgress progress -> progress.phase();
          case RunEvent.ConnectionAwaited awaited -> awaited.waiting().reason();
          case RunEvent.BackfillProgress progress ->
              progress.waits() == null ? "tenth " + progress.percent() / 10 : progress.waits();
          default -> null;
        };
    return phase != null && phase.equals(phases.put(event.target(), phase));
  }

  static String line(RunEvent event) {
    return switch (event) {
      case RunEvent.ConnectionAwaited e ->
          "waiting for %s (%s), %d s left; Ctrl-C stops"
              .formatted(e.waiting().place(), e.waiting().reason(), e.waiting().left().toSeconds());
      case RunEvent.AnswerAwaited e ->
          "%s has not answered for %d s: the network is interrupted, or the server or a pool is stuck; deed goes on waiting, Ctrl-C stops"
              .formatted(e.place(), e.waited().toSeconds());
      case RunEvent.RunAwaited e -> "waiting for another run: " + e.holder().holding();
      case RunEvent.RunStarted e -> started(e);
      case RunEvent.StopAsked e ->
          e.grace().isZero()
              ? "stopping immediately: the running statement is cancelled and rolled back"
              : "stopping: the running step is rolled back unless it ends within %s; a second signal stops it immediately"
                  .formatted(e.grace().toSeconds() + " s");
      case RunEvent.RequirementAwaited e ->
          "%s waits for %s".formatted(e.move().name(), e.requirement());
      case RunEvent.MoveStarted _, RunEvent.StatementDone _, RunEvent.RunDone _ -> "";
      case RunEvent.StatementStarted e ->
          e.statement().runsAlone()
              ? "%s, running alone"
                  .formatted(e.statement().command().words().toLowerCase(Locale.ROOT))
              : "";
      case RunEvent.LockAwaited e ->
          "%s waits for a lock held by %s".formatted(e.move().name(), words(e.blockers()));
      case RunEvent.OldSnapshotsFound e ->
          "%s waits for these transactions to end: %s"
              .formatted(e.move().name(), words(e.holders()));
      case RunEvent.IndexProgress e -> "%s: %s%s".formatted(e.move().name(), e.phase(), part(e));
      case RunEvent.BackfillProgress e -> e.move().name() + ": " + part(e);
      case RunEvent.BlockerEnded e ->
          "terminated a session that blocked %s: %s"
              .formatted(e.move().name(), e.blocker().words());
      case RunEvent.Retried e ->
          "%s did not get its lock in attempt %d; trying again in %s"
              .formatted(e.move().name(), e.tries(), took(e.pause()));
      case RunEvent.LeftoverCleared e ->
          "removed %s, left by a failed attempt".formatted(e.object());
      case RunEvent.Noticed e -> "%s: %s".formatted(e.severity(), e.message());
      case RunEvent.OutcomeFound e ->
          "the connection was lost; %s was %s"
              .formatted(e.move().name(), e.done() ? "committed" : "not committed");
      case RunEvent.MoveDone e ->
          "%s %s in %s".formatted(verb(e.move().direction()), e.move().name(), took(e.took()));
      // The error is printed at the end, where no other database's line comes in between.
      case RunEvent.RunFailed _ -> "stopped; the error is shown at the end";
    };
  }

  static String words(List<Activity> activities) {
    return activities.stream().map(Activity::words).collect(Collectors.joining("; "));
  }

  static String part(RunEvent.IndexProgress event) {
    return event.total() == 0
        ? ""
        : ", %d %%".formatted(Math.min(100, event.done() * 100 / event.total()));
  }

  /// `40 % of public.users, 20000 rows/s, 12 s left`
  static String part(RunEvent.BackfillProgress event) {
    var done = "%d %% of %s".formatted(event.percent(), event.table());
    if (event.waits() != null) {
      return done + "; it waits: " + event.waits();
    }
    var left = event.left();
    return left == null ? done : "%s, %d rows/s, %s left".formatted(done, event.rate(), took(left));
  }

  private static String started(RunEvent.RunStarted event) {
    var moves = event.plan().moves().size();
    var notices =
        event.plan().notices().stream().map(n -> "\nnote: " + n).collect(Collectors.joining());
    return (moves == 0 ? "nothing to do" : moves == 1 ? "1 migration" : moves + " migrations")
        + notices;
  }

  static String verb(Direction direction) {
    return switch (direction) {
      case UP -> "applied";
      case DOWN -> "rolled back";
      case STAMP -> "stamped";
      case ABANDON -> "abandoned";
    };
  }

  private static String took(Duration duration) {
    return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
