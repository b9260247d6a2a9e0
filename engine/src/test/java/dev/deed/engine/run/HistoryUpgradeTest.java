package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.Goal;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Version;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.script.PlanAsSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.golden.Golden;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A schema `deed` that an older deed has made and filled.
@ExtendWith(PostgresExtension.class)
class HistoryUpgradeTest {

  private static final String FORMAT = "SELECT version FROM deed.format";

  /// One that asks to run statement by statement, and one that only holds the words.
  private static final String ROWS =
      """
      INSERT INTO deed.migration (version, service, slug, file, state, checksum, up, down, statements, position, run)
      VALUES ('1', 'web', 'steps', 'migrations/auth/web/1_steps.sql', 'applied', 'c1',
              E'-- deed: transaction none\\nCREATE TABLE steps (id int);',
              'DROP TABLE steps; SELECT 1 / 0;', 1, 1, gen_random_uuid()),
             ('2', 'web', 'words', 'migrations/auth/web/2_words.sql', 'applied', 'c2',
              E'CREATE TABLE words AS SELECT $$\\n-- deed: transaction none\\n$$ AS text;',
              'DROP TABLE words; SELECT 1 / 0;', 1, 2, gen_random_uuid());
      CREATE TABLE steps (id int);
      CREATE TABLE words (id int);
      """;

  @TempDir Path folder;

  @Test
  void is_read_as_it_is_and_upgraded_by_the_first_run_that_writes(TestDatabase auth) {
    fill(auth);
    var project = new Project(folder).on(AUTH, auth);

    var history = project.history(AUTH);

    assertThat(history.find(new Version("1")).orElseThrow().stored().alone()).isTrue();
    assertThat(history.find(new Version("2")).orElseThrow().stored().alone()).isFalse();
    assertThat(auth.query(FORMAT)).containsExactly("1");

    project.file("auth/web/3_next.sql", "-- deed: transaction none\nCREATE TABLE next (id int);");
    var planner = new Planner(project.migrations());
    var run =
        project
            .runner()
            .run(
                project.addresses(),
                (database, known) ->
                    planner.stamp(database, known, new Wish(Goal.HEAD, null, true)))
            .getFirst();

    assertThat(run.failure()).isNull();
    assertThat(auth.query(FORMAT)).containsExactly("3");
    assertThat(auth.query("SELECT version, alone FROM deed.migration ORDER BY version"))
        .containsExactly("1|", "2|", "3|t");
  }

  @Test
  void undoes_statement_by_statement_what_was_applied_so(TestDatabase auth) {
    fill(auth);
    var project = project(auth);

    assertThat(project.rollback("-1").failure()).hasMessageContaining("division by zero");
    assertThat(auth.query("SELECT to_regclass('words') IS NULL")).containsExactly("f");

    auth.execute("DELETE FROM deed.migration WHERE version = '2'");
    assertThat(project.rollback("-1").failure()).hasMessageContaining("division by zero");
    assertThat(auth.query("SELECT to_regclass('steps') IS NULL")).containsExactly("t");
  }

  @Test
  void keeps_that_a_migration_runs_statement_by_statement_where_another_tools_marker_says_so(
      TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE TABLE t (id int);\n"
                    + "-- +goose Down\nDROP TABLE t;\nSELECT 1 / 0;\n");
    assertThat(project.apply().failure()).isNull();

    assertThat(project.rollback("-1").failure()).hasMessageContaining("division by zero");

    assertThat(auth.query("SELECT to_regclass('t') IS NULL")).containsExactly("t");
  }

  @Test
  void is_upgraded_by_the_script_for_psql(TestDatabase auth) {
    assumeTrue(Psql.isInstalled(), "no psql and pg_dump are installed");
    fill(auth);
    var project = project(auth);
    auth.execute("UPDATE deed.migration SET down = 'DROP TABLE words' WHERE version = '2'");
    var planner = new Planner(project.migrations());
    var plan =
        planner.rollback(
            AUTH, project.history(AUTH), RollbackWish.to(Goal.parse("-1").orElseThrow()), Map.of());

    var answer =
        new Psql(auth, folder).run(PlanAsSql.of(plan, RunPolicy.DEFAULT.scripts(AUTH), null));

    assertThat(answer).isEqualTo(new Psql.Answer(0, "rolling back auth/2_words (web)\n"));
    assertThat(auth.query(FORMAT)).containsExactly("3");
    assertThat(auth.query("SELECT state, alone FROM deed.migration WHERE version = '2'"))
        .containsExactly("reverted|f");
  }

  @Test
  void is_refused_to_a_role_that_does_not_own_it_before_anything_is_changed(TestDatabase auth) {
    fill(auth);
    var role = auth.name() + "_writer";
    auth.execute(
        """
        CREATE ROLE %1$s LOGIN PASSWORD 'writer';
        GRANT USAGE ON SCHEMA deed TO %1$s;
        GRANT ALL ON ALL TABLES IN SCHEMA deed TO %1$s;
        GRANT CREATE ON SCHEMA public TO %1$s;
        """
            .formatted(Identifier.quoted(role)));
    try {
      var url =
          "postgresql://%s:writer@%s:%d/%s".formatted(role, auth.host(), auth.port(), auth.name());
      var project =
          new Project(folder).on(AUTH, url).file("auth/web/3_t.sql", "CREATE TABLE t (id int);");

      var planner = new Planner(project.migrations());
      var failure =
          Project.failureOf(
              project
                  .runner()
                  .run(
                      project.addresses(),
                      (database, known) ->
                          planner.stamp(database, known, new Wish(Goal.HEAD, null, true)))
                  .getFirst());

      assertThat(failure)
          .isInstanceOf(HistoryRefused.class)
          .hasMessageContaining("an older deed made the schema deed, and the role " + role);
      assertThat(auth.query(FORMAT)).containsExactly("1");
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(Identifier.quoted(role)));
    }
  }

  private Project project(TestDatabase auth) {
    return new Project(folder).on(AUTH, auth).file("auth/web/9_later.sql", "SELECT 1;");
  }

  private static void fill(TestDatabase auth) {
    auth.execute(Golden.read(Golden.fixture("history/format-1.sql")) + ROWS);
  }
}
