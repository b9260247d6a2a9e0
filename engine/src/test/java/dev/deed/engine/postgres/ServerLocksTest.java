package dev.deed.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every lock that the server holds after a statement is known beforehand, at least as strong. More
/// is said than is held where it depends on the rows; but never a lock that keeps writers out.
@ExtendWith(PostgresExtension.class)
final class ServerLocksTest {

  /// Names as they were before the statement: afterwards they may be gone, or others.
  private static final String REMEMBER =
      """
      CREATE SCHEMA seen;
      CREATE TABLE seen.relation AS
      SELECT c.oid, n.nspname || '.' || c.relname AS name
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
        AND n.nspname IN ('public', 'shop', 'stuff', 'acc', 'bill')
      """;

  private static final String HELD =
      """
      SELECT r.name, l.mode FROM pg_locks l JOIN seen.relation r ON r.oid = l.relation
      WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
      """;

  @Test
  void knows_every_lock_that_the_server_holds(TestDatabase database) throws SQLException {
    var setup = Golden.read(Golden.fixture("locks/setup.sql"));
    prepare(database, setup);

    var misses = misses(database, setup, "locks/statements.sql", 150);

    assertThat(misses).isEmpty();
  }

  @Test
  void claims_no_lock_against_writers_that_the_server_does_not_hold(TestDatabase database)
      throws SQLException {
    var setup = Golden.read(Golden.fixture("locks/varied/setup.sql"));
    prepare(database, setup, Golden.read(Golden.fixture("locks/varied/rows.sql")));

    var misses = misses(database, setup, "locks/varied/statements.sql", 800);

    assertThat(misses).isEmpty();
  }

  private static void prepare(TestDatabase database, String... scripts) {
    assumeTrue(database.majorVersion() >= 15, "the statements are written for PostgreSQL 15");
    database.execute(
        "DO $$ BEGIN CREATE ROLE deed_test_other; EXCEPTION WHEN duplicate_object THEN END $$");
    List.of(scripts).forEach(database::execute);
    database.execute(REMEMBER);
  }

  private static List<String> misses(
      TestDatabase database, String setup, String fixture, int atLeast) throws SQLException {
    var statements = Golden.read(Golden.fixture(fixture)).lines().toList();
    assertThat(statements).hasSizeGreaterThan(atLeast);
    var isStrict = fixture.contains("varied");
    var seen = Set.copyOf(database.query("SELECT name FROM seen.relation"));
    var misses = new ArrayList<String>();
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      for (var sql : statements) {
        var known = known(setup, sql, database.majorVersion());
        var held = held(connection, sql);
        held.forEach((name, lock) -> {
          if (known.getOrDefault(name, LockMode.ACCESS_SHARE).compareTo(lock) < 0
              || !known.containsKey(name)) {
            misses.add(sql + ": " + name + " " + lock + " known: " + known.get(name));
          }
        });
        if (isStrict) {
          misses.addAll(claimed(sql, known, held, seen));
        }
      }
    }
    return misses;
  }

  /// Strong ones on relations that were there, and that the server does not hold.
  private static List<String> claimed(
      String sql, Map<String, LockMode> known, Map<String, LockMode> held, Set<String> seen) {
    return known.entrySet().stream()
        .filter(k -> k.getValue().blocksWrites() && seen.contains(k.getKey()))
        .filter(k -> k.getValue() != held.get(k.getKey()))
        .map(k -> sql + ": claims " + k + " held: " + held.get(k.getKey()))
        .toList();
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

  private static Map<String, LockMode> known(String setup, String sql, int postgres) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.readBaseline(script(setup));
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
