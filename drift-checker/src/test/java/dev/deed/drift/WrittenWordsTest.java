package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A file as people write it is compared with the database that it has built: the server prints
/// other words. A line `-- not: a => b` is a change that is to be seen.
@ExtendWith(PostgresExtension.class)
class WrittenWordsTest {

  private static final Path FILES = Path.of("src/test/resources/written");
  private static final String CHANGE = "-- not: ";

  static Stream<String> files() throws IOException {
    try (var files = Files.list(FILES)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void finds_words_equal_and_changes_different(String file, TestDatabase database)
      throws IOException, SQLException {
    var lines = Files.readAllLines(FILES.resolve(file));
    var sql = String.join("\n", lines.stream().filter(l -> !l.startsWith(CHANGE)).toList());
    build(database, sql);
    var live = read(database);

    assertThat(PlainReport.of(report(sql, live)).lines().filter(l -> !l.startsWith("not ")))
        .isEmpty();
    for (var change : lines.stream().filter(l -> l.startsWith(CHANGE)).toList()) {
      var parts = List.of(change.substring(CHANGE.length()).split(" => ", 2));
      var changed = sql.replace(parts.getFirst(), parts.getLast());
      assertThat(changed).as(change).isNotEqualTo(sql);
      assertThat(report(changed, live).drifts()).as(change).isNotEmpty();
    }
  }

  /// A function's body in SQL has semicolons: the driver must not split the text.
  private static void build(TestDatabase database, String sql) throws SQLException {
    var url =
        "jdbc:postgresql://%s:%d/%s?preferQueryMode=simple"
            .formatted(database.host(), database.port(), database.name());
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DriftReport report(String sql, Side live) throws IOException {
    var bytes = new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8));
    var written = Side.ofFile("x.sql", new SourceFile("x.sql"), bytes);
    return DriftCheck.between(Owners.DATABASE, written, live, Owners::of);
  }

  private static Side read(TestDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      var schema = CatalogSchema.read(connection);
      return Side.ofCatalogs("x", new SourceFile("x"), schema.sql(), schema.postgres());
    }
  }
}
