package dev.deed.cli.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A command line of the user, run by a shell.
public final class ShellCommand {

  private static final int LONGEST = 1000;

  private ShellCommand() {}

  /// @param err its last part
  public record Ended(int exit, String out, String err) {}

  /// @param variables besides those of the environment
  public static Ended run(Surroundings surroundings, String line, Map<String, String> variables) {
    try {
      var builder = new ProcessBuilder("/bin/sh", "-c", line);
      builder.directory(surroundings.workingDirectory().toFile());
      builder.environment().clear();
      builder.environment().putAll(surroundings.environment());
      builder.environment().putAll(variables);
      var process = builder.start();
      process.getOutputStream().close();
      var err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      var out = read(process.getInputStream());
      var exit = process.waitFor();
      return new Ended(exit, out, shortened(err.join()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(line.length() - LONGEST);
  }
}
