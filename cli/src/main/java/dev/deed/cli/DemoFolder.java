package dev.deed.cli;

import dev.deed.cli.demo.DemoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// All that the demo leaves on the disk while it runs: the example and a server. It goes away with
/// the demo, and with the process if that is ended early.
final class DemoFolder implements AutoCloseable {

  private final Path folder;
  private final Thread lastResort;
  private @Nullable DemoServer server;
  private boolean closed;

  private DemoFolder(Path folder) {
    this.folder = folder;
    this.lastResort = new Thread(this::remove, "demo-cleanup");
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  static DemoFolder create() throws IOException {
    return new DemoFolder(Files.createTempDirectory("deed-demo-"));
  }

  Path project() {
    return folder.resolve("project");
  }

  DemoServer start() {
    var started = DemoServer.start(folder.resolve("postgres"));
    synchronized (this) {
      if (closed) {
        started.close();
        throw new IllegalStateException("the demo was ended while its server started");
      }
      server = started;
    }
    return started;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyGoingDown) {
      // Then the hook has been run, or is about to, and finds nothing left to do.
      return;
    }
  }

  private synchronized void remove() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      server.close();
    }
    try (var found = Files.walk(folder)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
