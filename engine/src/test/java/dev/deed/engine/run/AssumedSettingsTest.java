package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.checkup.Expectations;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.script.PlanAsSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether SQL means on the server what deed has read it for: search path, role, and what else
/// changes its meaning.
@ExtendWith(PostgresExtension.class)
class AssumedSettingsTest {

  private static final String ORDERS =
      "SELECT (SELECT count(*) FROM app.orders), (SELECT count(*) FROM public.orders)";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"database", "role", "options"})
  void takes_a_name_for_the_table_that_the_declared_search_path_means(
      String where, TestDatabase auth) {
    fill(auth);
    var url = auth.url();
    var set = "ALTER %s %s SET search_path = app, public";
    switch (where) {
      case "database" -> auth.execute(set.formatted("DATABASE", auth.name()));
      case "role" ->
          auth.execute(set.formatted("ROLE", auth.user() + " IN DATABASE " + auth.name()));
      default -> url += "?options=-csearch_path%3Dapp,public";
    }
    var project =
        new Project(folder)
            .on(AUTH, url)
            .file("auth/web/1_a.sql", "DELETE FROM orders;")
            .file("auth/web/2_b.sql", "-- deed: transaction none\nDELETE FROM orders;");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query(ORDERS)).containsExactly("1|0");
  }

  @Test
  void gives_the_declared_search_path_to_the_script_for_psql(TestDatabase auth) {
    assumeTrue(Psql.isInstalled(), "no psql and pg_dump are installed");
    fill(auth);
    auth.execute("ALTER DATABASE %s SET search_path = app, public".formatted(auth.name()));
    var project =
        new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "DELETE FROM orders;");
    var plan = new Planner(project.migrations()).apply(AUTH, project.history(AUTH), Wish.ALL);

    var answer =
        new Psql(auth, folder).run(PlanAsSql.of(plan, RunPolicy.DEFAULT.scripts(AUTH), null));

    assertThat(answer.exit()).as(answer.output()).isZero();
    assertThat(auth.query(ORDERS)).containsExactly("1|0");
  }

  /// The driver sends the machine's zone, psql the server's.
  @Test
  void writes_the_same_instant_on_every_machine(TestDatabase auth) {
    auth.execute(
        "CREATE TABLE seen (at timestamptz); ALTER DATABASE %s SET TimeZone = 'America/New_York'"
            .formatted(auth.name()));
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_a.sql", "INSERT INTO seen VALUES ('2020-01-01');")
            .file(
                "auth/web/2_b.sql",
                "-- deed: transaction none\nINSERT INTO seen VALUES ('2020-01-01');")
            .file(
                "auth/web/3_c.sql",
                "SET TIME ZONE 'Europe/Berlin'; INSERT INTO seen VALUES ('2020-01-01');");
    var plan = new Planner(project.migrations()).apply(AUTH, project.history(AUTH), Wish.ALL);
    var script = PlanAsSql.of(plan, RunPolicy.DEFAULT.scripts(AUTH), null);
    var zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      assertThat(project.apply().failure()).isNull();
    } finally {
      TimeZone.setDefault(zone);
    }

    var instants = List.of("1577836800|1", "1577836800|2", "1577833200|3");
    var seen = "SELECT extract(epoch FROM at)::bigint, row_number() OVER () FROM seen";
    assertThat(auth.query(seen)).isEqualTo(instants);

    if (Psql.isInstalled()) {
      auth.execute("DROP SCHEMA deed CASCADE; TRUNCATE seen");
      var answer = new Psql(auth, folder).run(script);
      assertThat(answer.exit()).as(answer.output()).isZero();
      assertThat(auth.query(seen)).isEqualTo(instants);
    }
  }

  @Test
  void looks_in_the_schemas_that_are_declared(TestDatabase auth) {
    fill(auth);
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withSearchPath(AUTH, List.of("app", "$user", "public")))
            .file("auth/web/1_a.sql", "SELECT 1; DELETE FROM orders; SELECT 2;");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query(ORDERS)).containsExactly("0|1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN SET search_path = app; END $$; DELETE FROM orders;",
        "SELECT set_config(lower('SEARCH_PATH'), 'app', true); DELETE FROM orders;",
        "RESET search_path; DELETE FROM orders;",
        "SELECT pretend(); DELETE FROM orders;",
      })
  void rolls_back_what_changes_the_search_path_where_it_cannot_be_read(
      String sql, TestDatabase auth) {
    fill(auth);
    auth.execute(
        """
        CREATE FUNCTION pretend() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
          PERFORM set_config('search_path', 'app', false);
        END $$;
        ALTER DATABASE %s SET search_path = app;
        """
            .formatted(auth.name()));
    var project = new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", sql);

    assertThat(project.failure())
        .hasMessageContaining("search_path is app instead of public")
        .hasMessageContaining("Rolled back: nothing of auth/1_a (web) stays.");

    assertThat(auth.query(ORDERS)).containsExactly("1|1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET standard_conforming_strings = off;",
        "SET LOCAL standard_conforming_strings TO 0;",
        "SELECT set_config('standard_conforming_strings', 'no', true);",
        "DO $$ BEGIN EXECUTE 'SET standard_conforming_' || 'strings = false'; END $$;",
      })
  void never_sends_a_string_that_the_server_would_end_elsewhere(String sql, TestDatabase auth) {
    fill(auth);
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_a.sql", sql + "\nSELECT '\\' AS a, ' ; DELETE FROM orders; -- ';");

    assertThat(project.failure())
        .hasMessageContaining("standard_conforming_strings is off instead of on");

    assertThat(auth.query(ORDERS)).containsExactly("1|1");
  }

  @Test
  void reads_strings_as_ever_where_the_database_does_not(TestDatabase auth) {
    fill(auth);
    auth.execute("ALTER DATABASE %s SET standard_conforming_strings = off".formatted(auth.name()));
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_a.sql", "SELECT '\\' AS a, ' ; DELETE FROM orders; -- ';");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query(ORDERS)).containsExactly("1|1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RESET ROLE;",
        "SET ROLE NONE;",
        "SET LOCAL ROLE NONE;",
        "SET SESSION AUTHORIZATION DEFAULT; SET ROLE NONE;",
        "SELECT set_config('ro' || 'le', 'none', false);",
        "DO $$ BEGIN RESET ROLE; END $$;",
        "DO $$ BEGIN EXECUTE 'SET ROLE NONE'; END $$; SELECT 1;",
      })
  void rolls_back_what_leaves_the_role_of_its_service(String sql, TestDatabase auth) {
    fill(auth);
    var role = auth.name() + "_web";
    auth.execute("CREATE ROLE %1$s; GRANT CREATE ON SCHEMA public TO %1$s".formatted(role));
    try {
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .with(RunPolicy.DEFAULT.withRoles(Map.of(new ServiceName("web"), role)))
              .file("auth/web/1_a.sql", sql + "\nDELETE FROM orders;");

      var failure = project.failure();

      assertThat(failure)
          .hasMessageContaining(
              "the script left the role that it runs as: it ended as %s instead of %s"
                  .formatted(auth.user(), role));
      assertThat(failure.advice()).startsWith("take out SET ROLE, RESET ROLE");
      assertThat(auth.query(ORDERS)).containsExactly("1|1");
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(Identifier.quoted(role)));
    }
  }

  @Test
  void refuses_a_session_in_which_foreign_keys_and_triggers_do_not_work(TestDatabase auth) {
    fill(auth);
    auth.execute("ALTER DATABASE %s SET session_replication_role = replica".formatted(auth.name()));
    var project =
        new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "DELETE FROM orders;");

    assertThat(project.failure()).hasMessageContaining("session_replication_role = replica");

    assertThat(auth.query(ORDERS)).containsExactly("1|1");
  }

  @Test
  void is_told_by_the_checkup_where_sessions_start_with_another_search_path(TestDatabase auth) {
    assertThat(searchPath(auth.url())).isEqualTo(Diagnosis.ok("search path", "public"));
    assertThat(searchPath(auth.url() + "?options=-csearch_path%3Dapp").message())
        .startsWith(
            "sessions start with app, set for the URL, and the ownership file declares public");
    auth.execute(
        "CREATE SCHEMA %s; ALTER DATABASE %s SET search_path = \"$user\", public"
            .formatted(Identifier.quoted(auth.user()), auth.name()));
    assertThat(searchPath(auth.url()).message())
        .startsWith("sessions start with \"$user\", public, set for the database, ");
    auth.execute(
        "ALTER ROLE %s IN DATABASE %s SET search_path = app".formatted(auth.user(), auth.name()));
    assertThat(searchPath(auth.url()).message())
        .startsWith("sessions start with app, set for the role in this database, ");
  }

  private Diagnosis searchPath(String url) {
    var expectations =
        new Expectations(
            Map.of(),
            Map.of(AUTH, List.of("public")),
            Set.of(),
            new TreeSet<>(),
            Clock.systemUTC(),
            Patience.of(Duration.ofMinutes(1)));
    var addresses = new Project(folder).on(AUTH, url).addresses();
    return Checkup.of(addresses, expectations).getFirst().diagnoses().stream()
        .filter(diagnosis -> diagnosis.check().equals("search path"))
        .findFirst()
        .orElseThrow();
  }

  private static void fill(TestDatabase auth) {
    auth.execute(
        """
        CREATE SCHEMA app;
        CREATE TABLE app.orders AS SELECT 1 AS id;
        CREATE TABLE public.orders AS SELECT 1 AS id;
        """);
  }
}
