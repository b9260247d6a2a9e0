package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.PartitionWish;
import dev.deed.expand.PartitionWish.Steps;
import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.PartitionTable;
import dev.deed.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two tables that are kept equal, whichever way their rows are written, and a partitioned one that
/// takes over.
@ExtendWith(PostgresExtension.class)
class PartitionTableTest {

  private static final String SCHEMA =
      """
      CREATE TABLE seen (what text);
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (TG_OP); RETURN NULL; END $$;
      CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = n + 100 WHERE id = new.id AND n < 100; RETURN NULL; END $$;
      CREATE TABLE t (id int PRIMARY KEY, n numeric);
      CREATE TRIGGER a_bump AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION bump();
      CREATE TRIGGER see AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION see();
      """;

  private static final PartitionWish BY_TEN =
      new PartitionWish(
          Strategy.RANGE, List.of("id"), Map.of(), new Steps("10", "0", "30"), 0, true);

  private static StoryRun expand(TestDatabase database) {
    database.execute(SCHEMA + "INSERT INTO t SELECT i, i FROM generate_series(1, 25) i;");
    var run =
        StoryRun.of(database, SCHEMA, new PartitionTable(QualifiedName.of("public", "t"), BY_TEN));
    run.up(Phase.EXPAND);
    return run;
  }

  private static StoryRun divide(TestDatabase database) {
    var run = expand(database);
    run.up(Phase.BACKFILL);
    database.execute("TRUNCATE seen");
    return run;
  }

  private static void assertEqual(TestDatabase database, String first, String second) {
    var rows = "SELECT id, n FROM %s ORDER BY id";
    assertThat(database.query(rows.formatted(second)))
        .isEqualTo(database.query(rows.formatted(first)));
  }

  /// An update may change the key of a row, and pass by the keys of others; another trigger changes
  /// the row again before the other table is told.
  @Test
  void follows_every_write(TestDatabase database) {
    var run = divide(database);
    for (var other : List.of("t_new", "t_old")) {
      database.execute(
          """
          INSERT INTO t VALUES (40, 1), (41, NULL);
          UPDATE t SET id = id + 5 WHERE id IN (25, 41);
          UPDATE t SET n = 1.00 WHERE id = 5;
          INSERT INTO t VALUES (6, 1), (50, 2) ON CONFLICT (id) DO UPDATE SET n = 0.10;
          WITH gone AS (DELETE FROM t WHERE id = 7 RETURNING *) INSERT INTO t SELECT id + 100, n FROM gone;
          SET session_replication_role = replica; DELETE FROM t WHERE id = 8; SET session_replication_role = origin;
          """);
      assertThat(database.query("SELECT n FROM t WHERE id = 40")).containsExactly("101");
      assertEqual(database, "t", other);
      if (other.equals("t_new")) {
        run.up(Phase.SWITCH);
        database.execute(
            "DELETE FROM t WHERE id IN (40, 50, 46, 107); UPDATE t SET id = 25 WHERE id = 30; INSERT INTO t VALUES (7, 7), (8, 8)");
      }
    }
    database.execute("UPDATE t_old SET n = 77 WHERE id = 9; DELETE FROM t_old WHERE id = 10");
    assertEqual(database, "t_old", "t");
    database.execute("TRUNCATE t");
    assertThat(database.query("SELECT count(*) FROM t_old")).containsExactly("0");
    run.down(Phase.SWITCH);
    database.execute("INSERT INTO t VALUES (1, 500)");
    assertEqual(database, "t", "t_new");
  }

  @Test
  void runs_the_triggers_of_one_table_only(TestDatabase database) {
    var run = divide(database);
    database.execute("UPDATE t SET n = 500 WHERE id = 1");
    assertThat(database.query("SELECT what FROM seen")).containsExactly("UPDATE");
    run.up(Phase.SWITCH);
    database.execute("UPDATE t SET n = 501 WHERE id = 1");
    assertThat(database.query("SELECT what FROM seen")).containsExactly("UPDATE", "UPDATE");
    assertThat(database.query("SELECT n FROM t_old WHERE id = 1")).containsExactly("501");
  }

  /// Partitions that the team makes meanwhile are kept equal, too.
  @Test
  void takes_over_a_row_that_moves_into_a_new_partition(TestDatabase database) {
    var run = divide(database);
    run.up(Phase.SWITCH);
    database.execute(
        "CREATE TABLE t_later PARTITION OF t FOR VALUES FROM (1000) TO (2000); UPDATE t SET id = 1500 WHERE id = 3");
    assertThat(database.query("SELECT tableoid::regclass FROM t WHERE id = 1500"))
        .containsExactly("t_later");
    assertEqual(database, "t", "t_old");
    run.up(Phase.CONTRACT);
    run.down(Phase.CONTRACT);
    assertEqual(database, "t", "t_old");
    database.execute("UPDATE t SET n = 900 WHERE id = 1500");
    assertEqual(database, "t", "t_old");
  }

  @Test
  void sees_a_column_that_one_of_the_tables_lacks(TestDatabase database) {
    var run = divide(database);
    var text = run.texts().get(run.files(Phase.SWITCH).getFirst());
    var expected =
        text.lines().filter(l -> l.startsWith("-- deed: expect")).findFirst().orElseThrow();
    var query = expected.substring("-- deed: expect ".length(), expected.lastIndexOf(" = none"));
    assertThat(database.query(query)).containsExactly("none");
    database.execute("ALTER TABLE t ADD COLUMN extra int");
    assertThat(database.query(query)).containsExactly("extra");
  }

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";

  /// Code inserts a row into the table that is filled while the backfill has the other table's row:
  /// with the value that it has, as a trigger adds 100, or another one; before the switch, and when
  /// the old table comes back.
  @ParameterizedTest
  @CsvSource({"105, false", "6, false", "105, true", "6, true"})
  void lets_nobody_fail_who_inserts_a_row_that_is_on_its_way(
      int value, boolean afterContract, TestDatabase database) throws SQLException {
    var other = afterContract ? "t_old" : "t_new";
    var run = expand(database);
    if (afterContract) {
      run.up(Phase.BACKFILL);
      run.up(Phase.SWITCH);
      run.up(Phase.CONTRACT);
      run.down(Phase.CONTRACT);
      database.execute(NOT_FILLED);
    }
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("SELECT FROM t WHERE id = 5 FOR NO KEY UPDATE");
      var insert =
          CompletableFuture.runAsync(() ->
              database.execute(
                  "INSERT INTO %s VALUES (5, %d) ON CONFLICT (id) DO UPDATE SET n = EXCLUDED.n"
                      .formatted(other, value)));
      database.await(WAITING, "1");
      sql.execute("UPDATE t SET n = n WHERE id = 5");
      connection.commit();
      insert.join();
    }
    for (var table : List.of("t", other)) {
      assertThat(database.query("SELECT n FROM %s WHERE id = 5".formatted(table)))
          .containsExactly("" + value);
    }
  }

  /// As before the backfill of the way back.
  private static final String NOT_FILLED =
      """
      ALTER TABLE t_old DISABLE TRIGGER USER;
      DELETE FROM t_old WHERE id = 5;
      DO $$ DECLARE n text; BEGIN FOR n IN SELECT tgname FROM pg_trigger WHERE tgrelid = 't_old'::regclass AND NOT tgisinternal LOOP EXECUTE format('ALTER TABLE t_old ENABLE ALWAYS TRIGGER %I', n); END LOOP; END $$;
      """;

  /// Code that uses one table waits for itself in one order only.
  @Test
  void locks_no_row_of_the_other_table_first_where_both_have_it(TestDatabase database)
      throws SQLException {
    divide(database);
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("SELECT FROM t_new WHERE id = 5 FOR UPDATE");
      var upsert =
          CompletableFuture.runAsync(() ->
              database.execute(
                  "INSERT INTO t_new VALUES (5, 7) ON CONFLICT (id) DO UPDATE SET n = EXCLUDED.n"));
      database.await(WAITING, "1");
      sql.execute("SELECT FROM t WHERE id = 5 FOR UPDATE NOWAIT");
      connection.commit();
      upsert.join();
    }
    assertEqual(database, "t", "t_new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t_lock", "t_back"})
  void divides_a_table_that_is_called_like_a_function_of_another_one(
      String table, TestDatabase database) {
    var schema = SCHEMA + "CREATE TABLE %s (id int PRIMARY KEY, n int);".formatted(table);
    database.execute(schema);
    for (var each : List.of(table, "t")) {
      StoryRun.of(database, schema, new PartitionTable(QualifiedName.of("public", each), BY_TEN))
          .up(Phase.EXPAND);
    }
    database.execute(
        "INSERT INTO t VALUES (1, 200); INSERT INTO %s VALUES (2, 2)".formatted(table));
    assertThat(database.query("SELECT * FROM t_new")).containsExactly("1|200");
    assertThat(database.query("SELECT * FROM %s_new".formatted(table))).containsExactly("2|2");
  }
}
