package dev.deed.cli.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds out whether a stream is a terminal; Java itself only answers for input and output
/// together.
final class Terminals {

  private static final Path ERR = Path.of("/proc/self/fd/2");

  private Terminals() {}

  /// @param otherwise the answer if the system does not know about `err` alone
  static boolean isOnErr(boolean otherwise) {
    try {
      var device = Files.readSymbolicLink(ERR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return otherwise;
    }
  }
}
