package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The setting `expect: {host, database}` of an environment.
@ExtendWith(PostgresExtension.class)
class ExpectTest {

  @TempDir private Path folder;

  @Test
  void refuses_another_database_before_anything_is_changed(TestDatabase auth) throws IOException {
    var answer = console(auth, "{database: auth_production}").run("apply", "--env", "local");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("error: auth (local): database `auth_production` is expected, but the server at ")
        .contains(" reports that this is `" + auth.name() + "`; nothing was changed")
        .contains("help: correct the connection URL of this environment");
    assertThat(auth.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void refuses_another_host(TestDatabase auth) throws IOException {
    var answer = console(auth, "{host: db.example.com}").run("apply", "--env", "local");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("host `db.example.com` is expected, but the URL leads to `" + auth.host() + "`");
    assertThat(auth.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void refuses_the_way_back_as_well(TestDatabase auth) throws IOException {
    assertThat(console(auth, "{}").run("apply", "--env", "local").exit()).isZero();

    var answer = console(auth, "{auth: {database: b}}").run("rollback", "--env", "local", "-1");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(auth.query("SELECT state FROM deed.migration")).containsExactly("applied");
  }

  @Test
  void applies_where_everything_is_as_expected(TestDatabase auth) throws IOException {
    var expect = "{host: %s, database: %s}".formatted(auth.host(), auth.name());

    assertThat(console(auth, expect).run("apply", "--env", "local").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "plan", "sql", "history", "verify", "doctor", "grants"})
  void refuses_to_read_another_database(String command, TestDatabase auth) throws IOException {
    assertThat(console(auth, "{}").run("apply", "--env", "local").exit()).isZero();

    var answer = console(auth, "{database: auth_production}").run(command, "--env", "local");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("error: auth (local): database `auth_production` is expected, but the server at ")
        .contains("help: correct the connection URL of this environment");
    assertThat(answer.out()).doesNotContain("1_users", "CREATE TABLE", "1 applied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "plan", "sql", "history", "verify", "doctor", "grants"})
  void refuses_to_read_from_another_host_before_a_password_is_sent(
      String command, TestDatabase auth) throws IOException {
    var answer = console(auth, "{host: db.example.com}").run(command, "--env", "local");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("host `db.example.com` is expected, but the URL leads to `" + auth.host() + "`");
  }

  @Test
  void refuses_to_compare_another_database(TestDatabase auth) throws IOException {
    var console = console(auth, "{database: auth_production}");
    Files.writeString(folder.resolve("wanted.sql"), "CREATE TABLE public.users (id integer);\n");

    var answer = console.run("drift", "--from", "wanted.sql", "--to", "local");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("database `auth_production` is expected");
    assertThat(answer.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply", "sql", "plan"})
  void refuses_where_the_database_to_promote_from_is_another(String command, TestDatabase auth)
      throws IOException {
    console(auth, "{database: elsewhere}");
    var file = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "environments: {",
                "environments: {next: {promote_from: local, urls: {auth: \"%s\"}}, "
                    .formatted(auth.url())));

    var answer = Console.in(folder).run(command, "--env", "next");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("auth (local): database `elsewhere` is expected");
  }

  private Console console(TestDatabase auth, String expect) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments: {local: {urls: {auth: "%s"}, expect: %s}}
        """
            .formatted(auth.url(), expect));
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(
        migrations.resolve("1_users.sql"),
        "CREATE TABLE users (id int);\n-- DOWN Migration\nDROP TABLE users;\n");
    return Console.in(folder);
  }
}
