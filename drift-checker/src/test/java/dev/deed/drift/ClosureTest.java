package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a live server, the SQL that closes a case's differences leaves none, there and back.
@ExtendWith(PostgresExtension.class)
class ClosureTest {

  /// Their dumps are of objects that no ordinary server has, or are not whole.
  private static final Set<String> NOT_LIVE =
      Set.of(
          "materialized_view/access_method",
          "schema/rare_facets",
          "table/changes_without_the_table");

  /// What an older server does not have, by the first one that has it.
  private static final Map<String, Integer> SINCE =
      Map.ofEntries(
          Map.entry("access_method/added_with_its_tables", 15),
          Map.entry("constraint/foreign_key_actions", 15),
          Map.entry("constraint/unique", 15),
          Map.entry("constraint/unique_deferrable", 15),
          Map.entry("index/nulls_not_distinct", 15),
          Map.entry("many/rich", 15),
          Map.entry("publication/changed", 15),
          Map.entry("publication/column_of_a_list", 15),
          Map.entry("publication/tables", 15),
          Map.entry("publication/type_under_a_filter", 15),
          Map.entry("publication/with_schema", 15),
          Map.entry("statistics/columns_moved", 15),
          Map.entry("schema/public", 15),
          Map.entry("sequence/changed", 15),
          Map.entry("sequence/identity_persistence", 15),
          Map.entry("table/access_method", 15),
          Map.entry("view/options_and_recursion", 15));

  /// From there on, `NOT NULL` has a name, and these dumps are of older servers.
  private static final Set<String> BEFORE_18 = Set.of("quiet/newer_server_and_older_words");

  /// The cases are dumps of servers where not everybody may create in the schema public.
  private static final String AS_ON_15 = "REVOKE CREATE ON SCHEMA public FROM PUBLIC";

  private static final Pattern ROLE =
      Pattern.compile(
          "(?:OWNER TO|GRANT .* TO|REVOKE .* FROM|FOR ROLE|USER MAPPING FOR|AUTHORIZATION) "
              + "(\"[^\"]+\"|[\\w$]+)");

  private static final int AT_ONCE = 2;

  private final AtomicInteger count = new AtomicInteger();
  private final Queue<String> databases = new ConcurrentLinkedQueue<>();

  private static List<Path> cases() {
    return Cases.chosen(
            Golden.fixture("cases"),
            Golden.entries("cases").stream()
                .flatMap(kind -> Golden.entries("cases/" + kind.getFileName()).stream())
                .toList())
        .stream()
        .filter(folder -> !NOT_LIVE.contains(name(folder)))
        .toList();
  }

  private static String name(Path folder) {
    return Golden.fixture("cases").relativize(folder).toString().replace('\\', '/');
  }

  /// Several cases at once: most of the time is the server's.
  @Test
  void leaves_no_difference(TestDatabase server) throws InterruptedException {
    roles(server);
    var failures = new StringBuilder();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var results = new HashMap<Path, Future<?>>();
      var version = server.majorVersion();
      var cases =
          cases().stream()
              .filter(folder -> SINCE.getOrDefault(name(folder), 0) <= version)
              .filter(folder -> version < 18 || !BEFORE_18.contains(name(folder)))
              .toList();
      for (var folder : cases) {
        results.put(
            folder,
            threads.submit(
                (Callable<Void>)
                    () -> {
                      closes(folder, server);
                      return null;
                    }));
      }
      for (var folder : cases) {
        try {
          Objects.requireNonNull(results.get(folder)).get();
        } catch (ExecutionException e) {
          failures
              .append("\n")
              .append(name(folder))
              .append(": ")
              .append(String.valueOf(e.getCause()));
        }
      }
    }
    // The embedded server is removed as a whole, which is faster.
    if (System.getenv("DEED_TEST_PG") != null) {
      databases.forEach(name -> server.execute("DROP DATABASE " + name + " WITH (FORCE)"));
    }
    assertThat(failures.toString()).isEmpty();
  }

  private void closes(Path folder, TestDatabase server) throws IOException, SQLException {
    var database = server.name() + "_" + count.incrementAndGet();
    server.create(database);
    databases.add(database);
    var expected = side(folder, "expected");
    var actual = side(folder, "actual");
    try (var connection = connect(server, database)) {
      if (server.majorVersion() < 15) {
        run(connection, AS_ON_15);
      }
      run(connection, text(folder, "expected"));
    }
    close(server, database, expected, actual);
    close(server, database, actual, expected);
  }

  private static void close(TestDatabase server, String database, Side from, Side to)
      throws SQLException {
    var reconciliation = Reconciler.withOrder(from, to, true);
    try (var connection = connect(server, database)) {
      run(connection, "SET check_function_bodies = off");
      for (var closing : reconciliation.closings()) {
        try {
          run(connection, closing.sql());
        } catch (SQLException e) {
          throw new AssertionError(
              e.getMessage() + "\n  in " + closing.sql() + "\n  of\n" + PlainSql.of(reconciliation),
              e);
        }
      }
    }
    try (var connection = connect(server, database)) {
      connection.setAutoCommit(false);
      var report = DriftCheck.between(Owners.DATABASE, read(connection), to, Owners::of);
      if (!report.drifts().isEmpty()) {
        throw new AssertionError(
            PlainReport.of(report) + "  after\n" + PlainSql.of(reconciliation));
      }
    }
  }

  /// A function's body in SQL has semicolons: the driver must not split the text.
  private static Connection connect(TestDatabase server, String database) throws SQLException {
    var url =
        "jdbc:postgresql://%s:%d/%s?preferQueryMode=simple"
            .formatted(server.host(), server.port(), database);
    return DriverManager.getConnection(url, server.user(), server.password());
  }

  private static Side read(Connection connection) throws SQLException {
    var schema = CatalogSchema.read(connection);
    return Side.ofCatalogs("catalogs", new SourceFile("catalogs"), schema.sql(), schema.postgres());
  }

  private static void roles(TestDatabase server) {
    var names = new TreeSet<String>();
    for (var folder : cases()) {
      for (var name : List.of("expected", "actual")) {
        var found = ROLE.matcher(text(folder, name));
        while (found.find()) {
          names.add(found.group(1));
        }
      }
    }
    names.removeIf(n -> n.equalsIgnoreCase("public") || n.startsWith("pg_"));
    for (var role : names) {
      server.execute(
          "DO $$ BEGIN CREATE ROLE %s; EXCEPTION WHEN duplicate_object THEN END $$"
              .formatted(role));
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Path folder, String name) {
    return read(folder.resolve(name + ".sql")).replaceAll("(?m)^\\\\.*$", "");
  }

  private static Side side(Path folder, String name) throws IOException {
    var file = name + ".sql";
    try (var dump = Files.newInputStream(folder.resolve(file))) {
      return Side.ofFile(file, new SourceFile(file), dump);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
