package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.AddForeignKey;
import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.DropColumn;
import dev.deed.expand.Request.DropTable;
import dev.deed.expand.Request.Part;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a changeover takes away comes back with its way back.
@ExtendWith(PostgresExtension.class)
class KeptValuesTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static void contract(StoryRun run) {
    run.up(Phase.EXPAND);
    run.up(Phase.BACKFILL);
    run.up(Phase.SWITCH);
    run.up(Phase.CONTRACT);
  }

  @Test
  void brings_back_old_values_that_the_new_ones_do_not_give(TestDatabase database) {
    var schema = "CREATE TABLE t (id int PRIMARY KEY, status int NOT NULL);";
    database.execute(schema + "INSERT INTO t SELECT i, i FROM generate_series(0, 5) i");
    var run =
        StoryRun.of(
            database,
            schema,
            new ChangeType(
                T,
                "status",
                "text",
                "CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'paid' ELSE 'unknown' END",
                "CASE status WHEN 'new' THEN 0 WHEN 'paid' THEN 1 ELSE -1 END",
                null),
            "30d");
    contract(run);
    assertThat(database.query("SELECT * FROM t_status_kept ORDER BY id"))
        .containsExactly("2|2", "3|3", "4|4", "5|5");
    database.execute(
        "UPDATE t SET status = 'paid' WHERE id = 3; DELETE FROM t WHERE id = 4; INSERT INTO t VALUES (6, 'unknown')");
    run.down(Phase.CONTRACT);
    assertThat(database.query("SELECT id, status, status_old FROM t ORDER BY id"))
        .containsExactly(
            "0|new|0", "1|paid|1", "2|unknown|2", "3|paid|1", "5|unknown|5", "6|unknown|-1");

    run.up(Phase.CONTRACT);
    run.up(Phase.KEEP);
    assertThat(database.query("SELECT to_regclass('t_status_kept')")).containsExactly("");
    run.down(Phase.KEEP);
    run.down(Phase.CONTRACT);
    assertThat(database.query("SELECT status_old FROM t WHERE id = 2")).containsExactly("-1");
  }

  @Test
  void brings_back_what_was_cut_off_by_a_split(TestDatabase database) {
    var schema = "CREATE TABLE \"T t\" (\"Id\" int, k uuid, name text, PRIMARY KEY (\"Id\", k));";
    database.execute(
        schema
            + "INSERT INTO \"T t\" SELECT i, gen_random_uuid(), 'a b c' FROM generate_series(1, 3) i");
    var run =
        StoryRun.of(
            database,
            schema,
            new SplitColumn(
                QualifiedName.of("public", "T t"),
                "name",
                List.of(
                    new Part("First", null, "split_part(name, ' ', 1)"),
                    new Part("last", null, "split_part(name, ' ', 2)")),
                "\"First\" || ' ' || last"),
            "30d");
    contract(run);
    database.execute("UPDATE \"T t\" SET last = 'x' WHERE \"Id\" = 2");
    run.down(Phase.CONTRACT);

    assertThat(database.query("SELECT name FROM \"T t\" ORDER BY \"Id\""))
        .containsExactly("a b c", "a x", "a b c");
  }

  /// New code left out what the old column must have: nothing is changed before that is said.
  @Test
  void refuses_a_way_back_for_which_rows_have_no_value(TestDatabase database) {
    var schema = "CREATE TABLE t (id int PRIMARY KEY, name varchar(9) NOT NULL DEFAULT 'it''s');";
    for (var keep : Arrays.asList(null, "30d")) {
      database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
      database.execute(schema + "INSERT INTO t VALUES (1, 'a b'), (2, 'c')");
      var parts =
          List.of(
              new Part("First", "text", "split_part(name, ' ', 1)"),
              new Part("last", "text", "nullif(split_part(name, ' ', 2), '')"));
      var request = new SplitColumn(T, "name", parts, "\"First\" || ' ' || last");
      var run = StoryRun.of(database, schema, request, keep);
      contract(run);
      var before = Facts.of(database);
      database.execute("INSERT INTO t (id, \"First\") VALUES (3, 'new')");
      assertThatThrownBy(() -> run.down(Phase.CONTRACT))
          .hasMessageContaining(
              "the old name (character varying(9)) is NOT NULL, and some rows of public.t have no value for it")
          .hasMessageContaining("set \"First\", last of the rows that this finds");
      assertThat(Facts.differences(before, Facts.of(database))).isEmpty();

      // What is kept of a row comes back without being said.
      database.execute("UPDATE t SET last = 'x' WHERE id = 3" + (keep == null ? " OR id = 2" : ""));
      run.down(Phase.CONTRACT);
      assertThat(database.query("SELECT name FROM t ORDER BY id"))
          .containsExactly("a b", keep == null ? "c x" : "c", "new x");
    }
  }

  /// Code has no rights on the tables that keep.
  @Test
  void keeps_what_code_without_rights_writes(TestDatabase database) {
    var role = "writer_" + database.name();
    var schema = "CREATE TABLE t (id int PRIMARY KEY, a text);";
    database.execute(schema + "INSERT INTO t SELECT i, 'a' || i FROM generate_series(1, 3) i");
    database.execute(
        "CREATE ROLE %1$s; GRANT SELECT, INSERT, UPDATE, DELETE ON t TO %1$s".formatted(role));
    try {
      var run = StoryRun.of(database, schema, new DropColumn(T, "a"), "30d");
      run.up(Phase.EXPAND);
      run.up(
          run.files(Phase.CONTRACT).getFirst(),
          last -> {
            database.execute(
                "SET ROLE %s; UPDATE t SET a = 'new' WHERE id = 1; UPDATE t SET id = 20, a = NULL WHERE id = 2; DELETE FROM t WHERE id = 3; INSERT INTO t VALUES (4, 'four')"
                    .formatted(role));
            last.run();
          });
      run.down(Phase.CONTRACT);
      assertThat(database.query("SELECT id, a FROM t ORDER BY id"))
          .containsExactly("1|new", "4|four", "20|");
    } finally {
      database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void brings_rows_without_a_parent_back(TestDatabase database) {
    var schema =
        """
        CREATE TABLE p (id int PRIMARY KEY);
        CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, p int, twice int GENERATED ALWAYS AS (p * 2) STORED, "a,b" text);
        """;
    var role = "deleter_" + database.name();
    database.execute(
        schema
            + "INSERT INTO p VALUES (1); INSERT INTO t (p, \"a,b\") SELECT i, i::text FROM generate_series(1, 4) i;"
            + "CREATE ROLE %1$s; GRANT SELECT, DELETE, INSERT ON t TO %1$s".formatted(role));
    try {
      var before = database.query("SELECT * FROM t ORDER BY id");
      var run =
          StoryRun.of(
              database,
              schema,
              new AddForeignKey(
                  T, "t_p", List.of("p"), QualifiedName.of("public", "p"), List.of(), "", true));
      run.up(run.files(Phase.EXPAND).getFirst());
      run.up(run.files(Phase.EXPAND).get(1));
      for (var i = 0; i < 2; i++) {
        database.execute(
            "SET ROLE %s; DELETE FROM t WHERE id = 3; INSERT INTO t (id, p, \"a,b\") OVERRIDING SYSTEM VALUE VALUES (3, 3, '3')"
                .formatted(role));
      }
      run.up(run.files(Phase.EXPAND).get(2));
      run.up(Phase.BACKFILL);
      assertThat(database.query("SELECT id FROM t")).containsExactly("1");
      database.execute("ALTER TABLE t ADD COLUMN later int");
      database.execute("SET ROLE %s; DELETE FROM t WHERE id = 1".formatted(role));
      database.execute("INSERT INTO t (id, p, \"a,b\") OVERRIDING SYSTEM VALUE VALUES (1, 1, '1')");
      database.execute("ALTER TABLE t DROP COLUMN later");
      run.down(Phase.BACKFILL);
      run.down(Phase.EXPAND);

      assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo(before);
    } finally {
      database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void digs_a_table_up_again(TestDatabase database) {
    var schema = "CREATE TABLE t (id serial PRIMARY KEY, a text);";
    database.execute(schema + "INSERT INTO t (a) VALUES ('x'), ('y')");
    var run = StoryRun.of(database, schema, new DropTable(T));
    run.up(Phase.EXPAND);
    var before = Facts.of(database);
    var bury = run.files(Phase.CONTRACT).getFirst();
    run.up(bury);
    assertThat(database.query("SELECT to_regclass('t')")).containsExactly("");
    run.down(bury);

    assertThat(database.query("SELECT * FROM t ORDER BY id")).containsExactly("1|x", "2|y");
    assertThat(Facts.differences(before, Facts.of(database))).isEmpty();
  }
}
