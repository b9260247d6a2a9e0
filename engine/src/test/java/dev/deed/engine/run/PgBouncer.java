package dev.deed.engine.run;

import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// PgBouncer, as the system has it, between deed and a test's server.
final class PgBouncer implements AutoCloseable {

  private static final List<Path> PLACES =
      Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
          .map(Path::of)
          .toList();

  private final Process process;
  private final TestDatabase database;

  private PgBouncer(Process process, TestDatabase database) {
    this.process = process;
    this.database = database;
  }

  static boolean isInstalled() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  /// @param mode `session`, `transaction` or `statement`
  /// @param more lines of its configuration
  static PgBouncer before(TestDatabase database, Path folder, String mode, String... more) {
    // Between the look for a free port and its use, another program may take it.
    for (var tries = 0; ; tries++) {
      try {
        return start(database, folder, mode, String.join("\n", more));
      } catch (IOException e) {
        if (tries == 3) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static PgBouncer start(TestDatabase database, Path folder, String mode, String more)
      throws IOException {
    var port = freePort();
    var file = folder.resolve(mode + ".ini");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        file,
        """
        [databases]
        %s = host=%s port=%d user=%s%s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = %s
        %s
        """
            .formatted(
                database.name(),
                database.host(),
                database.port(),
                database.user(),
                database.password().isEmpty() ? "" : " password=" + database.password(),
                port,
                mode,
                more));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var pool =
        new PgBouncer(
            new ProcessBuilder(command(file))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(mode + ".log").toFile())
                .start(),
            new TestDatabase("127.0.0.1", port, database.name(), database.user(), ""));
    pool.awaitPort(port);
    return pool;
  }

  /// The test's database, by way of the pool.
  TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path file) {
    var command = new ArrayList<String>();
    command.add(PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow().toString());
    if ("root".equals(System.getProperty("user.name"))) {
      // It refuses to run as root.
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(file.toString());
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws IOException {
    for (var tries = 0; ; tries++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
        if (process.isAlive()) {
          return;
        }
        throw new IOException("another program has taken the port");
      } catch (IOException e) {
        if (tries == 1200 || !process.isAlive()) {
          throw e;
        }
        try {
          Thread.sleep(100);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
  }
}
