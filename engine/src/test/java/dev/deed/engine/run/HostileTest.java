package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.AccessRefused;
import dev.deed.engine.history.HistoryFromNewerDeed;
import dev.deed.engine.history.HistoryUnreadable;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class HostileTest {

  @TempDir Path folder;

  @Test
  void keeps_any_text_as_it_is(TestDatabase auth) {
    var down = "DROP TABLE \"it's \"\"$$\\ ?\"; SELECT E'\\\\', '{d}', $a$ ' $a$;";
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_Ünï.cödé.sql",
                "CREATE TABLE \"it's \"\"$$\\ ?\" (id int);\n-- DOWN Migration\n" + down + "\n");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT slug, file, ltrim(down, E'\\n') FROM deed.migration"))
        .containsExactly("Ünï.cödé|migrations/auth/web/1_Ünï.cödé.sql|-- DOWN Migration\n" + down);
    assertThat(project.apply().done()).isEmpty();

    assertThat(project.rollback("base").failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("0");
  }

  @Test
  void says_how_to_record_what_the_database_had_before(TestDatabase auth) {
    auth.execute("CREATE TABLE users (id int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);");

    assertThat(project.failure().advice())
        .contains("deed stamp --env ENVIRONMENT --database auth --to 1;")
        .contains("otherwise correct ");
  }

  @Test
  void finds_a_database_whose_name_needs_every_kind_of_encoding(TestDatabase auth) {
    var name = auth.name() + " %/?#+\"'ü";
    auth.execute("CREATE DATABASE " + Identifier.quoted(name));
    try {
      var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
      var project =
          new Project(folder)
              .on(AUTH, auth.url().replace("/" + auth.name(), "/" + encoded))
              .file("auth/web/1_users.sql", "CREATE TABLE users AS SELECT current_database();");

      assertThat(project.apply().failure()).isNull();
    } finally {
      auth.execute("DROP DATABASE " + Identifier.quoted(name));
    }
  }

  @Test
  void runs_a_service_under_its_role_so_that_postgres_refuses_what_is_not_its_own(
      TestDatabase auth) {
    var role = auth.name() + "; DROP \"role";
    auth.execute("CREATE TABLE users (id int); CREATE ROLE " + Identifier.quoted(role));
    try {
      auth.execute("GRANT CREATE, USAGE ON SCHEMA public TO " + Identifier.quoted(role));
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .with(RunPolicy.DEFAULT.withRoles(Map.of(new ServiceName("web"), role)))
              .file("auth/web/1_own.sql", "CREATE TABLE own (id int);")
              .file("auth/web/2_index.sql", "CREATE INDEX CONCURRENTLY own_id ON own (id);")
              .file("auth/web/3_other.sql", "ALTER TABLE users ADD name text;");

      var run = project.apply();

      assertThat(run.failure()).hasMessageContaining("must be owner of table users (42501)");
      assertThat(run.done()).hasSize(2);
      assertThat(auth.query("SELECT tableowner FROM pg_tables WHERE tablename = 'own'"))
          .containsExactly(role);
      assertThat(auth.query("SELECT DISTINCT who FROM deed.migration"))
          .containsExactly(auth.user());
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(Identifier.quoted(role)));
    }
  }

  @Test
  void refuses_a_role_that_may_not_log_in_without_telling_its_password(TestDatabase auth) {
    var role = auth.name() + "_locked";
    auth.execute("CREATE ROLE " + role + " NOLOGIN PASSWORD 'hunter2'");
    try {
      var url =
          "postgresql://%s:hunter2@%s:%d/%s".formatted(role, auth.host(), auth.port(), auth.name());
      var failure =
          new Project(folder).on(AUTH, url).file("auth/web/1_a.sql", "SELECT 1;").failure();

      assertThat(failure)
          .isInstanceOf(AccessRefused.class)
          .hasMessageContaining("refuses `" + role + "`: ");
      assertThat(failure.outcome()).isEqualTo(Outcome.UNREADABLE);
      assertThat(failure.getMessage() + failure.advice()).doesNotContain("hunter2");
    } finally {
      auth.execute("DROP ROLE " + role);
    }
  }

  @Test
  void refuses_a_history_of_a_newer_deed(TestDatabase auth) {
    var project = new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "SELECT 1;");
    project.apply();
    auth.execute("UPDATE deed.format SET version = 99");

    assertThat(project.failure())
        .isInstanceOf(HistoryFromNewerDeed.class)
        .hasMessage(
            "the history of auth has format 99, but this release of deed supports formats up to 3");
  }

  @Test
  void refuses_rows_that_deed_did_not_write(TestDatabase auth) {
    var project = new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "SELECT 1;");
    project.apply();
    auth.execute("UPDATE deed.migration SET version = 'manual_20250129'");

    assertThat(project.failure())
        .isInstanceOf(HistoryUnreadable.class)
        .hasMessageContaining(
            "the row of version `manual_20250129` has a version that is not digits");
  }

  @Test
  void refuses_a_schema_that_only_has_the_name_of_ours(TestDatabase auth) {
    auth.execute("CREATE SCHEMA deed; CREATE TABLE deed.migration (id int)");

    assertThat(new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "SELECT 1;").failure())
        .isInstanceOf(HistoryUnreadable.class);
  }

  @Test
  void says_what_to_grant_to_a_role_that_may_not_make_or_write_the_history(TestDatabase auth) {
    var role = auth.name() + "_poor";
    auth.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
    try {
      var url =
          "postgresql://%s:pw@%s:%d/%s".formatted(role, auth.host(), auth.port(), auth.name());
      var project = new Project(folder).on(AUTH, url).file("auth/web/1_a.sql", "SELECT 1;");

      var creation = refusal(project);
      assertThat(creation).hasMessageContaining("permission denied for database");
      assertThat(creation.advice()).contains("CREATE SCHEMA deed AUTHORIZATION " + role + ";");
      auth.execute(lastLine(creation.advice()));
      assertThat(project.apply().failure()).isNull();

      auth.execute("ALTER SCHEMA deed OWNER TO CURRENT_USER");
      assertThat(refusal(project)).hasMessageContaining("permission denied for schema deed");
      assertThatThrownBy(() -> project.history(AUTH)).isInstanceOf(HistoryRefused.class);
      auth.execute(
          "GRANT USAGE ON SCHEMA deed TO %1$s; ALTER TABLE deed.event OWNER TO CURRENT_USER; ALTER TABLE deed.migration OWNER TO CURRENT_USER; GRANT SELECT ON deed.migration TO %1$s"
              .formatted(role));
      project.file("auth/web/2_b.sql", "SELECT 2;");
      assertThat(refusal(project)).hasMessageContaining("may not read and write deed's history");
      auth.execute(lastLine(refusal(project).advice()));
      assertThat(project.apply().failure()).isNull();

      // The events say which part of the migrations the database has: unread, all would be pending.
      auth.execute("REVOKE SELECT ON deed.event FROM " + role);
      assertThatThrownBy(() -> project.history(AUTH))
          .isInstanceOf(HistoryRefused.class)
          .hasMessageContaining("permission denied for table event");
      project.file("auth/web/3_c.sql", "SELECT 3;");
      assertThat(refusal(project)).hasMessageContaining("permission denied for table event");
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  private static UserException refusal(Project project) {
    var failure = project.failure();
    assertThat(failure).isInstanceOf(HistoryRefused.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.REFUSED);
    return failure;
  }

  private static String lastLine(String text) {
    return text.lines().toList().getLast();
  }
}
