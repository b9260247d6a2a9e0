package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A program that writes a dump to its standard output.
final class DumpProcess {

  /// Why its dump is not whole.
  sealed interface End {
    /// @param said on its standard error
    record Refused(String said) implements End {}

    record TooLate(Duration after) implements End {}

    record Broken(Exception cause) implements End {}
  }

  private static final Executor THREADS = Thread::startVirtualThread;

  private DumpProcess() {}

  /// @param environment added to that of this process
  /// @param longest after which the program is stopped
  /// @param failure what to tell the readers of the text
  static DumpText start(
      List<String> command,
      Map<String, String> environment,
      Duration longest,
      Function<End, RuntimeException> failure)
      throws IOException {
    var builder = new ProcessBuilder(command);
    var variables = builder.environment();
    // PGSERVICE in the caller's shell would take precedence over the URL.
    variables.remove("PGSERVICE");
    variables.putAll(environment);
    // The output is parsed by deed, so it must be in English.
    variables.put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    var text = DumpText.beingWritten();
    THREADS.execute(() -> follow(process, text, longest, failure));
    return text;
  }

  private static void follow(
      Process process, DumpText text, Duration longest, Function<End, RuntimeException> failure) {
    try {
      // Read both pipes at once: a program blocked on one full pipe while deed reads the other
      // waits indefinitely.
      var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), THREADS);
      var dump = CompletableFuture.runAsync(() -> read(process.getInputStream(), text), THREADS);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        text.fail(failure.apply(new End.TooLate(longest)));
      } else if (process.exitValue() != 0) {
        var said = errors.join();
        text.fail(
            failure.apply(new End.Refused(said.isBlank() ? silent(process.exitValue()) : said)));
      } else {
        dump.join();
        text.end();
      }
    } catch (UncheckedIOException | CompletionException e) {
      text.fail(failure.apply(new End.Broken(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      text.fail(failure.apply(new End.Broken(e)));
    } finally {
      process.destroyForcibly();
    }
  }

  static String silent(int exit) {
    return "it ended with exit code %d and said nothing".formatted(exit);
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(InputStream stream, DumpText text) {
    try {
      text.readAll(new InputStreamReader(stream, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
