package dev.deed.project.server;

import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL server in a folder, removed when closed. This class also plays the developer with
/// `psql`.
public final class EmbeddedServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /// As root, the server's programs are started by `unshare`.
  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl", "unshare");

  private final EmbeddedPostgres postgres;

  private EmbeddedServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// @param folder for its programs and data, empty or missing
  /// @throws NotStarted if this machine cannot run the server
  public static EmbeddedServer start(Path folder) {
    // The end of a process by a signal asks for this logger. Asked for at the same time as the
    // server's classes make theirs, each would wait for the other's class to be initialized.
    System.getLogger("java.lang.Runtime");
    try {
      return new EmbeddedServer(
          EmbeddedPostgres.builder()
              .setPgBinaryResolver(PostgresArchive.ofThisProgram())
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .setDataDirectory(folder.resolve("data"))
              .setPGStartupWait(LONGEST_START)
              .setServerConfig("fsync", "off")
              .start());
    } catch (IOException | IllegalStateException e) {
      end(folder.resolve("data"));
      throw new NotStarted(e);
    }
  }

  /// Stops what may still run because its start was interrupted by the end of the process: at first
  /// a server has no postmaster.pid yet, and for a moment not even its own command line.
  static void end(Path data) {
    var deadline = System.nanoTime() + LONGEST_BEGINNING.toNanos();
    do {
      processes(data).forEach(EmbeddedServer::end);
      LockSupport.parkNanos(PAUSE.toNanos());
    } while (System.nanoTime() < deadline);
  }

  private static List<ProcessHandle> processes(Path data) {
    return ProcessHandle.allProcesses()
        .filter(EmbeddedServer::isOfServer)
        .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
        .toList();
  }

  /// A person's editor or pager may have one of the files open. Where the program cannot be seen,
  /// it is taken for the server's. Its name may end in `.exe`, or in ` (deleted)`.
  private static boolean isOfServer(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(program -> String.valueOf(Path.of(program).getFileName()).split("[ .]", 2)[0])
        .map(PROGRAMS::contains)
        .orElse(true);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    process
        .onExit()
        .orTimeout(LONGEST_END.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(_ -> {
          process.destroyForcibly();
          return process;
        })
        .join();
  }

  public void createDatabase(String name) {
    execute("postgres", "CREATE DATABASE " + Identifier.quoted(name));
  }

  /// Runs SQL that a developer would type by hand.
  public void execute(String database, String sql) {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends the statement again and again, until the answer is closed.
  ///
  /// @param application what the session calls itself
  public RepeatedWrite repeat(String database, String application, String sql) {
    try {
      var connection = postgres.getDatabase("postgres", database).getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("SET application_name = " + Identifier.quoted(application));
      }
      return new RepeatedWrite(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The first value of the answer.
  public String value(String database, String sql) {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() ? String.valueOf(results.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String urlOf(String database) {
    return "postgresql://postgres@localhost:%d/%s".formatted(postgres.getPort(), database);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The server could not be started on this machine.
  public static final class NotStarted extends UserException {

    private static final long serialVersionUID = 1L;

    NotStarted(Exception cause) {
      super(
          "the PostgreSQL that comes with deed could not be started: " + cause.getMessage(),
          "run the command again; if it fails again, --debug shows the reason",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }
}
