import dev.deed.project.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A scratch server for a bench: the one at the URL in `DEED_BENCH_PG` (postgresql://user:password@host:port/database, of
/// a superuser), or an embedded one that is gone with the bench. Databases named deed_bench_* are dropped and made anew.
final class BenchServer implements AutoCloseable {

  private final URI base;
  private final Optional<EmbeddedServer> embedded;
  private final Path folder;
  private final Set<String> made = new TreeSet<>();
  private final Set<String> roles = new TreeSet<>();

  private BenchServer(URI base, Optional<EmbeddedServer> embedded, Path folder) {
    this.folder = folder;
    this.base = base;
    this.embedded = embedded;
  }

  /// @param folder for an embedded server's files
  static BenchServer start(Path folder) {
    var given = System.getenv("DEED_BENCH_PG");
    if (given != null && !given.isBlank()) {
      return new BenchServer(URI.create(given), Optional.empty(), folder);
    }
    folder = folder.resolve("server");
    var server = EmbeddedServer.start(folder);
    return new BenchServer(URI.create(server.urlOf("postgres")), Optional.of(server), folder);
  }

  boolean isEmbedded() {
    return embedded.isPresent();
  }

  /// As servers are configured: the embedded one is started with `synchronous_commit = off`.
  void commitsWait() throws SQLException {
    try (var connection = connect(base.getPath().substring(1))) {
      execute(connection, "ALTER ROLE CURRENT_USER SET synchronous_commit = on");
    }
  }

  /// Stops the embedded server as a crash does, and starts it again.
  void crash() throws IOException, InterruptedException {
    Path control;
    try (var files = Files.walk(folder.resolve("programs"))) {
      control = files.filter(file -> file.endsWith("bin/pg_ctl")).findFirst().orElseThrow();
    }
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(List.of(control.toString(), "-D", folder.resolve("data").toString()));
    command.addAll(List.of("-m", "immediate", "-w", "-s", "restart"));
    var log = folder.resolve("restart.log").toFile();
    var exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit + ": see " + log);
    }
  }

  /// As libpq writes it.
  String url(String database) {
    return "postgresql://%s/%s".formatted(base.getRawAuthority(), database);
  }

  /// An empty database of that name.
  String fresh(String database) throws SQLException {
    made.add(database);
    try (var connection = connect(base.getPath().substring(1))) {
      drop(connection, database);
      execute(connection, "CREATE DATABASE " + database);
    }
    return url(database);
  }

  /// A copy of another database.
  String fresh(String database, String template) throws SQLException {
    made.add(database);
    try (var connection = connect(base.getPath().substring(1))) {
      drop(connection, database);
      execute(connection, "CREATE DATABASE " + database + " TEMPLATE " + template);
    }
    return url(database);
  }

  /// A role that is gone with the bench, like its databases.
  void role(String name) throws SQLException {
    try (var connection = connect(base.getPath().substring(1))) {
      execute(connection, "CREATE ROLE " + name);
      roles.add(name);
    }
  }

  /// `on` where a commit is on the disk before it is answered, as in production; `off` on the embedded one.
  String fsync() throws SQLException {
    try (var connection = connect(base.getPath().substring(1))) {
      return column(connection, "SHOW fsync").getFirst();
    }
  }

  private static void drop(Connection connection, String database) throws SQLException {
    execute(connection, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
  }

  /// The caller closes it.
  Connection connect(String database) throws SQLException {
    var port = base.getPort() < 0 ? 5432 : base.getPort();
    var user = base.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(base.getHost(), port, database), user[0], user.length > 1 ? user[1] : "");
  }

  /// The first column of a query, as text.
  static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try (var connection = connect(base.getPath().substring(1))) {
      for (var database : made) {
        drop(connection, database);
      }
      for (var role : roles) {
        execute(connection, "DROP ROLE " + role);
      }
    } finally {
      embedded.ifPresent(EmbeddedServer::close);
    }
  }
}
