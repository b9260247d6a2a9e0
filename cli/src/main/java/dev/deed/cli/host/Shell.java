package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Map;

/// Runs a command of the user's through `sh`.
///
/// @param folder in which it runs
public record Shell(Path folder, Map<String, String> environment) {

  private static final int MOST_LINES = 12;

  /// @return what it has printed
  /// @throws CommandFailed if it cannot be started, or does not end well
  public String output(String command) {
    try {
      var builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
      builder.environment().putAll(environment);
      var process = builder.start();
      process.getOutputStream().close();
      var errors = new StringBuilder();
      var reader = Thread.ofVirtual().start(() -> errors.append(read(process)));
      var out = new String(process.getInputStream().readAllBytes(), UTF_8);
      reader.join();
      var status = process.waitFor();
      if (status != 0) {
        throw new CommandFailed(command, "it ended with exit code " + status, errors.toString());
      }
      return out;
    } catch (IOException e) {
      throw new CommandFailed(command, "it cannot be started: " + e.getMessage(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(command, "it was interrupted", "");
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// A command of the user's has failed.
  public static final class CommandFailed extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    CommandFailed(String command, String what, String errors) {
      super(
          "%s: %s%s".formatted(command, what, last(errors)),
          "try the command yourself, in the folder of schema-ownership.yaml");
    }

    private static String last(String errors) {
      var lines = errors.strip().lines().toList();
      return lines.isEmpty()
          ? ""
          : "\n  "
              + String.join(
                  "\n  ", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
