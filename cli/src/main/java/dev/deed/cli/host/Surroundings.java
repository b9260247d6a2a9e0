package dev.deed.cli.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// The environment of the process: everything that a command may use from the outside. No other
/// class asks the JVM.
///
/// @param terminal whether `out` is a terminal, so that colours and questions make sense
/// @param watched whether `err` is a terminal, so that lines can be rewritten there
/// @param signals the signals that ask the process to end
public record Surroundings(
    Map<String, String> environment,
    Path workingDirectory,
    Clock clock,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean watched,
    Signals signals) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  public Surroundings with(Map<String, String> newEnvironment, Path newWorkingDirectory) {
    return new Surroundings(
        newEnvironment, newWorkingDirectory, clock, in, out, err, terminal, watched, signals);
  }

  /// The width of the terminal, from the variable that shells set.
  public int columns() {
    var columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : 80;
  }

  /// Why output written to `out` was lost, if the stream knows.
  public Optional<IOException> trouble() {
    return out instanceof ProcessStream stream ? stream.trouble() : Optional.empty();
  }

  /// The same with other streams, which are not a terminal.
  public Surroundings speaking(InputStream newIn, PrintStream newOut, PrintStream newErr) {
    return new Surroundings(
        environment, workingDirectory, clock, newIn, newOut, newErr, false, false, signals);
  }

  /// Ends the process. `System.exit` asks for a logger first, which takes longer than many
  /// commands.
  ///
  /// @param isMoreDue whether shutdown hooks have something to do
  public static void end(int exit, boolean isMoreDue) {
    if (isMoreDue) {
      System.exit(exit);
    }
    Runtime.getRuntime().halt(exit);
  }

  /// Output is UTF-8 in every locale, because reports quote SQL and JSON must be UTF-8.
  public static Surroundings ofThisProcess() {
    var console = System.console();
    var isTerminal = console != null && console.isTerminal();
    return new Surroundings(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        isTerminal,
        Terminals.isOnErr(isTerminal) && !"dumb".equals(System.getenv("TERM")),
        Signals.OF_THIS_PROCESS);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new ProcessStream(new FileOutputStream(descriptor));
  }
}
