package dev.deed.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What pgvector refuses, as it was measured, compared with what the linter says of it.
@ExtendWith(PostgresExtension.class)
class VectorIndexesTest {

  private static final Path MEASURED =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/vector/measured.txt");

  private static final Set<String> RULES =
      Set.of("vector-index-refused", "vector-dimensions", "will-fail");

  /// @param state SQLSTATE, `00000` for success
  record Measured(String state, String sql) {}

  static Stream<Measured> measured() {
    return lines().skip(1).map(line -> new Measured(line.substring(0, 5), line.substring(6)));
  }

  private static String table() {
    var first = lines().findFirst().orElseThrow();
    return first.substring(first.indexOf("CREATE TABLE"));
  }

  private static Stream<String> lines() {
    try {
      return Files.readAllLines(MEASURED).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("measured")
  void refuses_what_the_server_refuses_and_nothing_else(Measured measured) {
    assertThat(refusals(measured.sql()))
        .as(measured.toString())
        .hasSize(measured.state().equals("00000") ? 0 : 1);
  }

  @Test
  void is_as_this_server_says(TestDatabase database) throws SQLException {
    assumeFalse(
        database.query("SELECT FROM pg_available_extensions WHERE name = 'vector'").isEmpty(),
        "the server does not have the extension vector (Debian: postgresql-NN-pgvector)");
    database.execute("CREATE EXTENSION vector; " + table());
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var measured : measured().toList()) {
        assertThat(stateOf(statement, measured.sql()))
            .as(measured.sql())
            .isEqualTo(measured.state());
      }
    }
  }

  private static String stateOf(java.sql.Statement statement, String sql) {
    try {
      statement.execute(sql);
      return "00000";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private static List<String> refusals(String sql) {
    var linter =
        new Linter(
            new SchemaReader(List.of("public"), 16), new LintSettings(16, true, false, Map.of()));
    linter.lint(script("CREATE EXTENSION vector; " + table() + ";"), false);
    return linter.lint(script(sql + ";"), false).remarks().stream()
        .map(remark -> remark.finding().rule().text())
        .filter(RULES::contains)
        .toList();
  }

  private static Script script(String sql) {
    return ScriptReader.read(new SourceFile("a.sql"), sql);
  }
}
