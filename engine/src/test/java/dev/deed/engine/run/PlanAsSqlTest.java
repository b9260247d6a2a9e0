package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.Goal;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.ScriptSettings;
import dev.deed.engine.script.PlanAsSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One database by `apply`, one by `psql`: afterwards nobody can tell which was which.
@ExtendWith(PostgresExtension.class)
class PlanAsSqlTest {

  private static final ScriptSettings LIMITS = limits(Map.of());

  @TempDir Path folder;

  @BeforeAll
  static void needs_psql() {
    assumeTrue(Psql.isInstalled(), "no psql and pg_dump are installed");
  }

  /// As many as there are migrations in `hostile`, and each of them alone.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void ends_where_apply_ends_from_anywhere(int applied, TestDatabase run, TestDatabase script) {
    for (var database : new TestDatabase[] {run, script}) {
      if (applied > 0) {
        var some = new Wish(new Goal.Forward(applied), null, false);
        assertThat(project(database).applyAll(some).getFirst().failure()).isNull();
      }
    }

    assertThat(project(run).apply().failure()).isNull();
    apply(script);

    assertAlike(run, script);
    assertThat(project(script).apply().done()).isEmpty();
    var standings = planner(script).status(AUTH, project(script).history(AUTH));
    assertThat(standings)
        .hasSize(8)
        .allMatch(standing -> standing.state() == MigrationStatus.State.APPLIED);
  }

  @Test
  void undoes_as_rollback_does(TestDatabase run, TestDatabase script) {
    for (var database : new TestDatabase[] {run, script}) {
      var some = new Wish(new Goal.Forward(5), null, false);
      assertThat(project(database).applyAll(some).getFirst().failure()).isNull();
    }

    assertThat(project(run).rollback("base").failure()).isNull();
    var back =
        planner(script)
            .rollback(AUTH, project(script).history(AUTH), RollbackWish.to(Goal.BASE), Map.of());
    psql(script, back);

    assertAlike(run, script);
  }

  @Test
  void goes_on_behind_the_statement_where_a_run_stopped(TestDatabase run, TestDatabase script) {
    for (var database : new TestDatabase[] {run, script}) {
      var broken = project(database);
      broken.file("auth/web/9_last.sql", "VACUUM users; CREATE TABLE z (); ANALYZE nothing;");
      assertThat(broken.apply().failure()).isNotNull();
    }
    file("auth/web/9_last.sql", "VACUUM users; CREATE TABLE z (); VACUUM z;", run);

    assertThat(project(run).apply().failure()).isNull();
    apply(script);

    assertAlike(run, script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY \"i'x\" ON users (name);",
        "DROP INDEX CONCURRENTLY users_name;",
        "VACUUM users;",
      })
  void finds_out_whether_a_statement_was_done_whose_end_nobody_saw(
      String sql, TestDatabase run, TestDatabase script) {
    for (var isDone : new boolean[] {false, true}) {
      for (var database : new TestDatabase[] {run, script}) {
        file("auth/web/9_last.sql", sql, database);
        project(database).apply();
        if (!isDone) {
          undo(database);
        }
        database.execute(
            "UPDATE deed.migration SET state = 'started', begun = true WHERE version = '9'");
      }

      assertThat(project(run).apply().failure()).isNull();
      apply(script);

      assertAlike(run, script);
      for (var database : new TestDatabase[] {run, script}) {
        undo(database);
        database.execute("DELETE FROM deed.migration WHERE version = '9'");
      }
    }
  }

  private static void undo(TestDatabase database) {
    database.execute(
        "DROP INDEX IF EXISTS \"i'x\"; CREATE INDEX IF NOT EXISTS users_name ON users (name)");
  }

  @Test
  void clears_an_index_that_a_broken_build_left(TestDatabase run, TestDatabase script) {
    for (var database : new TestDatabase[] {run, script}) {
      project(database).apply();
      database.execute(
          """
          INSERT INTO users (id, name) VALUES (101, 'twice'), (102, 'twice');
          """);
    }
    file("auth/web/9_last.sql", "CREATE UNIQUE INDEX CONCURRENTLY once ON users (name);", run);
    var failed = psqlAnswer(script, plan(script));
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.output()).contains("could not create unique index");
    assertThat(script.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .containsExactly("1");
    for (var database : new TestDatabase[] {run, script}) {
      database.execute("DELETE FROM users WHERE id = 102");
    }

    assertThat(project(run).apply().failure()).isNull();
    apply(script);

    assertThat(new Psql(script, folder).dump()).isEqualTo(new Psql(run, folder).dump());
    assertThat(script.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .containsExactly("0");
  }

  @Test
  void leaves_nothing_of_a_migration_that_fails(TestDatabase script) {
    var project =
        new Project(folder)
            .on(AUTH, script)
            .file("auth/web/1_a.sql", "CREATE TABLE a (id int);")
            .file("auth/web/2_b.sql", "CREATE TABLE b (id int); SELECT 1 / 0;")
            .file("auth/web/3_c.sql", "CREATE TABLE c (id int);");

    var answer = psqlAnswer(script, plan(project));

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.output()).contains("division by zero");
    assertThat(script.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("a");
    assertThat(script.query("SELECT version, state FROM deed.migration"))
        .containsExactly("1|applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_advisory_unlock(1684366692, 1);",
        "DO $$ BEGIN EXECUTE 'SELECT pg_advisory_' || 'unlock_all()'; END $$;"
      })
  void keeps_nothing_of_a_migration_that_lets_go_of_the_lock(String sql, TestDatabase script) {
    var project =
        new Project(folder)
            .on(AUTH, script)
            .file("auth/web/1_a.sql", "CREATE TABLE a (id int);")
            .file("auth/web/2_b.sql", "CREATE TABLE b (id int); " + sql)
            .file("auth/web/3_c.sql", "CREATE TABLE c (id int);");

    var answer = psqlAnswer(script, plan(project));

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.output()).contains("the migration has released deed's run lock");
    assertThat(script.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("a");
    assertThat(script.query("SELECT version, state FROM deed.migration"))
        .containsExactly("1|applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*), NULL, '', 'a,b', 'it''s \"(|\\' FROM users = 0|||a,b|it's \"(|\\",
        "SELECT id FROM generate_series(1, 3) AS id ORDER BY id DESC LIMIT 1 = 3",
        "SELECT ARRAY[1, 2], true, DATE '2026-01-02', ROW(1, '') = {1,2}|t|2026-01-02|(1,\"\")",
        "SELECT 1 FROM users = ''",
        "SELECT NULL = ''",
        "SHOW search_path = pg_catalog",
      })
  void expects_what_a_run_expects(String expectation, TestDatabase run, TestDatabase script) {
    var sql =
        """
        CREATE TABLE users (id int);
        SET LOCAL search_path = pg_catalog;
        SELECT 1;
        -- deed: expect %s
        """;
    file("auth/web/1_users.sql", sql.formatted(expectation.replace("users", "public.users")), run);
    assertThat(new Project(folder).on(AUTH, run).apply().failure()).isNull();
    psql(script, plan(new Project(folder).on(AUTH, script)));
  }

  @Test
  void stops_where_something_else_was_expected(TestDatabase script) {
    var project =
        new Project(folder)
            .on(AUTH, script)
            .file("auth/web/1_a.sql", "CREATE TABLE a (id int);\n-- deed: expect SELECT 7 = 8\n");

    var answer = psqlAnswer(script, plan(project));

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.output()).contains("SELECT 7 returned \"7\", but \"8\" was expected");
    assertThat(script.query("SELECT to_regclass('a')")).containsExactly("");

    project.file(
        "auth/web/1_a.sql",
        "CREATE TABLE a (id int);\nVACUUM a;\n-- deed: expect SELECT 7 = 8\nSELECT 1;\n");
    for (var i = 0; i < 2; i++) {
      assertThat(psqlAnswer(script, plan(project)).exit()).isEqualTo(3);
      assertThat(
              script.query(
                  "SELECT state, cardinality(finished) + further, begun FROM deed.migration"))
          .containsExactly("started|2|f");
    }
    project.file(
        "auth/web/1_a.sql",
        "CREATE TABLE a (id int);\nVACUUM a;\n-- deed: expect SELECT 7 = 7\nSELECT 1;\n");
    psql(script, plan(project));
    assertThat(script.query("SELECT state FROM deed.migration")).containsExactly("applied");
  }

  @Test
  void refuses_a_history_that_it_was_not_made_from(TestDatabase script) {
    var plan = plan(script);
    psql(script, plan);

    var again = psqlAnswer(script, plan);

    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.output())
        .contains("the history has changed since this script was made: 1, 2, 3, 4, 5, 6, 7, 8");
  }

  @Test
  void refuses_a_database_of_another_name(TestDatabase script) {
    var psql = new Psql(script, folder);
    var plan = plan(script);

    var other = psql.run(PlanAsSql.of(plan, LIMITS, "it's another"));

    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.output()).contains("this script is for another database");
    assertThat(script.query("SELECT to_regclass('deed.migration')")).containsExactly("");
    assertThat(psql.run(PlanAsSql.of(plan, LIMITS, script.name())).exit()).isZero();
  }

  @Test
  void gives_way_to_a_run(TestDatabase script) throws Exception {
    try (var other = script.connect();
        var statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d, 1)".formatted(0x64656564));

      var answer = psqlAnswer(script, plan(script));

      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.output()).contains("another run is active in this database");
      assertThat(script.query("SELECT to_regclass('deed.migration')")).containsExactly("");
    }
  }

  @Test
  void runs_a_service_under_its_role(TestDatabase script) {
    var role = script.name() + " \"role'";
    script.execute("CREATE ROLE " + Identifier.quoted(role));
    try {
      script.execute("GRANT CREATE, USAGE ON SCHEMA public TO " + Identifier.quoted(role));
      var project =
          new Project(folder)
              .on(AUTH, script)
              .file("auth/web/1_a.sql", "CREATE TABLE a (id int);")
              .file("auth/web/2_b.sql", "CREATE INDEX CONCURRENTLY b ON a (id);");
      var limits = limits(Map.of(new ServiceName("web"), role));

      var answer = new Psql(script, folder).run(PlanAsSql.of(plan(project), limits, null));

      assertThat(answer)
          .isEqualTo(new Psql.Answer(0, "applying auth/1_a (web)\napplying auth/2_b (web)\n"));
      assertThat(script.query("SELECT tableowner FROM pg_tables WHERE tablename = 'a'"))
          .containsExactly(role);
      assertThat(script.query("SELECT DISTINCT who FROM deed.migration"))
          .containsExactly(script.user());
    } finally {
      script.execute(
          "DROP OWNED BY %s; DROP ROLE %s"
              .formatted(Identifier.quoted(role), Identifier.quoted(role)));
    }
  }

  /// Everything that psql could take for its own, and everything that a run treats apart.
  private Project project(TestDatabase database) {
    return new Project(folder)
        .on(AUTH, database)
        .file(
            "auth/web/1_users.sql",
            """
            CREATE TABLE users (id int PRIMARY KEY, name text, tags int[]);
            COPY users FROM stdin;
            1\tit's \\\\ \\"\t{1,2}
            2\t:USER\t{3}
            \\.
            COPY users (id, name) FROM STDIN WITH (FORMAT csv);
            3,"a, ""b"";
            $deed$"
            \\.
            INSERT INTO users VALUES (4, E'\\\\''x :USER', '{}');
            -- DOWN Migration
            DROP TABLE users;
            """)
        .file(
            "auth/api/2_slices.sql",
            """
            SELECT tags[1:2], tags[:2], (ARRAY[1,2])[1:id] FROM users;
            CREATE VIEW slices AS SELECT u.tags[id:USER::text::int] AS "a:USER" FROM users u;
            CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql
              BEGIN ATOMIC SELECT a; SELECT a * 2; END;
            CREATE FUNCTION text() RETURNS text LANGUAGE plpgsql AS $f$ BEGIN
              -- it's :USER; \\! echo
              RETURN 'a;b' || $$\\$$; END $f$;
            -- DOWN Migration
            DROP FUNCTION text(), twice(int);
            DROP VIEW slices;
            """)
        .file(
            "auth/web/3_index.sql",
            """
            SET search_path = public;
            CREATE INDEX CONCURRENTLY users_name ON users (name);
            -- deed: requires auth/1
            -- DOWN Migration
            DROP INDEX CONCURRENTLY users_name;
            """)
        .file(
            "auth/web/4_mixed.sql",
            """
            CREATE TABLE parts (id int, at date) PARTITION BY RANGE (at);
            CREATE TABLE parts_a PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            ALTER TABLE parts DETACH PARTITION parts_a CONCURRENTLY;
            CREATE TABLE more (id int);
            VACUUM more;
            REINDEX TABLE CONCURRENTLY users;
            -- DOWN Migration
            DROP TABLE more;
            DROP TABLE parts, parts_a;
            """)
        .file(
            "auth/api/5_alone.sql",
            """
            -- deed: transaction none
            CREATE TABLE steps (id int);
            DO $$ BEGIN INSERT INTO steps VALUES (1); COMMIT; INSERT INTO steps VALUES (2); END $$;
            COPY steps FROM stdin;
            3
            \\.
            -- DOWN Migration
            DROP TABLE steps;
            """)
        .file(
            "auth/web/6_no_way_back.sql",
            """
            -- deed: irreversible "it's \\ gone"
            BEGIN ISOLATION LEVEL REPEATABLE READ;
            SET search_path = pg_temp;
            CREATE TABLE public."it's \\ $$ :USER" (id int);
            CREATE TABLE a (id int);
            INSERT INTO public.users SELECT 6, current_setting('transaction_isolation');
            COMMIT;
            """)
        .file(
            "auth/web/7_deferred.sql",
            """
            CREATE TABLE a (id int PRIMARY KEY);
            CREATE TABLE b (id int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO b VALUES (1);
            INSERT INTO a VALUES (1);
            -- DOWN Migration
            DROP TABLE b;
            DROP TABLE a;
            """)
        .file(
            "auth/web/8_Ünï.cödé.sql",
            "/* \\ ' /* \" */ $x$ */ CREATE TABLE last (id int);\r\nCOPY last FROM stdin;\r\n8\r\n\\.\r\n-- '");
  }

  private void file(String path, String text, TestDatabase database) {
    new Project(folder).on(AUTH, database).file(path, text);
  }

  private Planner planner(TestDatabase database) {
    return new Planner(project(database).migrations());
  }

  private Plan plan(TestDatabase database) {
    return plan(project(database));
  }

  private static Plan plan(Project project) {
    return new Planner(project.migrations()).apply(AUTH, project.history(AUTH), Wish.ALL);
  }

  private void apply(TestDatabase database) {
    psql(database, plan(database));
  }

  private void psql(TestDatabase database, Plan plan) {
    assertThat(psqlAnswer(database, plan))
        .returns(0, Psql.Answer::exit)
        .satisfies(answer -> assertThat(answer.output()).doesNotContain("WARNING"));
  }

  private Psql.Answer psqlAnswer(TestDatabase database, Plan plan) {
    return new Psql(database, folder).run(PlanAsSql.of(plan, LIMITS, null));
  }

  private void assertAlike(TestDatabase run, TestDatabase script) {
    var one = new Psql(run, folder);
    var other = new Psql(script, folder);
    assertThat(other.history()).isEqualTo(one.history());
    assertThat(other.events()).isEqualTo(one.events());
    assumeTrue(one.canDump(), "pg_dump is older than the server");
    assertThat(other.dump()).isEqualTo(one.dump());
  }

  private static ScriptSettings limits(Map<ServiceName, String> roles) {
    return RunPolicy.DEFAULT.withRoles(roles).scripts(AUTH);
  }
}
