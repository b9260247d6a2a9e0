package dev.deed.cli.demo;

import dev.deed.project.server.EmbeddedServer;
import dev.deed.project.server.Ending;
import dev.deed.project.server.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The demo's files on disk: the example project and a server. They are removed when the demo ends,
/// also when the process is ended early.
final class DemoFolder implements AutoCloseable {

  private final Path folder;
  private final Ending lastResort;
  private @Nullable EmbeddedServer server;
  private volatile boolean ending;
  private boolean closed;

  private DemoFolder(Path folder) {
    this.folder = folder;
    this.lastResort =
        Ending.of(() -> {
          ending = true;
          remove();
        });
  }

  static DemoFolder create() throws IOException {
    var folder = Files.createTempDirectory("deed-demo-");
    try {
      return new DemoFolder(folder);
    } catch (IllegalStateException alreadyGoingDown) {
      TemporaryFolder.remove(folder);
      waitForTheEnd();
      throw alreadyGoingDown;
    }
  }

  /// Called while the process is ending, so that no error caused by it is reported. Never returns.
  static void waitForTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  /// True after Ctrl-C: errors that it causes are not reported.
  boolean isEnding() {
    return ending;
  }

  Path project() {
    return folder.resolve("project");
  }

  synchronized void fill() throws IOException {
    mustBeOpen();
    ExampleProject.copyTo(project());
  }

  /// Synchronized during the start, so that an early end waits for the server and stops it.
  synchronized EmbeddedServer start() {
    mustBeOpen();
    var started = EmbeddedServer.start(folder.resolve("postgres"));
    server = started;
    return started;
  }

  @Override
  public void close() {
    remove();
    // Where the process is ending, the last resort has run or is about to, and finds nothing left
    // to do.
    lastResort.isCalledOff();
  }

  private synchronized void remove() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      server.close();
    }
    TemporaryFolder.remove(folder);
  }

  private void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("the demo was ended");
    }
  }
}
