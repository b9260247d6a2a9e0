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

/// Everything that a command may know of the world it was started in; nothing else asks the JVM.
///
/// @param terminal whether a person reads `out`, so that colours and questions make sense
/// @param watched whether a person watches `err`, so that lines may be rewritten there
/// @param signals by which somebody asks the process to end
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

  /// Of the terminal; shells that know tell it.
  public int columns() {
    var columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : 80;
  }

  /// Why not all that was written to `out` came through, as far as the stream knows.
  public Optional<IOException> trouble() {
    return out instanceof ProcessStream stream ? stream.trouble() : Optional.empty();
  }

  /// To nobody's terminal.
  public Surroundings speaking(InputStream newIn, PrintStream newOut, PrintStream newErr) {
    return new Surroundings(
        environment, workingDirectory, clock, newIn, newOut, newErr, false, false, signals);
  }

  /// Output is UTF-8 whatever the locale: reports quote SQL, and JSON knows no other encoding.
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
