package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The program's command line, run in this JVM, with a folder and an environment chosen by the
/// test.
///
/// @param now the time of its clock
/// @param typed what the user types at the terminal, line by line; empty for no terminal
record Console(Path folder, Map<String, String> environment, Instant now, List<String> typed) {

  /// A command's output and exit code; `screen` has both streams in the order of writing.
  record Answer(String out, String err, String screen, int exit) {}

  static Console in(Path folder) {
    return new Console(
        folder.toAbsolutePath(), Map.of(), Instant.parse("2026-02-03T04:05:06Z"), List.of());
  }

  Console with(Map<String, String> variables) {
    return new Console(folder, variables, now, typed);
  }

  /// The same console at another time.
  Console at(Instant time) {
    return new Console(folder, environment, time, typed);
  }

  /// The same console with a terminal.
  Console typing(String... lines) {
    return new Console(folder, environment, now, List.of(lines));
  }

  Answer run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var screen = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            environment,
            folder,
            Clock.fixed(now, ZoneOffset.UTC),
            new ByteArrayInputStream((String.join("\n", typed) + "\n").getBytes(UTF_8)),
            stream(out, screen),
            stream(err, screen),
            !typed.isEmpty(),
            false,
            Signals.NONE);
    int exit = Program.run(surroundings, arguments);
    return new Answer(out.toString(UTF_8), err.toString(UTF_8), screen.toString(UTF_8), exit);
  }

  /// Writes to both, so that the screen shows the two streams as a user sees them.
  private static PrintStream stream(OutputStream own, OutputStream screen) {
    var both =
        new OutputStream() {
          @Override
          public void write(int character) throws IOException {
            own.write(character);
            screen.write(character);
          }
        };
    return new PrintStream(both, true, UTF_8);
  }
}
