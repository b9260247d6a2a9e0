package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements in batches on tables, and among sessions, that make it hard for them.
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class HostileBackfillTest {

  private static final String STATE = "SELECT state, rows FROM deed.backfill";

  @TempDir Path folder;

  /// No WHERE tells which rows are done: each must be passed exactly once.
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "k smallint PRIMARY KEY # 32434 + i",
        "k int PRIMARY KEY # 2147483314 + i",
        "k bigint PRIMARY KEY # 9223372036854775474 + i",
        "k bigint PRIMARY KEY # -9223372036854775808 + i * 20000000000000000",
        "k int PRIMARY KEY # CASE WHEN i > 150 THEN i * 40 ELSE i END",
        "k int PRIMARY KEY # CASE WHEN i > 77 THEN i + 1000 ELSE -i END",
        "k positive PRIMARY KEY # i",
        "k numeric PRIMARY KEY # CASE WHEN i = 1 THEN 'NaN' WHEN i = 2 THEN '-1e30' ELSE i / 7.0 END",
        "k float8 PRIMARY KEY # CASE WHEN i = 1 THEN 'NaN' WHEN i = 2 THEN '-infinity' ELSE i / 7.0 END",
        "k real PRIMARY KEY # i / 7.0",
        "k char(12) PRIMARY KEY # 'a' || i",
        "k varchar(9) PRIMARY KEY # 'ä ' || i",
        "k \"char\", l int, PRIMARY KEY (k, l) # chr(65 + i % 26)",
        "k bytea PRIMARY KEY # decode(md5(i::text), 'hex')",
        "k inet PRIMARY KEY # '10.0.0.0'::inet + i",
        "k boolean, l int, PRIMARY KEY (k, l) # i % 2 = 0",
        "k mood, l int, PRIMARY KEY (k, l) # (enum_range(NULL::mood))[1 + i % 3]",
        "k code PRIMARY KEY # 'c' || i",
        "k interval PRIMARY KEY # i * interval '-1 day 2 hours 3 us'",
        "k date PRIMARY KEY # date '2020-01-01' + i",
        "k timestamptz PRIMARY KEY # '2020-10-25 00:00+00'::timestamptz + i * interval '97 s'",
        "k timetz PRIMARY KEY # '00:00:00+05:30'::timetz + i * interval '7 s'",
        "k text COLLATE \"de-x-icu\" PRIMARY KEY # (ARRAY['a','B','ß','É'])[1 + i % 4] || i",
        "k int[] PRIMARY KEY # ARRAY[i % 7, i]",
        "k jsonb PRIMARY KEY # jsonb_build_object('a', i, 'b', 'x''\"')",
        "k int4range PRIMARY KEY # int4range(i, i + 3)",
        "k money PRIMARY KEY # i::money",
        "k bit(16) PRIMARY KEY # i::bit(16)",
        "k pair PRIMARY KEY # ROW(i, 'a,\"')::pair",
        "k oid PRIMARY KEY # i",
        "k pg_lsn PRIMARY KEY # '0/0'::pg_lsn + i",
        "deed_key1 int, \"select\" text, k int, PRIMARY KEY (\"select\", k) # i",
      })
  void passes_each_row_once_by_a_key_of_any_type(String key, String value, TestDatabase auth) {
    for (var setting :
        List.of(
            "DateStyle = 'SQL, DMY'",
            "TimeZone = 'Asia/Kolkata'",
            "IntervalStyle = 'sql_standard'")) {
      auth.execute("ALTER DATABASE %s SET %s".formatted(databaseOf(auth), setting));
    }
    var names =
        key.contains("deed_key1") ? "k, deed_key1, \"select\"" : key.contains(" l ") ? "k, l" : "k";
    var more = key.contains("deed_key1") ? ", 9, 's' || i % 5" : key.contains(" l ") ? ", i" : "";
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                "CREATE TYPE mood AS ENUM ('z', 'a', 'M'); CREATE DOMAIN code AS text CHECK (value <> ''); CREATE DOMAIN positive AS int CHECK (value > 0);\n"
                    + "CREATE TYPE pair AS (a int, b text);\n"
                    + "CREATE TABLE t (%s, n int DEFAULT 0);\nINSERT INTO t (%s) SELECT %s%s FROM generate_series(1, 333) i;"
                        .formatted(key, names, value, more))
            .file(
                "auth/web/2_fill.sql",
                "-- deed: backfill batch=50 target=off\nUPDATE t SET n = n + 1;");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1|333");
    assertThat(auth.query(STATE)).containsExactly("done|333");
  }

  /// Numbers without gaps need no search for the end of a batch, unless several rows may have one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE c () INHERITS (t); ALTER TABLE c ADD PRIMARY KEY (k); INSERT INTO c SELECT i, 0 FROM generate_series(1, 333) i;",
        "ALTER TABLE t DROP CONSTRAINT t_pkey; CREATE INDEX ON t (k); INSERT INTO t SELECT i, 0 FROM generate_series(1, 333) i;"
      })
  void takes_no_more_rows_at_once_than_asked(String more, TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                "CREATE TABLE t (k int NOT NULL, n int, CONSTRAINT t_pkey PRIMARY KEY (k)); INSERT INTO t SELECT i, 0 FROM generate_series(1, 333) i;"
                    + more)
            .file(
                "auth/web/2_fill.sql",
                "-- deed: backfill key=k batch=50 target=off\nUPDATE t SET n = n + 1;");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1|666");
    assertThat(auth.query("SELECT batches FROM deed.backfill")).containsExactly("14");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "UPDATE t SET (a, b) = (SELECT x.id, x.w FROM x WHERE x.id = t.id) WHERE a IS DISTINCT FROM t.id # a = id AND b = 'w' || id",
        "UPDATE t SET a = x.id FROM x WHERE x.id = t.id AND t.a IS DISTINCT FROM x.id # a = id",
        "UPDATE t AS x SET a = t.id FROM t WHERE t.id = x.id AND x.a IS DISTINCT FROM t.id # a = id",
        "UPDATE t u SET a = s.id FROM (SELECT id FROM t) s LEFT JOIN x t ON t.id = s.id WHERE s.id = u.id AND u.a IS NULL # a = id",
        "UPDATE public.t SET a = id WHERE a IS NULL AND id IN (SELECT id FROM x) /* ? :b; */ -- not more # a = id",
        "UPDATE t SET b = $q$;--'$q$ WHERE b IS DISTINCT FROM $q$;--'$q$ # b = ';--'''",
        "UPDATE t SET b = E'\\\\%s' WHERE b IS DISTINCT FROM E'\\\\%s' # b = '\\%s'",
        "UPDATE t SET a = 1 WHERE a IS NULL AND jsonb_build_object('k', id) ? 'k' # a = 1",
        "UPDATE t SET a = 1 WHERE a IS NULL OR NULL # a = 1",
        "UPDATE t SET a = DEFAULT, b = 'z' WHERE b IS NULL # b = 'z'",
      })
  void takes_statements_of_every_form(String sql, String proof, TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=40 target=off\n" + sql + "\n;");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM t WHERE " + proof)).containsExactly("333");
    assertThat(auth.query(STATE)).containsExactly("proved|333");
  }

  /// PostgreSQL has no hash function for some of these types, and extensions may have none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "json",
        "jsonb",
        "xml",
        "point",
        "path",
        "money",
        "bit(3)",
        "tsvector",
        "text[]",
        "json[]",
        "char(3)",
        "\"char\"",
        "name",
        "oid",
        "int4range",
        "int4multirange",
        "point[]",
        "txid_snapshot",
        "xid8",
        "timetz",
        "varchar(9)",
        "regclass",
        "oidvector",
        "mood",
        "code",
        "pair",
        "citext"
      })
  void proves_what_columns_of_any_type_hold(String type, TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                """
                CREATE EXTENSION citext;
                CREATE TYPE mood AS ENUM ('z'); CREATE DOMAIN code AS json;
                CREATE TYPE pair AS (a int, b json);
                CREATE TABLE t (id int PRIMARY KEY, done boolean, "V" %s);
                INSERT INTO t SELECT i FROM generate_series(1, 100) i;
                """
                    .formatted(type))
            .file(
                "auth/web/2_fill.sql",
                "-- deed: backfill batch=40 target=off\nUPDATE t SET done = true, \"V\" = NULL WHERE done IS NULL;");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|100");
  }

  /// PostgreSQL leaves these out where it analyzes some columns only.
  @Test
  void analyzes_what_is_computed_from_a_column_too(TestDatabase auth) {
    var project =
        project(
            auth,
            "CREATE INDEX t_expression ON t ((a + 1));\n-- deed: backfill batch=100 target=off\nUPDATE t SET a = 1 WHERE a IS NULL;");

    assertThat(project.apply().failure()).isNull();
    assertThat(
            auth.query(
                "SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = 'public' ORDER BY 1"))
        .contains("t", "t_expression");
  }

  @Test
  void passes_the_rows_of_the_last_batch_once(TestDatabase auth) {
    var project =
        project(auth, "-- deed: backfill batch=100 target=off pause=1ms\nUPDATE t SET n = n + 1;");

    stopAtEveryBatch(project, auth);

    assertThat(auth.query("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1|333");
  }

  @Test
  void is_exact_after_its_server_process_was_killed_again_and_again(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=20 target=off\nUPDATE t SET n = n + 1;");
    for (var i = 0; i < 40; i++) {
      project.apply(event -> {
        if (event instanceof RunEvent.BackfillProgress) {
          auth.execute(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
      });
    }

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1|333");
  }

  @Test
  void refuses_a_table_without_a_key_where_there_is_no_condition(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=20\nUPDATE x SET w = w || '!';");

    assertThat(project.failure())
        .hasMessageContaining("has no primary key, and the statement has no WHERE");
    assertThat(auth.query("SELECT count(*) FROM x WHERE w LIKE '%!'")).containsExactly("0");
  }

  @Test
  void refuses_a_statement_that_changes_the_key(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=20\nUPDATE t SET id = id + 100000;");

    assertThat(project.failure())
        .hasMessageContaining("the statement changes id, which is part of the key");
  }

  @Test
  void refuses_a_table_whose_rows_may_be_hidden(TestDatabase auth) {
    var project =
        project(
                auth,
                "-- deed: backfill batch=20\nSET row_security = on;\nUPDATE t SET a = 1 WHERE a IS NULL;")
            .file(
                "auth/web/2_fill.sql",
                "CREATE ROLE r_%1$s; GRANT ALL ON t TO r_%1$s; ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (id < 10);"
                    .formatted(databaseOf(auth)))
            .file(
                "auth/web/3_fill.sql",
                "SET ROLE r_%s;\n-- deed: backfill batch=20\nUPDATE t SET a = 1 WHERE a IS NULL;"
                    .formatted(databaseOf(auth)));

    var failure = project.apply().failure();

    assertThat(failure).isNotNull();
    assertThat(failure).hasMessageContaining("row security may hide rows of public.t");
  }

  @Test
  void ends_where_a_trigger_suppresses_the_update(TestDatabase auth) {
    auth.execute(
        "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
    var project =
        project(
            auth,
            "CREATE TRIGGER no BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION no();\n-- deed: backfill batch=50\nUPDATE t SET a = 1 WHERE a IS NULL;");

    assertThat(project.failure()).hasMessageContaining("after 10 repairs there are still rows");
  }

  @Test
  void ends_where_a_rule_or_a_trigger_refuses(TestDatabase auth) {
    var project =
        project(
            auth,
            "CREATE RULE no AS ON UPDATE TO t DO INSTEAD NOTHING;\n-- deed: backfill batch=50\nUPDATE t SET a = 1 WHERE a IS NULL;");

    assertThat(project.failure()).hasMessageContaining("rule");
    assertThat(auth.query("SELECT state FROM deed.migration WHERE version = '2'"))
        .containsExactly("failed");
  }

  @Test
  void runs_deferred_triggers_under_the_path_of_the_script(TestDatabase auth) {
    var project =
        project(
            auth,
            """
            CREATE TABLE log (id int);
            CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
              $$BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END$$;
            CREATE CONSTRAINT TRIGGER noted AFTER UPDATE ON t DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION noted();
            -- deed: backfill batch=50
            UPDATE t SET a = 1 WHERE a IS NULL;
            """);

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM log")).containsExactly("333");
  }

  @Test
  void begins_anew_where_it_is_walked_by_another_key(TestDatabase auth) {
    var text =
        "-- deed: backfill batch=20 target=off pause=1ms%s\nUPDATE t SET a = 1 WHERE a IS NULL;";
    var project = project(auth, text.formatted(""));
    stopOnce(project, auth);
    assertThat(auth.query("SELECT count(*) > 0 FROM t WHERE a IS NULL")).containsExactly("t");
    project.file("auth/web/2_fill.sql", text.formatted(" key=other"));

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM t WHERE a IS NULL")).containsExactly("0");
    assertThat(auth.query("SELECT state, key FROM deed.backfill"))
        .containsExactly("proved|{other}");
  }

  @Test
  void refuses_another_key_where_rows_could_be_changed_twice(TestDatabase auth) {
    var text = "-- deed: backfill batch=20 target=off pause=1ms%s\nUPDATE t SET n = n + 1;";
    var project = project(auth, text.formatted(""));
    stopOnce(project, auth);
    project.file("auth/web/2_fill.sql", text.formatted(" key=other"));

    assertThat(project.failure())
        .hasMessageContaining("the key of the backfill is another one after");
    project.file("auth/web/2_fill.sql", text.formatted(""));
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1|333");
  }

  @Test
  void says_that_its_row_is_gone(TestDatabase auth) {
    var project =
        project(
            auth,
            "-- deed: backfill batch=20 target=off pause=1ms\nUPDATE t SET a = 1 WHERE a IS NULL;");
    var first = new AtomicInteger();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress && first.incrementAndGet() == 1) {
            auth.execute("DELETE FROM deed.backfill");
          }
        });

    assertThat(run.failure()).hasMessageContaining("deed.backfill has no row of this statement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "DROP TABLE t # t",
        "ALTER TABLE t RENAME TO t2 # t",
        "ALTER TABLE t DROP COLUMN a # a",
      })
  void ends_where_the_table_changes_in_its_middle(String sql, String named, TestDatabase auth) {
    var project =
        project(
            auth,
            "-- deed: backfill batch=20 target=off pause=1ms\nUPDATE t SET a = 1 WHERE a IS NULL;");
    var first = new AtomicInteger();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress && first.incrementAndGet() == 1) {
            auth.execute(sql);
          }
        });

    assertThat(run.failure()).hasMessageContaining(named);
  }

  @Test
  void takes_a_table_that_is_emptied_in_its_middle_and_one_that_is_empty(TestDatabase auth) {
    var project =
        project(
            auth,
            "-- deed: backfill batch=20 target=off pause=1ms\nUPDATE t SET a = 1 WHERE a IS NULL;");
    var first = new AtomicInteger();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress && first.incrementAndGet() == 1) {
            auth.execute("TRUNCATE t");
          }
        });
    project.file(
        "auth/web/3_fill.sql",
        "-- deed: backfill\nUPDATE t SET n = n + 1;\n-- deed: backfill\nDELETE FROM t;");

    assertThat(run.failure()).isNull();
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT version, statement, state FROM deed.backfill ORDER BY 1, 2"))
        .containsExactly("2|1|proved", "3|1|done", "3|2|done");
  }

  @Test
  void passes_over_rows_that_are_referenced_and_deletes_them_later(TestDatabase auth)
      throws Exception {
    var project =
        project(auth, "-- deed: backfill batch=100 target=off\nDELETE FROM t WHERE id > 100;");
    project.file("auth/web/2_fill.sql", "SELECT 1;").apply();
    project.file(
        "auth/web/3_fill.sql",
        "-- deed: backfill batch=100 target=off\nDELETE FROM t WHERE id > 100;");
    try (var other = auth.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM t WHERE id IN (150, 151) FOR KEY SHARE");
      var progress = new AtomicInteger();
      Consumer<RunEvent> release =
          event -> {
            if (event instanceof RunEvent.LockAwaited) {
              progress.set(auth.query("SELECT 1 FROM t WHERE id = 333").size());
              try {
                other.rollback();
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          };

      assertThat(project.apply(release).failure()).isNull();
      assertThat(progress).hasValue(0);
    }
    assertThat(auth.query("SELECT count(*) FROM t")).containsExactly("100");
  }

  private static void stopOnce(Project project, TestDatabase auth) {
    var first = new AtomicInteger();
    project.apply(event -> {
      if (event instanceof RunEvent.BackfillProgress && first.incrementAndGet() == 1) {
        auth.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
      }
    });
  }

  private static void stopAtEveryBatch(Project project, TestDatabase auth) {
    for (var i = 0; i < 30; i++) {
      var made = new Runner[1];
      made[0] =
          new Runner(
              project.policy(),
              event -> {
                if (event instanceof RunEvent.BackfillProgress) {
                  made[0].stop();
                }
              });
      var planner = new dev.deed.engine.Planner(project.migrations());
      made[0].run(
          project.addresses(),
          (db, history) -> planner.apply(db, history, dev.deed.engine.Wish.ALL));
      if (auth.query("SELECT state FROM deed.migration WHERE version = '2'")
          .equals(List.of("applied"))) {
        return;
      }
    }
    throw new AssertionError("it does not end");
  }

  private Project project(TestDatabase auth, String fill) {
    return new Project(folder)
        .on(AUTH, auth)
        .file(
            "auth/web/1_t.sql",
            """
            CREATE TABLE t (id int PRIMARY KEY, a int, b text, n int DEFAULT 0, other int NOT NULL UNIQUE);
            INSERT INTO t SELECT i, NULL, NULL, 0, 1000 - i FROM generate_series(1, 333) i;
            CREATE TABLE x (id int, w text);
            INSERT INTO x SELECT i, 'w' || i FROM generate_series(1, 333) i;
            """)
        .file("auth/web/2_fill.sql", fill);
  }

  private static String databaseOf(TestDatabase auth) {
    return auth.query("SELECT current_database()").getFirst();
  }
}
