package dev.deed.cli.host;

import dev.deed.cli.report.PrintableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A command line of the user, run by a shell.
public final class ShellCommand {

  private static final int LONGEST = 1000;
  private static final Duration FIRST_WORD = Duration.ofSeconds(10);
  private static final Duration EVERY_WORD = Duration.ofMinutes(1);

  /// Between being asked to end and being killed.
  private static final Duration GRACE = Duration.ofSeconds(5);

  /// A server that the command leaves running may hold the output open.
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(3);

  /// Ctrl-C on a terminal reaches the shell itself, perhaps before deed.
  private static final int INTERRUPTED = 130;

  private final Process process;
  private final CompletableFuture<Boolean> asked = new CompletableFuture<>();

  private ShellCommand(Process process) {
    this.process = process;
  }

  /// Who ended it.
  public enum End {
    ITSELF,
    LIMIT,
    SIGNAL
  }

  /// @param err its last part
  public record Ended(End end, int exit, String out, String err) {}

  /// Where it is stopped, so are the processes that it has started.
  ///
  /// @param title begins the lines that tell, after ten seconds and each minute, that it runs
  /// @param variables besides those of the environment
  /// @param longest how long it may run; zero for no limit
  public static Ended run(
      Surroundings surroundings,
      String title,
      String line,
      Map<String, String> variables,
      Duration longest) {
    try {
      var builder = new ProcessBuilder("/bin/sh", "-c", line);
      builder.directory(surroundings.workingDirectory().toFile());
      builder.environment().clear();
      builder.environment().putAll(surroundings.environment());
      builder.environment().putAll(variables);
      var command = new ShellCommand(builder.start());
      try (var _ = surroundings.signals().listen(() -> command.asked.complete(true))) {
        return command.follow(
            longest, passed -> surroundings.err().println(told(title, line, passed, longest)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Ended follow(Duration longest, Consumer<Duration> waiting)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    var out = new Reading(process.getInputStream());
    var err = new Reading(process.getErrorStream());
    try {
      var end = await(longest, waiting);
      if (end != End.ITSELF) {
        stop();
      }
      var exit = process.waitFor();
      var text = out.text();
      return new Ended(end, exit, text, shortened(err.text()));
    } finally {
      process.destroyForcibly();
    }
  }

  private End await(Duration longest, Consumer<Duration> waiting) throws InterruptedException {
    var event = CompletableFuture.anyOf(process.onExit(), asked);
    var began = System.nanoTime();
    var word = FIRST_WORD;
    while (true) {
      var passed = Duration.ofNanos(System.nanoTime() - began);
      var isLimited = longest.isPositive();
      if (isLimited && passed.compareTo(longest) >= 0) {
        return End.LIMIT;
      }
      if (passed.compareTo(word) >= 0) {
        waiting.accept(passed);
        word = passed.truncatedTo(ChronoUnit.MINUTES).plus(EVERY_WORD);
      }
      var next = isLimited && longest.compareTo(word) < 0 ? longest : word;
      try {
        event.get(next.minus(passed).toMillis() + 1, TimeUnit.MILLISECONDS);
        return asked.isDone() || process.waitFor() == INTERRUPTED ? End.SIGNAL : End.ITSELF;
      } catch (TimeoutException _) {
        // The next word, or the limit.
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// The shell first, which would go on with its next command.
  private void stop() throws InterruptedException {
    var all = new ArrayList<ProcessHandle>();
    all.add(process.toHandle());
    process.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroy);
    var ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      process.descendants().forEach(all::add);
      all.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a process writes, as far as it has been written.
  private static final class Reading {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread thread;

    Reading(InputStream stream) {
      thread =
          Thread.startVirtualThread(() -> {
            try (stream) {
              stream.transferTo(bytes);
            } catch (IOException _) {
              // Its end, where the process was stopped.
            }
          });
    }

    String text() throws InterruptedException {
      thread.join(LAST_OUTPUT);
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static String told(String title, String line, Duration passed, Duration longest) {
    return PrintableText.of(
        "%s: `%s` has been running for %s%s; Ctrl-C stops it"
            .formatted(
                title,
                line,
                words(passed),
                longest.isZero() ? "" : ", stopped after " + words(longest)));
  }

  public static String words(Duration duration) {
    var seconds = duration.toSeconds();
    return seconds > 0 && seconds % 60 == 0
        ? duration.toMinutes() + " min"
        : seconds > 0 ? seconds + " s" : duration.toMillis() + " ms";
  }

  private static String shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(line.length() - LONGEST);
  }
}
