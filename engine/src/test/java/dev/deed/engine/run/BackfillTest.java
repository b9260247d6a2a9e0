package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statements that run in batches.
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BackfillTest {

  private static final String TABLE =
      "CREATE TABLE users (id bigint PRIMARY KEY, name text, n int NOT NULL DEFAULT 0);\n"
          + "INSERT INTO users SELECT i, 'Name ' || i FROM generate_series(1, 5000) i;";
  private static final String STATE =
      "SELECT version, direction, statement, state, rows FROM deed.backfill ORDER BY version, direction";
  private static final String HISTORY =
      "SELECT version, state, begun, cardinality(finished) FROM deed.migration ORDER BY version";
  private static final String LOWER =
      "UPDATE users SET name = lower(name) WHERE name <> lower(name);";
  private static final String COUNT_UP = "UPDATE users SET n = n + 1;";

  @TempDir Path folder;

  @Test
  void changes_all_rows_in_batches_and_proves_it(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=700 target=off\n" + LOWER);

    var run = project.apply();

    assertThat(run.failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM users WHERE name <> lower(name)"))
        .containsExactly("0");
    assertThat(auth.query(STATE)).containsExactly("2|up|1|proved|5000");
    assertThat(
            auth.query(
                "SELECT batches, passed, last, proof LIKE '5000 rows, none left%' FROM deed.backfill"))
        .containsExactly("9|5000|{5600}|t");
    assertThat(auth.query(HISTORY)).containsExactly("1|applied|f|0", "2|applied|f|0");
    assertThat(auth.query("SELECT count(DISTINCT xmin::text) FROM users")).containsExactly("8");
  }

  @Test
  void continues_with_what_comes_after_it(TestDatabase auth) {
    var project =
        project(
            auth,
            "ALTER TABLE users ADD COLUMN low text;\n"
                + "-- deed: backfill batch=1000\n"
                + "UPDATE users SET low = lower(name) WHERE low IS DISTINCT FROM lower(name);\n"
                + "CREATE INDEX users_low ON users (low);");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM users WHERE low = lower(name)"))
        .containsExactly("5000");
    assertThat(auth.query("SELECT to_regclass('users_low') IS NULL")).containsExactly("f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "CREATE TABLE t (k int, l text, v int, PRIMARY KEY (k, l)); INSERT INTO t SELECT i % 7, 'x''' || i, 0 FROM generate_series(1, 900) i # key: composite",
        "CREATE TABLE t (k text COLLATE \"C\" PRIMARY KEY, v int); INSERT INTO t SELECT 'ä\\' || i, 0 FROM generate_series(1, 900) i # key: text",
        "CREATE TABLE t (k uuid PRIMARY KEY, v int); INSERT INTO t SELECT gen_random_uuid(), 0 FROM generate_series(1, 900) i # key: uuid",
        "CREATE TABLE t (k timestamptz PRIMARY KEY, v int); INSERT INTO t SELECT '2020-01-01'::timestamptz + i * interval '1 hour 7 us', 0 FROM generate_series(1, 900) i # key: time",
        "CREATE TABLE t (k int, v int) ; INSERT INTO t SELECT i, 0 FROM generate_series(1, 900) i # no key",
        "CREATE TABLE t (k int, v int, PRIMARY KEY (k)) PARTITION BY RANGE (k); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (500); CREATE TABLE t2 PARTITION OF t DEFAULT; INSERT INTO t SELECT i, 0 FROM generate_series(1, 900) i # partitions",
      })
  void walks_by_any_key(String table, String what, TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_t.sql", table + ";")
            .file(
                "auth/web/2_fill.sql",
                "-- deed: backfill batch=100 target=off\nUPDATE t SET v = 1 WHERE v <> 1;");

    assertThat(project.apply().failure()).as(what).isNull();
    assertThat(auth.query("SELECT count(*), sum(v) FROM t")).containsExactly("900|900");
    assertThat(auth.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|900");
  }

  @Test
  void takes_names_aliases_other_tables_and_only_as_they_are_written(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                """
                CREATE TABLE "Üsers" ("Id" bigint PRIMARY KEY, "from" text);
                CREATE TABLE child () INHERITS ("Üsers");
                CREATE TABLE names (id bigint, name text);
                INSERT INTO "Üsers" SELECT i FROM generate_series(1, 300) i;
                INSERT INTO child SELECT i FROM generate_series(301, 302) i;
                INSERT INTO names SELECT i, 'n' || i FROM generate_series(1, 302) i;
                """)
            .file(
                "auth/web/2_fill.sql",
                """
                -- deed: backfill key="Id" batch=50 target=off
                UPDATE ONLY public."Üsers" AS "U" SET "from" = n.name -- the name
                FROM names n
                WHERE n.id = "U"."Id" AND "U"."from" IS DISTINCT FROM n.name -- not yet
                ;
                -- deed: backfill batch=50 target=off
                DELETE FROM "Üsers" u USING names n WHERE n.id = u."Id" AND n.id % 2 = 0;
                """);

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*), count(\"from\") FROM \"Üsers\""))
        .containsExactly("151|150");
    assertThat(auth.query(STATE)).containsExactly("2|up|1|proved|300", "2|up|2|proved|151");
  }

  @Test
  void passes_over_rows_that_another_session_holds_and_comes_back_to_them(TestDatabase auth)
      throws SQLException {
    var project = project(auth, "-- deed: backfill batch=500 target=off\n" + COUNT_UP);
    project.delete("auth/web/2_fill.sql").apply();
    project.file("auth/web/3_again.sql", "-- deed: backfill batch=500 target=off\n" + COUNT_UP);
    try (var other = auth.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM users WHERE id IN (7, 8, 3000) FOR UPDATE");
      Consumer<RunEvent> release =
          event -> {
            if (event instanceof RunEvent.LockAwaited) {
              try {
                other.rollback();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          };

      var run = project.apply(release);

      assertThat(run.failure()).isNull();
    }
    assertThat(auth.query("SELECT DISTINCT n FROM users")).containsExactly("1");
    assertThat(auth.query("SELECT state, rows, skipped FROM deed.backfill WHERE version = '3'"))
        .containsExactly("done|5000|{}");
  }

  @Test
  void changes_no_row_twice_when_it_is_stopped_in_its_middle(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=100 pause=5ms target=off\n" + COUNT_UP);
    var stops = new AtomicInteger();
    while (auth.query("SELECT to_regclass('deed.migration') IS NULL").equals(java.util.List.of("t"))
        || !auth.query("SELECT state FROM deed.migration WHERE version = '2'")
            .equals(java.util.List.of("applied"))) {
      var runner = new AtomicInteger();
      var made = new Runner[1];
      Consumer<RunEvent> listener =
          event -> {
            if (event instanceof RunEvent.BackfillProgress && runner.incrementAndGet() == 1) {
              stops.incrementAndGet();
              made[0].stop();
            }
          };
      made[0] = new Runner(project.policy(), listener);
      var planner = new Planner(project.migrations());
      made[0].run(project.addresses(), (db, history) -> planner.apply(db, history, Wish.ALL));
      assertThat(stops.get()).isLessThan(60);
    }

    assertThat(stops.get()).isGreaterThan(1);
    assertThat(auth.query("SELECT n, count(*) FROM users GROUP BY n")).containsExactly("1|5000");
    assertThat(auth.query("SELECT state, rows, batches FROM deed.backfill"))
        .containsExactly("done|5000|51");
  }

  @Test
  void repairs_what_a_late_writer_left_behind(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=100 pause=2ms target=off\n" + LOWER);
    var told = new AtomicInteger();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress && told.incrementAndGet() == 1) {
            auth.execute("UPDATE users SET name = 'LATE' WHERE id <= 2");
            auth.execute("INSERT INTO users VALUES (0, 'LATE')");
          }
        });

    assertThat(run.failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM users WHERE name <> lower(name)"))
        .containsExactly("0");
    assertThat(auth.query("SELECT state, proof LIKE '5001 rows%' FROM deed.backfill"))
        .containsExactly("proved|t");
  }

  @Test
  void refuses_a_table_without_a_key_where_rows_could_be_changed_twice(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_t.sql", "CREATE TABLE t (n int); INSERT INTO t VALUES (1);")
            .file("auth/web/2_fill.sql", "-- deed: backfill\nUPDATE t SET n = n + 1 WHERE n > 0;");

    assertThat(project.failure())
        .hasMessageContaining(
            "2_fill.sql:2:1: public.t has no primary key, and the statement's WHERE is still true")
        .hasMessageContaining("The batches that are committed stay");
    assertThat(auth.query("SELECT n FROM t")).containsExactly("1");
  }

  @Test
  void refuses_a_key_that_no_index_serves(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill key=name\nUPDATE users SET n = 1 WHERE n <> 1;");

    assertThat(project.failure())
        .hasMessageContaining(
            "public.users has no valid index that begins with (name) over columns that are NOT NULL");
  }

  @Test
  void waits_while_a_person_has_paused_it(TestDatabase auth) {
    var project = project(auth, "-- deed: backfill batch=100 pause=3ms target=off\n" + LOWER);
    var waits = new AtomicInteger();
    var first = new AtomicInteger();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress progress) {
            if (first.incrementAndGet() == 1) {
              auth.execute("UPDATE deed.backfill SET wanted = 'pause', batch = 50");
            } else if (progress.waits() != null && waits.incrementAndGet() == 1) {
              assertThat(auth.query("SELECT waits FROM deed.backfill").getFirst())
                  .contains("a person has paused it");
              auth.execute("UPDATE deed.backfill SET wanted = 'run'");
            }
          }
        });

    assertThat(run.failure()).isNull();
    assertThat(waits).hasPositiveValue();
    assertThat(auth.query("SELECT state, waits, batches > 90 FROM deed.backfill"))
        .containsExactly("proved||t");
  }

  @Test
  void waits_for_as_long_as_the_teams_own_query_says(TestDatabase auth) {
    var project =
        project(
            auth,
            "-- deed: backfill batch=500 target=off pause-when=\"SELECT count(*) > 0 FROM busy\"\n"
                + LOWER);
    var reasons = new CopyOnWriteArrayList<String>();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress progress && progress.waits() != null) {
            reasons.add(progress.waits());
            auth.execute(
                progress.waits().endsWith("is true")
                    ? "TRUNCATE busy"
                    : "CREATE TABLE IF NOT EXISTS busy AS SELECT 1 AS job");
          }
        });

    assertThat(run.failure()).isNull();
    assertThat(reasons.stream().distinct())
        .containsExactly(
            "`pause-when` failed: relation \"busy\" does not exist", "`pause-when` is true");
    assertThat(auth.query("SELECT state, waits FROM deed.backfill")).containsExactly("proved|");
  }

  @Test
  void waits_while_the_server_writes_more_than_it_may(TestDatabase auth) {
    var project =
        project(auth, "-- deed: backfill batch=500 pause=150ms target=off max-wal=100kB\n" + LOWER);
    var reasons = new CopyOnWriteArrayList<String>();

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress progress && progress.waits() != null) {
            reasons.add(progress.waits());
          }
        });

    assertThat(run.failure()).isNull();
    assertThat(reasons).isNotEmpty().allMatch(reason -> reason.contains("MB of WAL a second"));
    assertThat(auth.query("SELECT state, waits FROM deed.backfill")).containsExactly("proved|");
  }

  @Test
  void fills_again_after_a_rollback(TestDatabase auth) {
    var project =
        project(
            auth,
            "-- deed: backfill\n"
                + LOWER
                + "\n-- DOWN Migration\n-- deed: backfill\nUPDATE users SET name = upper(name) WHERE name <> upper(name);");

    assertThat(project.apply().failure()).isNull();
    assertThat(project.rollback("-1").failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM users WHERE name = upper(name)"))
        .containsExactly("5000");
    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT count(*) FROM users WHERE name = lower(name)"))
        .containsExactly("5000");
    assertThat(auth.query(STATE)).containsExactly("2|down|1|proved|5000", "2|up|1|proved|5000");
  }

  private Project project(TestDatabase auth, String fill) {
    return new Project(folder)
        .on(AUTH, auth)
        .file("auth/web/1_users.sql", TABLE)
        .file("auth/web/2_fill.sql", fill);
  }
}
