package dev.deed.cli.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.Linter;
import dev.deed.lint.RulePage;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.Hazard;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whatever a server reads from one end to the other, or writes anew, while it keeps writers out,
/// some rule tells beforehand. The statements and their tables are those of `ServerLocksTest`.
@ExtendWith(PostgresExtension.class)
final class ServerWorkTest {

  private static final EnumSet<Hazard> BLOCKING =
      EnumSet.of(Hazard.BLOCKS_READS, Hazard.BLOCKS_WRITES, Hazard.REWRITES_TABLE);

  /// Readers and writers of the table go on, or there are none yet.
  private static final Set<String> HARMLESS =
      Set.of("refresh materialized view concurrently m_post", "refresh materialized view m_empty");

  private static final String SETUP = resource("/locks/varied/setup.sql");

  private static final String SCANS =
      """
      SELECT s.relid::regclass::text, coalesce(s.seq_tup_read, 0)
      FROM pg_stat_xact_user_tables s
      """;

  private static final String FILES =
      """
      SELECT oid::regclass::text, relfilenode FROM pg_class
      WHERE relfilenode > 0 AND relkind IN ('r', 'm', 'i')
      """;

  private static final String STRONG =
      """
      SELECT relation::regclass::text, 1 FROM pg_locks
      WHERE pid = pg_backend_pid() AND locktype = 'relation'
        AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      """;

  @Test
  void tells_of_all_work_under_a_lock_that_keeps_writers_out(TestDatabase database)
      throws SQLException {
    assumeTrue(database.majorVersion() >= 15, "the statements are written for PostgreSQL 15");
    database.execute(
        "DO $$ BEGIN CREATE ROLE deed_test_other; EXCEPTION WHEN duplicate_object THEN END $$");
    database.execute(SETUP);
    database.execute(resource("/locks/varied/rows.sql"));
    var misses = new ArrayList<String>();

    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      for (var sql : resource("/locks/varied/statements.sql").lines().toList()) {
        var work = work(connection, sql);
        if (!work.isEmpty() && !HARMLESS.contains(sql) && !isTold(sql)) {
          misses.add(sql + ": " + work);
        }
      }
    }

    assertThat(misses).isEmpty();
  }

  /// The engine's, where the same statements show what locks they take.
  private static String resource(String name) {
    try (var text = ServerWorkTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTold(String sql) {
    var reader = new SchemaReader(List.of("public"));
    reader.readBaseline(script(SETUP));
    var linter = new Linter(reader, new LintSettings(RulePage.USUAL, true, false, Map.of()));
    return linter.lint(script(sql), false).remarks().stream()
        .flatMap(r -> r.finding().hazards().stream())
        .anyMatch(BLOCKING::contains);
  }

  private static Script script(String sql) {
    return ScriptReader.read(new SourceFile("work.sql"), sql);
  }

  /// Tables and indexes by their names before: what is renamed meanwhile, nobody looks for.
  private static Set<String> work(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      var scanned = numbers(statement, SCANS);
      var files = numbers(statement, FILES);
      statement.execute(sql);
      var work = new TreeSet<String>();
      var strong = numbers(statement, STRONG).keySet();
      numbers(statement, SCANS)
          .forEach((name, rows) -> {
            if (rows > scanned.getOrDefault(name, rows) && strong.contains(name)) {
              work.add("scan " + name);
            }
          });
      numbers(statement, FILES)
          .forEach((name, file) -> {
            if (!file.equals(files.getOrDefault(name, file))) {
              work.add("rewrite " + name);
            }
          });
      return work;
    } finally {
      connection.rollback();
    }
  }

  private static Map<String, Long> numbers(Statement statement, String query) throws SQLException {
    var numbers = new HashMap<String, Long>();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getLong(2));
      }
    }
    return numbers;
  }
}
