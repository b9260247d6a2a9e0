package dev.deed.cli.host;

import dev.deed.cli.report.PrintableText;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.RunEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The progress of a run on a terminal: past events, and below them one line per database,
/// rewritten in place, with the statement, its duration, and the sessions it waits for.
public final class LiveProgress implements RunDisplay {

  private static final int MOST_LINES = 10;
  private static final Duration TICK = Duration.ofMillis(250);

  /// Moves the cursor up and erases the screen below it.
  private static final String ERASE = "\u001b[%dA\u001b[J";

  private final PrintStream out;
  private final int width;
  private final Map<Target, Now> active = new LinkedHashMap<>();
  private int drawn;
  private boolean closed;

  private LiveProgress(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /// @param width of the terminal, in characters; a line that wraps cannot be rewritten
  public static LiveProgress on(PrintStream out, int width) {
    var progress = new LiveProgress(out, width);
    Thread.ofVirtual().name("deed-progress").start(progress::tick);
    return progress;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    erase();
    if (isKept(event)) {
      var line = Progress.line(event);
      if (!line.isEmpty()) {
        out.println(event.target().database() + ": " + PrintableText.of(line));
      }
    }
    note(event);
    draw();
  }

  @Override
  public synchronized void close() {
    closed = true;
    erase();
    out.flush();
    notifyAll();
  }

  /// Whether the event gets a line that stays; others only update the line of their database.
  private static boolean isKept(RunEvent event) {
    return switch (event) {
      case RunEvent.ConnectionAwaited _,
          RunEvent.RunAwaited _,
          RunEvent.RequirementAwaited _,
          RunEvent.MoveStarted _,
          RunEvent.StatementStarted _,
          RunEvent.StatementDone _,
          RunEvent.LockAwaited _,
          RunEvent.IndexProgress _,
          RunEvent.BackfillProgress _ ->
          false;
      case RunEvent.RunStarted _,
          RunEvent.StopAsked _,
          RunEvent.AnswerAwaited _,
          RunEvent.OldSnapshotsFound _,
          RunEvent.BlockerEnded _,
          RunEvent.Retried _,
          RunEvent.LeftoverCleared _,
          RunEvent.Noticed _,
          RunEvent.OutcomeFound _,
          RunEvent.MoveDone _,
          RunEvent.RunFailed _,
          RunEvent.RunDone _ ->
          true;
    };
  }

  private void note(RunEvent event) {
    var target = event.target();
    switch (event) {
      case RunEvent.ConnectionAwaited _, RunEvent.RunAwaited _, RunEvent.RequirementAwaited _ ->
          active.put(target, Now.doing(Progress.line(event)));
      case RunEvent.MoveStarted e -> active.put(target, Now.doing(e.move().name().toString()));
      case RunEvent.StatementStarted e ->
          active.put(target, Now.doing(words(e.move(), e.statement().command().words())));
      case RunEvent.LockAwaited e ->
          active.computeIfPresent(
              target, (_, now) -> now.with("waits for " + Progress.words(e.blockers())));
      case RunEvent.IndexProgress e ->
          active.computeIfPresent(target, (_, now) -> now.with(e.phase() + Progress.part(e)));
      case RunEvent.BackfillProgress e ->
          active.computeIfPresent(target, (_, now) -> now.with(Progress.part(e)));
      case RunEvent.Retried e -> active.put(target, Now.doing(words(e.move(), "tries again soon")));
      case RunEvent.MoveDone _, RunEvent.RunFailed _, RunEvent.RunDone _ -> active.remove(target);
      case RunEvent.StopAsked _,
          RunEvent.AnswerAwaited _,
          RunEvent.RunStarted _,
          RunEvent.StatementDone _,
          RunEvent.OldSnapshotsFound _,
          RunEvent.BlockerEnded _,
          RunEvent.LeftoverCleared _,
          RunEvent.Noticed _,
          RunEvent.OutcomeFound _ -> {}
    }
  }

  private static String words(PlannedMigration move, String command) {
    return move.name() + ": " + command.toLowerCase(Locale.ROOT);
  }

  private void erase() {
    if (drawn > 0) {
      out.print(ERASE.formatted(drawn));
      drawn = 0;
    }
  }

  private void draw() {
    for (var entry : active.entrySet()) {
      if (drawn == MOST_LINES - 1 && active.size() > MOST_LINES) {
        out.println("and " + (active.size() - drawn) + " more");
        drawn++;
        break;
      }
      out.println(cut(entry.getKey().database() + ": " + entry.getValue().words()));
      drawn++;
    }
    out.flush();
  }

  private String cut(String text) {
    var line = PrintableText.line(text);
    var length = line.codePointCount(0, line.length());
    return length < width
        ? line
        : line.substring(0, line.offsetByCodePoints(0, Math.max(0, width - 4))) + "...";
  }

  private synchronized void tick() {
    try {
      while (!closed) {
        wait(TICK.toMillis());
        if (!closed && !active.isEmpty()) {
          erase();
          draw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The current activity in one database.
  ///
  /// @param since start time by `System.nanoTime()`
  /// @param note the sessions it waits for, or its progress; null for neither
  private record Now(String what, long since, @Nullable String note) {

    static Now doing(String what) {
      return new Now(what, System.nanoTime(), null);
    }

    Now with(String newNote) {
      return new Now(what, since, newNote);
    }

    String words() {
      var seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
      return "%s, %d s%s".formatted(what, seconds, note == null ? "" : ", " + note);
    }
  }
}
