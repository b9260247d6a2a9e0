package dev.deed.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.SchemaReader;
import dev.deed.sql.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every lock that the server holds after a statement is known beforehand, at least as strong. More
/// is said than is held where it depends on the rows: these tables are empty.
@ExtendWith(PostgresExtension.class)
final class ServerLocksTest {

  private static final String SETUP = Golden.read(Golden.fixture("locks/setup.sql"));

  /// Names as they were before the statement: afterwards they may be gone, or others.
  private static final String REMEMBER =
      """
      CREATE SCHEMA seen;
      CREATE TABLE seen.relation AS
      SELECT c.oid, n.nspname || '.' || c.relname AS name
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname IN ('public', 'shop', 'stuff')
      """;

  private static final String HELD =
      """
      SELECT r.name, l.mode FROM pg_locks l JOIN seen.relation r ON r.oid = l.relation
      WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
      """;

  @Test
  void knows_every_lock_that_the_server_holds(TestDatabase database) throws SQLException {
    database.execute(
        "DO $$ BEGIN CREATE ROLE deed_test_other; EXCEPTION WHEN duplicate_object THEN END $$");
    database.execute(SETUP);
    database.execute(REMEMBER);
    var misses = new ArrayList<String>();
    var statements = Golden.read(Golden.fixture("locks/statements.sql")).lines().toList();

    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      for (var sql : statements) {
        var known = known(sql);
        for (var held : held(connection, sql).entrySet()) {
          var lock = known.get(held.getKey());
          if (lock == null || lock.compareTo(held.getValue()) < 0) {
            misses.add(sql + ": " + held + " known: " + lock);
          }
        }
      }
    }

    assertThat(statements).hasSizeGreaterThan(150);
    assertThat(misses).isEmpty();
  }

  private static Map<String, LockMode> held(Connection connection, String sql) throws SQLException {
    var held = new HashMap<String, LockMode>();
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      try (var rows = statement.executeQuery(HELD)) {
        while (rows.next()) {
          held.merge(rows.getString(1), mode(rows.getString(2)), LockMode::strongest);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    } finally {
      connection.rollback();
    }
    return held;
  }

  /// `ShareRowExclusiveLock`, as `pg_locks` writes it.
  private static LockMode mode(String text) {
    var words = text.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
  }

  private static Map<String, LockMode> known(String sql) {
    var reader = new SchemaReader(List.of("public"));
    reader.readBaseline(script(SETUP));
    var known = new HashMap<String, LockMode>();
    for (var resolved : reader.read(script(sql))) {
      for (var touch : resolved.touches()) {
        if (touch.lock() != null) {
          known.merge(touch.object().text(), touch.lock(), LockMode::strongest);
        }
      }
    }
    return known;
  }

  private static Script script(String sql) {
    var script = ScriptReader.read(new SourceFile("locks.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return script;
  }
}
