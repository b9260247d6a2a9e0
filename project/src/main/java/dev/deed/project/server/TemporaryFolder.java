package dev.deed.project.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;

/// Removes folders in which a server has worked.
public final class TemporaryFolder {

  private static final int MOST_TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private TemporaryFolder() {}

  /// Tries again where a program that is still ending writes a file meanwhile.
  public static void remove(Path folder) {
    for (var tries = 0; tries < MOST_TRIES && Files.exists(folder); tries++) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (var found = Files.walk(folder)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
