import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PgBouncer in session mode before one database, as the system has it.
final class BenchPooler implements AutoCloseable {

  private static final Optional<Path> PROGRAM =
      Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  private final Path configuration;
  private final String url;
  private final int port;
  private Process process;

  private BenchPooler(Path configuration, String url, int port) throws IOException, InterruptedException {
    this.configuration = configuration;
    this.url = url;
    this.port = port;
    start();
  }

  static boolean isInstalled() {
    return PROGRAM.isPresent();
  }

  /// @param url of the database, straight
  static BenchPooler before(String url, Path work) throws IOException, InterruptedException {
    var server = URI.create(url);
    var database = server.getPath().substring(1);
    var user = server.getUserInfo().split(":", 2);
    var folder = Files.createTempDirectory(work, "pooler");
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var port = freePort();
    var file =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            %s = host=%s port=%d user=%s%s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = session
            """
                .formatted(
                    database,
                    server.getHost(),
                    server.getPort() < 0 ? 5432 : server.getPort(),
                    user[0],
                    user.length > 1 ? " password=" + user[1] : "",
                    port));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return new BenchPooler(file, "postgresql://%s@127.0.0.1:%d/%s".formatted(user[0], port, database), port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Of the database, by way of the pooler.
  String url() {
    return url;
  }

  /// As a service manager does after a fall. What the server is busy with for the old pooler may still go on.
  void fallAndRise() throws IOException, InterruptedException {
    close();
    start();
  }

  private void start() throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROGRAM.orElseThrow().toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody")); // it refuses to run as root
    }
    command.add(configuration.toString());
    var log = configuration.resolveSibling("log").toFile();
    process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    while (!answers()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("PgBouncer ended: see " + log);
      }
      Thread.sleep(5);
    }
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
