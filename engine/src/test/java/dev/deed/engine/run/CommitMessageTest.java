package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is said in one message at the end of a migration: each part of it may fail, and nothing of
/// one migration must be taken for another's.
@ExtendWith(PostgresExtension.class)
class CommitMessageTest {

  private static final String STATES = "SELECT version, state FROM deed.migration ORDER BY version";
  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";

  @TempDir Path folder;

  @Test
  void asks_the_server_once_for_each_statement_and_for_nothing_else(
      TestDatabase three, TestDatabase eight, TestDatabase wide) throws IOException {
    var some = sentFor(three, 3, "CREATE TABLE t%1$d (id int);");
    var more = sentFor(eight, 8, "CREATE TABLE t%1$d (id int);");
    var longer = sentFor(wide, 3, "CREATE TABLE t%1$d (id int); CREATE INDEX i%1$d ON t%1$d (id);");

    assertThat(more - some).isEqualTo(5);
    assertThat(longer - some).isEqualTo(3);
  }

  /// Rows are thrown away as they arrive, which is not so in the message that commits.
  @Test
  void asks_once_more_where_the_last_statement_returns_rows(
      TestDatabase three, TestDatabase eight, TestDatabase plain) throws IOException {
    var returning = "INSERT INTO t VALUES (%1$d) RETURNING n;";
    assertThat(saidTimes(eight, 8, returning) - saidTimes(three, 3, returning)).isEqualTo(5 * 2);
    assertThat(saidTimes(plain, 8, "INSERT INTO t VALUES (%1$d);"))
        .isEqualTo(saidTimes(three, 8, "UPDATE t SET n = %1$d;"));
  }

  /// What the server is still doing when the message with the record arrives counts, too.
  @Test
  void records_how_long_the_last_statement_has_taken(TestDatabase auth) {
    var project = new Project(folder).on(AUTH, auth);
    for (var i = 1; i <= 3; i++) {
      project.file("auth/web/%d_t.sql".formatted(i), "DO 'BEGIN PERFORM pg_sleep(0.2); END';");
    }

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT took >= '0.2 s' FROM deed.migration")).containsOnly("t");
    assertThat(auth.query("SELECT took >= '0.2 s' FROM deed.event")).containsOnly("t");
  }

  @Test
  void blames_the_last_statement_and_reports_its_notices(TestDatabase auth) {
    auth.execute("CREATE TABLE first (id int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql", "CREATE TABLE IF NOT EXISTS first (id int) -- there is one\n;")
            .file(
                "auth/web/2_t.sql", "CREATE TEMP TABLE a (id int); CREATE TEMP VIEW b AS TABLE a;")
            .file("auth/web/3_t.sql", "CREATE TABLE c (id int);\n\nALTER TABLE c ADD x no_type;");

    var run = project.apply();

    assertThat(run.failure()).hasMessageContaining("3_t.sql:3:21: type \"no_type\" does not exist");
    assertThat(project.events(RunEvent.Noticed.class))
        .extracting(RunEvent.Noticed::message)
        .containsExactly("relation \"first\" already exists, skipping");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|applied", "3|failed");
  }

  /// A block costs the server more than a small migration does.
  @Test
  void says_for_each_further_migration_only_what_the_server_has_prepared(
      TestDatabase three, TestDatabase eight) throws IOException {
    var some = saidFor(three, 3, "INSERT INTO t VALUES (%1$d);");
    var more = saidFor(eight, 8, "INSERT INTO t VALUES (%1$d);");

    assertThat(some + more)
        .doesNotContain("the script left settings otherwise", "sessions of this role start with");
    assertThat(count(more, "set_config(")).isEqualTo(count(some, "set_config("));
    assertThat(count(more, "current_setting(")).isEqualTo(count(some, "current_setting("));
    // Established before the script, verified after it, recorded, the record and the run lock
    // looked for.
    assertThat(count(more, "EXECUTE deed_") - count(some, "EXECUTE deed_")).isEqualTo(5 * 5);
    assertThat(count(more, "DO $deed")).isEqualTo(count(some, "DO $deed"));
    assertThat((more.length() - some.length()) / 5).isLessThan(2500);
  }

  @Test
  void finds_with_what_is_prepared_what_a_trigger_has_left_otherwise(TestDatabase auth) {
    var project = triggered(auth, "PERFORM set_config('search_path', 'pg_catalog, public', false)");

    var run = project.apply();

    assertThat(run.done()).hasSize(3);
    assertThat(run.failure())
        .hasMessageContaining("search_path is pg_catalog, public instead of public");
    assertThat(auth.query("SELECT n FROM t ORDER BY n")).containsExactly("3");
  }

  @Test
  void says_in_full_what_a_trigger_has_deallocated(TestDatabase auth) {
    var run = triggered(auth, "DEALLOCATE ALL").apply();

    assertThat(run.failure()).isNull();
    assertThat(run.done()).hasSize(5);
    assertThat(auth.query("SELECT n FROM t ORDER BY n")).containsExactly("3", "4", "5");
  }

  /// Rows above 3 fire a trigger.
  private Project triggered(TestDatabase auth, String body) {
    auth.execute("CREATE TABLE t (n int)");
    auth.execute(
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s; RETURN NEW; END $$"
            .formatted(body));
    auth.execute(
        "CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.n > 3) EXECUTE FUNCTION f()");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_a.sql", "CREATE TABLE a (id int);")
            .file("auth/web/2_b.sql", "CREATE TABLE b (id int);");
    for (var i = 3; i <= 5; i++) {
      project.file("auth/web/%d_c.sql".formatted(i), "INSERT INTO t VALUES (%d);".formatted(i));
    }
    return project;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private String saidFor(TestDatabase auth, int migrations, String sql) throws IOException {
    auth.execute("CREATE TABLE t (n int)");
    try (var proxy = CuttingProxy.before(auth)) {
      send(proxy, migrations, sql);
      return proxy.said();
    }
  }

  private int saidTimes(TestDatabase auth, int migrations, String sql) throws IOException {
    auth.execute(
        "DROP SCHEMA IF EXISTS deed CASCADE; DROP TABLE IF EXISTS t; CREATE TABLE t (n int)");
    return sentFor(auth, migrations, sql);
  }

  private int sentFor(TestDatabase auth, int migrations, String sql) throws IOException {
    try (var proxy = CuttingProxy.before(auth)) {
      send(proxy, migrations, sql);
      return proxy.sent();
    }
  }

  private void send(CuttingProxy proxy, int migrations, String sql) throws IOException {
    var files = Files.createTempDirectory(folder, "files");
    var project = new Project(files).on(AUTH, proxy.url());
    for (var i = 1; i <= migrations; i++) {
      project.file("auth/web/%d_table.sql".formatted(i), sql.formatted(i));
    }
    assertThat(project.apply().done()).hasSize(migrations);
  }

  @Test
  void blames_the_script_for_what_it_has_deferred_and_not_the_history(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_first.sql", "CREATE TABLE first (id int);")
            .file(
                "auth/web/2_late.sql",
                "CREATE TABLE late (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO late VALUES (1), (1);");

    var run = project.apply();

    assertThat(run.failure())
        .hasMessageContaining("2_late.sql:2:1: duplicate key value")
        .hasMessageContaining("Rolled back: nothing of auth/2_late (web) stays.");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|failed");
  }

  @Test
  void blames_no_line_where_the_history_cannot_be_written(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_first.sql", "CREATE TABLE first (id int);")
            .file("auth/web/2_gone.sql", "CREATE TABLE second (id int);\nDROP TABLE deed.event;");

    var run = project.apply();

    assertThat(run.failure())
        .hasMessageStartingWith(
            "migrations/auth/web/2_gone.sql: relation \"deed.event\" does not exist (42P01)");
    assertThat(auth.query(TABLES)).containsExactly("first");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|failed");
  }

  @Test
  void blames_the_next_migration_for_a_transaction_that_cannot_begin(TestDatabase auth) {
    var roles = Map.of(new ServiceName("api"), auth.name() + "_nobody");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withRoles(roles))
            .file("auth/web/1_first.sql", "CREATE TABLE first (id int);")
            .file("auth/api/2_second.sql", "CREATE TABLE second (id int);");

    var run = project.apply();

    assertThat(run.done()).hasSize(1);
    assertThat(run.failure())
        .hasMessageStartingWith("migrations/auth/api/2_second.sql: ")
        .hasMessageContaining("does not exist");
    assertThat(auth.query(TABLES)).containsExactly("first");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|failed");
  }

  @Test
  void changes_the_role_from_one_migration_to_the_next(TestDatabase auth) {
    var role = auth.name() + "_api";
    auth.execute("CREATE ROLE " + role + "; GRANT ALL ON SCHEMA public TO " + role);
    try {
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .with(RunPolicy.DEFAULT.withRoles(Map.of(new ServiceName("api"), role)));
      for (var i = 1; i <= 6; i += 2) {
        project
            .file("auth/web/%d_t.sql".formatted(i), "CREATE TABLE t%d (id int);".formatted(i))
            .file("auth/api/%d_t.sql".formatted(i + 1), "CREATE TABLE t%d ();".formatted(i + 1));
      }

      assertThat(project.apply().failure()).isNull();

      assertThat(
              auth.query(
                  "SELECT tablename, tableowner FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
          .containsExactly(
              "t1|" + auth.user(),
              "t2|" + role,
              "t3|" + auth.user(),
              "t4|" + role,
              "t5|" + auth.user(),
              "t6|" + role);
      assertThat(auth.query("SELECT DISTINCT who FROM deed.migration"))
          .containsExactly(auth.user());
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(Identifier.quoted(role)));
    }
  }

  @Test
  void records_what_deallocates_all_that_is_prepared(TestDatabase auth) {
    auth.execute(
        "CREATE FUNCTION hidden() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DEALLOCATE ALL'; RETURN 1; END $$");
    var project = new Project(folder).on(AUTH, auth);
    for (var i = 1; i <= 5; i++) {
      var last = i == 3 ? "INSERT INTO t3 VALUES (hidden());" : i == 4 ? "DEALLOCATE ALL;" : "";
      project.file(
          "auth/web/%d_t.sql".formatted(i), "CREATE TABLE t%d (id int);".formatted(i) + last);
    }

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT version, event FROM deed.event ORDER BY id"))
        .containsExactly("1|applied", "2|applied", "3|applied", "4|applied", "5|applied");
  }

  @Test
  void leaves_no_transaction_open_where_the_next_step_needs_none(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_t.sql", "CREATE TABLE t (id int);")
            .file("auth/web/2_t.sql", "ALTER TABLE t ADD name text;")
            .file("auth/web/3_i.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id);")
            .file("auth/web/4_t.sql", "ALTER TABLE t ADD age int;");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query(STATES))
        .containsExactly("1|applied", "2|applied", "3|applied", "4|applied");
  }

  /// The wish comes when the next transaction has begun already.
  @Test
  void stops_between_two_migrations(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withDiskWait(Duration.ZERO))
            .file("auth/web/1_t.sql", "CREATE TABLE t (id int);")
            .file("auth/web/2_t.sql", "ALTER TABLE t ADD name text;");
    var runners = new Runner[1];
    runners[0] =
        new Runner(
            project.policy(),
            event -> {
              if (event instanceof RunEvent.MoveDone) {
                runners[0].stop();
              }
            });
    var planner = new Planner(project.migrations());

    var run =
        runners[0]
            .run(
                project.addresses(),
                (database, history) -> planner.apply(database, history, Wish.ALL))
            .getFirst();

    assertThat(run.failure()).isInstanceOf(Stopped.class);
    assertThat(auth.query(STATES)).containsExactly("1|applied");
    assertThat(project.apply().failure()).isNull();
  }
}
