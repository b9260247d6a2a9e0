package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.Finding;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Harmless migrations as teams write them day by day: no rule has anything to say, and a server
/// runs them. A folder of files, each with what is there before and then one migration or several.
@ExtendWith(PostgresExtension.class)
class QuietTest {

  private static final int ENOUGH = 150;

  @TestFactory
  Stream<DynamicTest> says_nothing_about_harmless_migrations() throws IOException {
    return each(file -> assertEquals(List.of(), findings(QuietFile.read(file), true)));
  }

  @TestFactory
  Stream<DynamicTest> says_nothing_where_another_program_runs_them_with_a_time_out()
      throws IOException {
    return each(file -> assertEquals(List.of(), findings(QuietFile.read(file), false)));
  }

  @TestFactory
  Stream<DynamicTest> runs_them_on_a_server(TestDatabase database) throws IOException {
    return each(file -> run(QuietFile.read(file), database));
  }

  @Test
  void holds_many_of_them() throws IOException {
    assertTrue(files().size() >= ENOUGH, "only " + files().size());
  }

  private static void run(QuietFile quiet, TestDatabase database) throws SQLException {
    if (quiet.runs()) {
      var server = LiveServer.withoutRows(database, quiet.baseline());
      for (var seen : server.run(quiet.migrations())) {
        assertEquals("", seen.error());
      }
    }
  }

  private static List<Finding> findings(QuietFile quiet, boolean byEngine) {
    var found = new ArrayList<Finding>();
    quiet.lint(byEngine).forEach(remark -> found.add(remark.finding()));
    return found;
  }

  private interface Check {
    void of(Path file) throws IOException, SQLException;
  }

  private static Stream<DynamicTest> each(Check check) throws IOException {
    return Cases.chosen(files(), QuietTest::name).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check.of(file)));
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private static List<Path> files() throws IOException {
    try {
      var folder = Objects.requireNonNull(QuietTest.class.getResource("/lint/quiet")).toURI();
      try (var files = Files.list(Path.of(folder))) {
        return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
