package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The errors for a history that cannot be read or written.
@ExtendWith(PostgresExtension.class)
class HistoryTroubleTest {

  private static final String IS_THERE = "SELECT to_regclass('made') IS NOT NULL";

  @TempDir private Path folder;
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");
  private String role = "";
  private Console owner = Console.in(Path.of(""));
  private Console stranger = Console.in(Path.of(""));

  @BeforeEach
  void apply(TestDatabase database) throws IOException {
    auth = database;
    role = database.name() + "_stranger";
    database.execute("CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(role));
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments: {staging: {urls: {auth: "${AUTH}"}}}
        """);
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(migrations.resolve("1_users.sql"), "CREATE TABLE users (id int);");
    owner = Console.in(folder).with(Map.of("AUTH", database.url()));
    var theirs =
        new TestDatabase(database.host(), database.port(), database.name(), role, "x").url();
    stranger = Console.in(folder).with(Map.of("AUTH", theirs));
    assertThat(owner.run("apply", "--env", "staging").exit()).isZero();
  }

  @AfterEach
  void dropRole() {
    auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
  }

  @Test
  void tells_what_a_reader_lacks() {
    for (var command : List.of("status", "history", "verify", "plan")) {
      var answer = stranger.run(command, "--env", "staging");

      assertThat(answer.exit()).as(command).isEqualTo(1);
      assertThat(answer.err())
          .contains("the role %s may not read deed's history".formatted(role))
          .contains("GRANT SELECT ON ALL TABLES IN SCHEMA deed TO " + role);
    }
    var advice =
        stranger
            .run("history", "--env", "staging")
            .err()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("GRANT"))
            .collect(Collectors.joining());

    auth.execute(advice);

    assertThat(stranger.run("history", "--env", "staging").exit()).isZero();
  }

  @Test
  void runs_nothing_by_hand_that_could_not_be_recorded() {
    auth.execute(
        "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT ON ALL TABLES IN SCHEMA deed TO %1$s; GRANT CREATE ON SCHEMA public TO %1$s"
            .formatted(role));

    var answer = stranger.run("exec", "--env", "staging", "--yes", "CREATE TABLE made (id int)");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("the role %s may not read and write deed's history; nothing".formatted(role))
        .contains("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO " + role);
    assertThat(auth.query(IS_THERE)).containsExactly("f");

    auth.execute("DROP SCHEMA deed CASCADE");
    assertThat(
            stranger.run("exec", "--env", "staging", "--yes", "CREATE TABLE made (id int)").err())
        .contains("the role %s may not create the schema deed".formatted(role));
    assertThat(auth.query(IS_THERE)).containsExactly("f");
  }

  @Test
  void does_not_blame_the_sql_for_a_session_that_takes_no_writes() {
    auth.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(auth.name()));

    var answer = owner.run("exec", "--env", "staging", "--yes", "CREATE TABLE made (id int)");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains(
            "help: connect to the primary: this server, or this session, does not accept writes;")
        .doesNotContain("correct the SQL");
    assertThat(owner.run("record", "--env", "staging", "by hand").err())
        .contains("help: connect to the primary");
    auth.execute(
        "SET transaction_read_only = off; ALTER DATABASE %s RESET default_transaction_read_only"
            .formatted(auth.name()));
  }

  @Test
  void says_in_every_command_that_a_newer_deed_was_here() {
    auth.execute("INSERT INTO deed.format VALUES (99)");

    for (var command : List.of("status", "history", "verify", "plan", "apply")) {
      var answer = owner.run(command, "--env", "staging");

      assertThat(answer.exit()).as(command).isEqualTo(2);
      assertThat(answer.err()).contains("format 99", "install the newer release of deed");
    }
    var doctor = owner.run("doctor", "--env", "staging");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out())
        .contains(
            "problem  history: the history of auth has format 99",
            "install the newer release of deed");
  }

  @Test
  void says_that_it_is_somebody_elses_what_is_named_as_the_history() {
    auth.execute(
        "DROP TABLE deed.migration CASCADE; CREATE VIEW deed.migration AS SELECT 1 AS version");

    for (var command : List.of("status", "history", "verify", "plan", "apply")) {
      var answer = owner.run(command, "--env", "staging");

      assertThat(answer.exit()).as(command).isEqualTo(1);
      assertThat(answer.err())
          .contains("the schema deed of auth is not what deed wrote: column")
          .contains("rows and tables do not belong there");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requires = ARRAY[null]::text[] | a row has a null in requires",
        "finished = ARRAY['a', null] | a row has a null in finished",
        "requires = ARRAY['auth']::text[] | a row requires `auth`",
        "version = 'x' | a row has version `x`",
        "at = 'infinity' | a row has no finite time",
        "at = '-infinity' | a row has no finite time",
      })
  void says_which_row_of_the_history_is_damaged(String change, String message) {
    auth.execute("UPDATE deed.migration SET " + change);

    for (var command : List.of("status", "verify", "plan", "apply")) {
      var answer = owner.run(command, "--env", "staging");

      assertThat(answer.exit()).as(command).isEqualTo(1);
      assertThat(answer.err()).contains("is not what deed wrote: " + message);
    }
    assertThat(owner.run("doctor", "--env", "staging").exit()).isEqualTo(1);
  }

  @Test
  void does_not_call_a_migration_applied_whose_row_a_trigger_discards() throws IOException {
    auth.execute(
        """
        CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER t BEFORE INSERT ON deed.migration FOR EACH ROW EXECUTE FUNCTION swallow()
        """);
    Files.writeString(
        folder.resolve("migrations/auth/web/2_made.sql"), "CREATE TABLE made (id int);");

    var answer = owner.run("apply", "--env", "staging");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("deed.migration did not keep the row that records this");
    assertThat(auth.query(IS_THERE)).containsExactly("f");
  }

  @Test
  void does_not_call_a_history_well_that_is_gone_or_of_an_unknown_service() {
    auth.execute("UPDATE deed.migration SET service = 'wbe'");
    assertThat(owner.run("doctor", "--env", "staging").out())
        .contains("problem  history: ", "there is no service `wbe` in the ownership file");

    auth.execute("DROP TABLE deed.migration");

    var doctor = owner.run("doctor", "--env", "staging");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).contains("it has a table format but no table migration");
  }
}
