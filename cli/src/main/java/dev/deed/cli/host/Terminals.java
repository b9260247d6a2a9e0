package dev.deed.cli.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a person sees what is written. Java itself only tells of input and output together.
final class Terminals {

  private static final Path ERR = Path.of("/proc/self/fd/2");

  private Terminals() {}

  /// @param otherwise where the system does not tell of `err` alone
  static boolean isOnErr(boolean otherwise) {
    try {
      var device = Files.readSymbolicLink(ERR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return otherwise;
    }
  }
}
