package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.MoveColumn;
import dev.deed.sql.QualifiedName;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A column that moves into another table, whichever way its rows are written.
@ExtendWith(PostgresExtension.class)
class MoveColumnTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");
  private static final QualifiedName U = QualifiedName.of("public", "u");

  private static final String SCHEMA =
      """
      CREATE TABLE t (id int PRIMARY KEY, bio text);
      CREATE TABLE u (t_id int PRIMARY KEY REFERENCES t (id) ON UPDATE CASCADE ON DELETE CASCADE);
      """;

  private static StoryRun move(TestDatabase database) {
    database.execute(
        SCHEMA
            + "INSERT INTO t SELECT i, 'b' || i FROM generate_series(1, 3) i; INSERT INTO u VALUES (1), (2)");
    return StoryRun.of(database, SCHEMA, new MoveColumn(T, "bio", U, Map.of(), null));
  }

  private static final String ROWS =
      "SELECT t.id, t.bio, u.t_id, u.bio FROM t FULL JOIN u ON u.t_id = t.id ORDER BY t.id";

  @Test
  void keeps_a_value_where_it_is_until_there_is_a_row_for_it(TestDatabase database) {
    var run = move(database);
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    assertThat(database.query(ROWS)).containsExactly("1|b1|1|b1", "2|b2|2|b2", "3|b3||");
    var contract = run.texts().get(run.files(Phase.CONTRACT).getFirst());
    var expected =
        contract
            .lines()
            .filter(l -> l.startsWith("-- deed: expect") && l.contains(" = none"))
            .findFirst()
            .orElseThrow();
    var query = expected.substring("-- deed: expect ".length(), expected.lastIndexOf(" = none"));
    assertThat(database.query(query)).containsExactly("3");

    database.execute("INSERT INTO u VALUES (3)");
    assertThat(database.query(query)).containsExactly("none");
    run.up(Phase.CONTRACT);
    database.execute("UPDATE u SET bio = 'new' WHERE t_id = 1");
    run.down(Phase.CONTRACT);
    assertThat(database.query(ROWS)).containsExactly("1|new|1|new", "2|b2|2|b2", "3|b3|3|b3");
  }

  /// New code has made a row in one table only: nothing is changed before that is said.
  @Test
  void refuses_a_way_back_for_which_rows_have_no_value(TestDatabase database) {
    var schema = SCHEMA.replace("bio text", "bio text NOT NULL");
    database.execute(schema + "INSERT INTO t VALUES (1, 'b'); INSERT INTO u VALUES (1)");
    var run = StoryRun.of(database, schema, new MoveColumn(T, "bio", U, Map.of(), null));
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    run.up(Phase.CONTRACT);
    var before = Facts.of(database);
    database.execute("INSERT INTO t VALUES (2)");
    assertThatThrownBy(() -> run.down(Phase.CONTRACT))
        .hasMessageContaining(
            "bio is NOT NULL, and some rows of public.t have no value for it in public.u")
        .hasMessageContaining("write the public.u.bio of the rows that this finds");
    assertThat(Facts.differences(before, Facts.of(database))).isEmpty();

    database.execute("INSERT INTO u VALUES (2, 'c')");
    run.down(Phase.CONTRACT);
    assertThat(database.query(ROWS)).containsExactly("1|b|1|b", "2|c|2|c");
  }

  @Test
  void follows_keys_and_code_that_may_write_one_table_only(TestDatabase database) {
    database.execute(HistorySql.creation());
    var run = move(database);
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    var role = "mover_" + database.name();
    database.execute(
        "CREATE ROLE %1$s; CREATE ROLE %1$s_2; GRANT SELECT, INSERT, UPDATE ON t TO %1$s; GRANT SELECT, INSERT, UPDATE ON u TO %1$s_2"
            .formatted(role));
    try {
      database.execute("SET ROLE %s_2; UPDATE u SET bio = 'y' WHERE t_id = 2".formatted(role));
      assertThat(database.query("SELECT count(*) FROM deed.column_writer")).containsExactly("0");
      database.execute("SET ROLE %s; UPDATE t SET bio = 'x' WHERE id = 1".formatted(role));
      assertThat(database.query("SELECT count(*) FROM deed.column_writer")).containsExactly("1");
      database.execute("UPDATE t SET id = 10 WHERE id = 1; INSERT INTO t VALUES (11, 'z')");
      database.execute(
          "SET session_replication_role = replica; UPDATE u SET bio = NULL WHERE t_id = 2");
      database.execute("INSERT INTO u VALUES (11)");

      assertThat(database.query(ROWS)).containsExactly("2||2|", "3|b3||", "10|x|10|x", "11|z|11|z");
    } finally {
      database.execute("DROP OWNED BY %1$s, %1$s_2; DROP ROLE %1$s, %1$s_2".formatted(role));
    }
  }

  @Test
  void runs_the_triggers_of_the_other_table_as_they_are_used_to(TestDatabase database) {
    var run = move(database);
    database.execute(
        """
        CREATE TABLE seen (bio text);
        CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (new.bio); RETURN new; END $$;
        """);
    run.up(Phase.EXPAND);
    database.execute(
        "CREATE TRIGGER see BEFORE UPDATE ON u FOR EACH ROW EXECUTE FUNCTION see(); UPDATE t SET bio = 'x' WHERE id = 1");
    assertThat(database.query("SELECT bio FROM seen")).containsExactly("x");
  }

  /// The row is inserted while a change of the old value is not committed yet.
  @Test
  void misses_no_change_that_is_made_at_the_same_time(TestDatabase database) throws SQLException {
    var run = move(database);
    run.up(Phase.EXPAND);
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("UPDATE t SET bio = 'late' WHERE id = 3");
      var insert = CompletableFuture.runAsync(() -> database.execute("INSERT INTO u VALUES (3)"));
      database.await(
          "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO u%' AND datname = current_database()",
          "1");
      connection.commit();
      insert.join();
    }
    assertThat(database.query(ROWS)).contains("3|late|3|late");
  }

  /// The new row has the value that the old one had before a change that is not committed yet.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO u VALUES (3, 'b3')",
        "UPDATE u SET t_id = 3, bio = 'b3' WHERE t_id = 2"
      })
  void misses_no_change_of_a_row_that_gets_its_value_back(String write, TestDatabase database)
      throws SQLException {
    var run = move(database);
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("UPDATE t SET bio = 'late' WHERE id = 3");
      var other = CompletableFuture.runAsync(() -> database.execute(write));
      database.await(
          "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
          "1");
      connection.commit();
      other.join();
    }
    assertThat(database.query(ROWS)).contains("3|b3|3|b3");
  }
}
