package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.Part;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.sql.QualifiedName;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/// What the triggers of a changeover do, whichever way a row is written.
@ExtendWith(PostgresExtension.class)
class SyncTriggerTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static final String SCHEMA =
      "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'none', other int DEFAULT 0);";

  private TestDatabase database = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void keepDatabase(TestDatabase given) {
    database = given;
  }

  private void rename() {
    database.execute(SCHEMA);
    StoryRun.of(database, SCHEMA, new RenameColumn(T, "a", "b")).up(Phase.EXPAND);
  }

  private List<String> rows() {
    return database.query("SELECT id, a, b FROM t ORDER BY id");
  }

  @Test
  void follows_inserts_of_either_kind() {
    rename();
    database.execute(
        "INSERT INTO t (id, a) VALUES (1, 'x'); INSERT INTO t (id, b) VALUES (2, 'y'); INSERT INTO t (id) VALUES (3)");
    database.execute(
        "INSERT INTO t (id, a) VALUES (4, NULL); INSERT INTO t (id, b) VALUES (5, NULL); INSERT INTO t (id, a, b) VALUES (6, 'old', 'new')");

    assertThat(rows()).containsExactly("1|x|x", "2|y|y", "3|none|none", "4||", "5||", "6|new|new");
  }

  @Test
  void knows_defaults_that_an_assignment_makes_fit() {
    var schema =
        "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 0, n numeric DEFAULT 0, d timestamptz DEFAULT now());";
    database.execute(schema);
    for (var request :
        List.of(
            new RenameColumn(T, "a", "b"),
            new ChangeType(T, "n", "text", null, null, null),
            new ChangeType(T, "d", "text", null, null, null))) {
      StoryRun.of(database, schema, request).up(Phase.EXPAND);
    }
    database.execute("INSERT INTO t (id) VALUES (1); INSERT INTO t (id, n) VALUES (2, 7)");
    database.execute("INSERT INTO t (id, n_new, b) VALUES (3, '8', '9')");

    assertThat(
            database.query("SELECT id, a, b, n, n_new, d = d_new::timestamptz FROM t ORDER BY id"))
        .containsExactly("1|0|0|0|0|t", "2|0|0|7|7|t", "3|9|9|8|8|t");
  }

  @Test
  void keeps_all_values_under_the_new_name_while_a_rename_is_taken_back() {
    database.execute(
        SCHEMA + "INSERT INTO t (id, a) SELECT i, 'x' || i FROM generate_series(1, 9) i");
    var seen = new ArrayList<String>();
    var run =
        StoryRun.of(
            step -> {
              database.execute(String.join(";\n", step.statements()));
              if (seen.isEmpty()) {
                return;
              }
              database.execute("UPDATE t SET b = NULL WHERE id = 1");
              seen.addAll(database.query("SELECT id FROM t WHERE b IS DISTINCT FROM 'x' || id"));
            },
            database.majorVersion(),
            SCHEMA,
            new RenameColumn(T, "a", "b"),
            null);
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    run.up(Phase.CONTRACT);
    seen.add("begin");
    run.down(Phase.CONTRACT);

    assertThat(seen).startsWith("begin", "1", "1").containsOnly("begin", "1");
    assertThat(database.query("SELECT id FROM t WHERE a IS DISTINCT FROM b")).isEmpty();
  }

  @Test
  void lets_the_new_column_win_where_both_change() {
    database.execute(HistorySql.creation());
    rename();
    database.execute("INSERT INTO t (id) VALUES (1)");
    database.execute("UPDATE t SET a = 'old', b = 'new'");

    assertThat(rows()).containsExactly("1|new|new");
    assertThat(database.query("SELECT overruled, writes FROM deed.column_writer"))
        .containsExactly("t|1");
  }

  @Test
  void follows_upserts_merges_and_copies() throws SQLException, IOException {
    rename();
    database.execute("INSERT INTO t (id, a) VALUES (1, 'x')");
    database.execute(
        "INSERT INTO t (id, a) VALUES (1, 'y') ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a");
    assertThat(rows()).containsExactly("1|y|y");
    database.execute(
        "INSERT INTO t (id, b) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET b = EXCLUDED.b");
    assertThat(rows()).containsExactly("1|z|z");
    try (var connection = database.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY t (id, b) FROM STDIN", new StringReader("2\tcopied\n3\t\\N\n"));
    }
    assertThat(rows()).containsExactly("1|z|z", "2|copied|copied", "3||");
    assumeTrue(database.majorVersion() >= 15, "MERGE came with PostgreSQL 15");
    database.execute(
        "MERGE INTO t USING (VALUES (1, 'm'), (4, 'n')) v (id, a) ON t.id = v.id WHEN MATCHED THEN UPDATE SET a = v.a WHEN NOT MATCHED THEN INSERT (id, a) VALUES (v.id, v.a)");
    assertThat(rows()).containsExactly("1|m|m", "2|copied|copied", "3||", "4|n|n");
  }

  @Test
  void works_where_a_replica_applies() {
    rename();
    database.execute(
        "SET session_replication_role = replica; INSERT INTO t (id, a) VALUES (1, 'x')");
    database.execute("SET session_replication_role = replica; UPDATE t SET b = 'y'");

    assertThat(rows()).containsExactly("1|y|y");
  }

  @Test
  void sees_what_triggers_of_others_change() {
    database.execute(SCHEMA);
    var others =
        """
        CREATE FUNCTION upper_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := upper(NEW.a); RETURN NEW; END $$;
        CREATE TRIGGER "zzz ümläut" BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION upper_a();
        """;
    database.execute(others);
    StoryRun.of(database, SCHEMA + others, new RenameColumn(T, "a", "b")).up(Phase.EXPAND);
    database.execute("INSERT INTO t (id, a) VALUES (1, 'x'); UPDATE t SET a = 'y'");

    assertThat(rows()).containsExactly("1|Y|Y");
  }

  @Test
  void tells_apart_what_equals_takes_for_one() {
    var schema = "CREATE TABLE t (id int PRIMARY KEY, a numeric, j json, other int);";
    database.execute(schema);
    StoryRun.of(database, schema, new RenameColumn(T, "a", "b")).up(Phase.EXPAND);
    database.execute("INSERT INTO t (id, a) VALUES (1, 1.0); UPDATE t SET a = 1.00");
    assertThat(rows()).containsExactly("1|1.00|1.00");

    var j = StoryRun.of(database, schema, new RenameColumn(T, "j", "k"));
    j.up(Phase.EXPAND);
    database.execute("UPDATE t SET j = '{\"a\": 1}'");
    j.up(Phase.BACKFILL);
    database.execute("UPDATE t SET k = '{\"a\":1}'");
    assertThat(database.query("SELECT j, k FROM t")).containsExactly("{\"a\":1}|{\"a\":1}");
  }

  @Test
  void keeps_what_cannot_be_said_in_the_other_form() {
    var schema = "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);";
    database.execute(schema + "INSERT INTO t VALUES (1, 0), (2, 7)");
    var run =
        StoryRun.of(
            database,
            schema,
            new ChangeType(
                T,
                "a",
                "text",
                "CASE a WHEN 0 THEN 'new' ELSE 'unknown' END",
                "CASE b WHEN 'new' THEN 0 ELSE -1 END",
                "b"));
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    database.execute(
        "UPDATE t SET b = 'unknown' WHERE id = 2; INSERT INTO t (id, b) VALUES (3, 'archived')");
    assertThat(rows()).containsExactly("1|0|new", "2|7|unknown", "3|-1|archived");
    run.down(Phase.BACKFILL);
    run.up(Phase.BACKFILL);
    assertThat(rows()).containsExactly("1|0|new", "2|7|unknown", "3|-1|archived");
  }

  @Test
  void fails_no_write_where_nothing_can_be_noted() {
    rename();
    database.execute("INSERT INTO t (id, a) VALUES (1, 'x'); UPDATE t SET a = 'y'");

    assertThat(rows()).containsExactly("1|y|y");
  }

  /// A session keeps the plans of a trigger's function, with the types that its columns had.
  @Test
  void lets_sessions_go_on_whose_triggers_name_the_column() throws SQLException {
    var schema =
        """
        CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 1, last int);
        CREATE FUNCTION note_a() RETURNS trigger LANGUAGE plpgsql COST 7 AS $$ BEGIN IF NEW.a > 5 THEN NEW.last := NEW.a; END IF; RETURN NEW; END $$;
        CREATE TRIGGER notes BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note_a();
        """;
    database.execute(schema + "INSERT INTO t (id) VALUES (1)");
    var run = StoryRun.of(database, schema, new ChangeType(T, "a", "bigint", null, null, null));
    try (var connection = database.connect();
        var sql = connection.createStatement()) {
      sql.execute("UPDATE t SET a = 6");
      run.up(Phase.EXPAND);
      run.up(Phase.BACKFILL);
      sql.execute("UPDATE t SET a = 7");
      run.up(Phase.SWITCH);
      sql.execute("UPDATE t SET a = 8");
      run.down(Phase.SWITCH);
      sql.execute("UPDATE t SET a = 9");
    }
    assertThat(database.query("SELECT a, last, a_new FROM t")).containsExactly("9|9|9");
    assertThat(database.query("SELECT procost FROM pg_proc WHERE proname = 'note_a'"))
        .containsExactly("7");
  }

  @Test
  void serves_several_changes_of_one_table() {
    var schema =
        "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'none', c int DEFAULT 1, other int);";
    database.execute(schema + "INSERT INTO t (id) SELECT generate_series(1, 20)");
    var first = StoryRun.of(database, schema, new RenameColumn(T, "a", "b"));
    var second = StoryRun.of(database, schema, new ChangeType(T, "c", "bigint", null, null, null));
    first.up(Phase.EXPAND);
    second.up(Phase.EXPAND);
    second.up(Phase.BACKFILL);
    first.up(Phase.BACKFILL);
    second.up(Phase.SWITCH);
    database.execute(
        "UPDATE t SET b = 'x', c = 5 WHERE id = 1; UPDATE t SET a = 'y', c = 6 WHERE id = 2");
    first.up(Phase.CONTRACT);
    second.up(Phase.CONTRACT);

    assertThat(database.query("SELECT b, c FROM t WHERE id < 4 ORDER BY id"))
        .containsExactly("x|5", "y|6", "none|1");
    assertThat(database.query("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%deed%'"))
        .containsExactly("0");
  }

  /// A restore may have disabled it: rows that were written in the meantime would be lost.
  @ParameterizedTest
  @ValueSource(strings = {"change-type", "rename-column", "split-column"})
  void goes_on_only_while_it_is_enabled(String operation) {
    var schema = "CREATE TABLE \"T t\" (id int PRIMARY KEY, a int);";
    database.execute(schema);
    var table = QualifiedName.of("public", "T t");
    var request =
        switch (operation) {
          case "change-type" -> new ChangeType(table, "a", "bigint", null, null, null);
          case "rename-column" -> new RenameColumn(table, "a", "b");
          default -> new SplitColumn(table, "a", List.of(new Part("b", null, "a / 2")), "b * 2");
        };
    var run = StoryRun.of(database, schema, request);
    run.up(Phase.EXPAND);
    for (var phase : List.of(Phase.SWITCH, Phase.CONTRACT)) {
      if (!run.has(phase)) {
        continue;
      }
      var text = run.texts().get(run.files(phase).getFirst());
      var expected =
          text.lines().filter(l -> l.startsWith("-- deed: expect")).findFirst().orElseThrow();
      assertThat(expected).endsWith(" = enabled");
      var query = expected.substring("-- deed: expect ".length(), expected.lastIndexOf(" = "));
      assertThat(database.query(query)).containsExactly("enabled");
      database.execute("ALTER TABLE \"T t\" DISABLE TRIGGER ALL");
      assertThat(database.query(query).getFirst()).contains("is disabled: rows");
      database.execute(
          "DO $$ DECLARE n text; BEGIN FOR n IN SELECT tgname FROM pg_trigger LOOP EXECUTE format('ALTER TABLE \"T t\" ENABLE ALWAYS TRIGGER %I', n); END LOOP; END $$");
    }
    run.down(Phase.EXPAND);
    var switches = run.has(Phase.SWITCH) ? Phase.SWITCH : Phase.CONTRACT;
    assertThat(run.texts().get(run.files(switches).getFirst())).contains("' is missing'");
  }
}
