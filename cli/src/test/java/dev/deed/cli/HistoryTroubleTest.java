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
import org.junit.jupiter.params.provider.ValueSource;

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
  void runs_no_backfill_whose_progress_could_not_be_recorded() throws IOException {
    auth.execute(
        "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT, INSERT, UPDATE ON deed.migration, deed.event TO %1$s; GRANT SELECT ON ALL TABLES IN SCHEMA deed TO %1$s; ALTER TABLE users ADD PRIMARY KEY (id), OWNER TO %1$s"
            .formatted(role));
    Files.writeString(
        folder.resolve("migrations/auth/web/2_fill.sql"),
        "ALTER TABLE users ADD COLUMN IF NOT EXISTS n int;\n-- deed: backfill\nUPDATE users SET n = 1 WHERE n IS NULL;");

    var answer = stranger.run("apply", "--env", "staging");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("may not read and write deed's history; nothing was changed");
    assertThat(auth.query("SELECT count(*) FROM deed.migration")).containsExactly("1");
    assertThat(stranger.run("doctor", "--env", "staging").out())
        .contains("problem  privileges: may not write the history");
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
        "requires = ARRAY[null]::text[] | has a null in requires | array_remove(requires, NULL)",
        "finished = ARRAY['a', null] | has a null in finished | look at what the migration has left",
        "further = 2147483647 | has 2147483647 statements done of a text with 1 | SET further = <number",
        "further = -1 | has -1 statements done of a text with 1 | SET further = <number",
        "requires = ARRAY['auth']::text[] | requires `auth` | SET requires =",
        "requires = ARRAY['/1']::text[] | requires `/1` | SET requires =",
        "at = 'infinity' | has no finite time | SET at = coalesce(",
        "at = '-infinity' | has no finite time | SET at = coalesce(",
        "alone = NULL | has no alone next to what deed keeps | restore the row from a backup",
        "kept_checksum = NULL | has no kept_checksum next to | restore the row from a backup",
      })
  void says_which_row_of_the_history_is_damaged(String change, String message, String repair) {
    auth.execute("UPDATE deed.migration SET " + change);

    assertDamage("the row of version `1` " + message, repair);
  }

  /// What only a table without its constraints can hold.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state = 'done' | has the state `done`, which deed does not know | SET state = '<state>'",
        "state = NULL | has no state | SET state = '<state>'",
        "service = NULL | has no service | SET service = <value>",
        "slug = NULL | has no slug | SET slug = <value>",
        "file = NULL | has no file | SET file = <value>",
        "up = NULL | has no up | SET up = <value>",
        "checksum = NULL | has no checksum | SET checksum = <value>",
        "requires = NULL | has no requires | SET requires = <value>",
        "finished = NULL | has no finished | SET finished = <value>",
        "further = NULL | has no further | SET further = <value>",
        "statements = NULL | has no statements | SET statements = <value>",
        "begun = NULL | has no begun | SET begun = <value>",
        "position = NULL | has no position | SET position = <value>",
        "out_of_order = NULL | has no out_of_order | SET out_of_order = <value>",
        "who = NULL | has no who | SET who = <value>",
        "at = NULL | has no at | SET at = coalesce(",
      })
  void says_what_a_row_lacks(String change, String message, String repair) {
    auth.execute(
        """
        DO $$ DECLARE c text; BEGIN
          FOR c IN SELECT attname FROM pg_attribute
              WHERE attrelid = 'deed.migration'::regclass AND attnotnull AND attnum > 0 AND attname <> 'version'
          LOOP EXECUTE format('ALTER TABLE deed.migration ALTER COLUMN %I DROP NOT NULL', c); END LOOP;
        END $$;
        ALTER TABLE deed.migration DROP CONSTRAINT migration_state_check;
        """
            + "UPDATE deed.migration SET "
            + change);

    assertDamage("the row of version `1` " + message, repair);
  }

  @Test
  void tells_all_that_is_damaged_at_once() {
    auth.execute(
        """
        INSERT INTO deed.migration (version, service, slug, file, state, checksum, up, position, run)
        VALUES ('x', 'web', 'x', 'x', 'applied', '', '', 2, gen_random_uuid()),
               ('01', 'web', 'x', 'x', 'applied', '', '', 3, gen_random_uuid()),
               ('5', 'web', 'x', 'x', 'applied', '', '', 4, gen_random_uuid());
        UPDATE deed.migration SET at = 'infinity' WHERE version = '5'
        """);

    assertDamage("the row of version `x` has a version that is not digits", "version = 'x'");
    assertDamage("the row of version `5` has no finite time", "WHERE version = '5'");
    assertDamage(
        "the rows of versions `1` and `01` are of the same version",
        "DELETE FROM deed.migration WHERE version = '01'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM deed.format", "UPDATE deed.format SET version = 0"})
  void does_not_guess_a_format(String change) {
    auth.execute(change);

    assertDamage("deed.format does not name a format", "INSERT INTO deed.format VALUES (3)");
  }

  private void assertDamage(String message, String repair) {
    for (var command : List.of("status", "history", "verify", "plan", "apply")) {
      var answer = owner.run(command, "--env", "staging");

      assertThat(answer.exit()).as(command).isEqualTo(1);
      assertThat(answer.err()).contains("is not what deed wrote: ", message, repair);
    }
    var doctor = owner.run("doctor", "--env", "staging");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).contains(message, repair);
  }

  /// What can be read, and cannot be so: said by every command, and refused by none that could do
  /// its work.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at = '9999-12-31' | is recorded for 9999-12-31, which is in the future",
        "at = now() + interval '3 days' | which is in the future",
        "at = '0044-03-15 BC' | is recorded for -0043-03-15, before there was deed",
        "at = '1970-01-01' | is recorded for 1970-01-01, before there was deed",
        "position = 0 | has position 0 in the order of what was applied",
        "statements = -3 | has 0 statements done of -3",
        "statements = 1, finished = ARRAY['a', 'b', 'c'] | has 3 statements done of 1",
        "begun = true | is recorded as a whole and as half-way",
        "took = '-1 hour' | took less than no time",
        "service = 'wbe' | there is no service `wbe` in the ownership file",
        "requires = ARRAY['mian/1'] | the ownership file has no database `mian`",
        "down = 'DROP TABLE users CASCADE' | was changed in deed.migration after deed wrote it",
      })
  void says_what_is_odd_in_a_row(String change, String message) throws IOException {
    auth.execute("UPDATE deed.migration SET " + change);
    Files.writeString(
        folder.resolve("migrations/auth/web/2_made.sql"), "CREATE TABLE made (id int);");

    for (var command : List.of("status", "history", "verify", "doctor", "plan")) {
      assertThat(owner.run(command, "--env", "staging").out()).as(command).contains(message);
    }
    var apply = owner.run("apply", "--env", "staging");
    assertThat(apply.exit()).isZero();
    assertThat(apply.err()).contains(message);
  }

  @Test
  void says_that_two_rows_claim_one_place() throws IOException {
    Files.writeString(
        folder.resolve("migrations/auth/web/2_made.sql"), "CREATE TABLE made (id int);");
    owner.run("apply", "--env", "staging");
    auth.execute("UPDATE deed.migration SET position = 1");

    assertThat(owner.run("doctor", "--env", "staging").out())
        .contains(
            "auth/2_made (web) has the same place in the order of what was applied as auth/1");
  }

  @Test
  void has_a_way_back_to_a_time_that_is_right() {
    auth.execute("UPDATE deed.migration SET at = 'infinity'");
    var status = owner.run("status", "--env", "staging").err();
    var sql = status.lines().map(String::strip).filter(l -> l.contains("UPDATE")).findFirst();

    auth.execute(sql.orElseThrow().replaceFirst("^help: ", ""));

    assertThat(owner.run("status", "--env", "staging").exit()).isZero();
    assertThat(
            auth.query(
                "SELECT m.at = e.at FROM deed.migration m JOIN deed.event e USING (version)"))
        .containsExactly("t");
  }

  @Test
  void runs_no_down_that_was_replaced_in_the_table() throws IOException {
    Files.writeString(
        folder.resolve("migrations/auth/web/2_made.sql"),
        "CREATE TABLE made (id int);\n-- DOWN Migration\n-- DROP TABLE made;\n");
    owner.run("apply", "--env", "staging");
    auth.execute("UPDATE deed.migration SET down = 'DROP TABLE users' WHERE version = '2'");

    var answer = owner.run("rollback", "--env", "staging", "-1");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("what deed.migration keeps of auth/2_made (web) is not what deed wrote there")
        .contains("deed rollback with --from-files");
    assertThat(owner.run("verify", "--env", "staging").exit()).isEqualTo(1);
    assertThat(owner.run("doctor", "--env", "staging").exit()).isEqualTo(1);
    assertThat(auth.query("SELECT to_regclass('users') IS NOT NULL")).containsExactly("t");

    assertThat(owner.run("rollback", "--env", "staging", "-1", "--from-files").exit()).isZero();
    assertThat(auth.query(IS_THERE)).containsExactly("f");
    assertThat(owner.run("verify", "--env", "staging").exit()).isZero();
  }

  @Test
  void gives_a_down_no_place_that_deed_left_empty() {
    auth.execute("UPDATE deed.migration SET down = 'DROP TABLE users'");

    assertThat(owner.run("rollback", "--env", "staging", "-1").err())
        .contains("is not what deed wrote there");
    assertThat(auth.query("SELECT to_regclass('users') IS NOT NULL")).containsExactly("t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE deed.migration DROP COLUMN took | deed.migration has no column took | ADD COLUMN took interval",
        "ALTER TABLE deed.event RENAME COLUMN detail TO more | deed.event has no column detail | ADD COLUMN detail text",
        "ALTER TABLE deed.migration ALTER COLUMN statements TYPE bigint | deed.migration.statements has type bigint, not integer | TYPE integer",
        "ALTER TABLE deed.event ALTER COLUMN run DROP NOT NULL | deed.event.run may be null | SET NOT NULL",
        "ALTER TABLE deed.migration ALTER COLUMN who DROP DEFAULT | deed.migration.who has no default | set the default",
        "ALTER TABLE deed.migration DROP CONSTRAINT migration_pkey | deed.migration has no primary key | ADD PRIMARY KEY (version)",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t BEFORE INSERT ON deed.migration FOR EACH ROW EXECUTE FUNCTION f() | a trigger t on deed.migration | DROP TRIGGER t ON deed.migration",
        "CREATE RULE r AS ON INSERT TO deed.event DO ALSO NOTHING | a rule r on deed.event | DROP RULE r ON deed.event",
        "ALTER TABLE deed.event ENABLE ROW LEVEL SECURITY | row security of deed.event | DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY p ON deed.migration USING (true) | a policy p is on deed.migration | DROP POLICY p ON deed.migration",
        "ALTER TABLE deed.migration SET UNLOGGED | deed.migration is unlogged | SET LOGGED",
        "CREATE TABLE more () INHERITS (deed.event) | rows of more count as rows of deed.event | NO INHERIT deed.event",
        "DROP TABLE deed.event | there is no table deed.event | restore it",
        "DROP TABLE deed.column_writer | there is no table deed.column_writer | restore it",
        "ALTER TABLE deed.backfill DROP COLUMN proof | deed.backfill has no column proof | ADD COLUMN proof text",
        "ALTER TABLE deed.acknowledgement ALTER COLUMN at DROP NOT NULL | deed.acknowledgement.at may be null | SET NOT NULL",
        "ALTER TABLE deed.backfill DROP CONSTRAINT backfill_pkey | deed.backfill has no primary key on version, direction, statement | ADD PRIMARY KEY (version, direction, statement)",
        "ALTER TABLE deed.statement_sample DROP CONSTRAINT statement_sample_pkey | deed.statement_sample has no primary key | ADD PRIMARY KEY (queryid, userid)",
        "CREATE RULE r AS ON UPDATE TO deed.backfill DO INSTEAD NOTHING | a rule r on deed.backfill | DROP RULE r ON deed.backfill",
        "DROP TABLE deed.event; CREATE VIEW deed.event AS SELECT 1 AS id | deed.event is not an ordinary table | drop it",
      })
  void has_doctor_look_at_deeds_own_tables(String change, String message, String repair) {
    assertThat(owner.run("doctor", "--env", "staging").out()).contains("history tables: as deed");

    auth.execute(change);

    var doctor = owner.run("doctor", "--env", "staging");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).contains("problem  history tables: ", message, repair);
  }

  @Test
  void has_doctor_see_that_a_table_changed_hands() {
    auth.execute("ALTER TABLE deed.migration OWNER TO " + role);

    assertThat(owner.run("doctor", "--env", "staging").out())
        .contains("deed.migration belongs to " + role, "ALTER TABLE deed.migration OWNER TO ");
  }

  /// A policy that hides rows would have everything applied again.
  @Test
  void believes_no_history_of_which_rows_may_be_hidden() throws IOException {
    auth.execute(
        """
        GRANT USAGE ON SCHEMA deed TO %1$s;
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO %1$s;
        GRANT CREATE ON SCHEMA public TO %1$s;
        ALTER TABLE deed.migration ENABLE ROW LEVEL SECURITY
        """
            .formatted(role));

    for (var command : List.of("status", "history", "verify", "plan", "apply")) {
      var answer = stranger.run(command, "--env", "staging");
      assertThat(answer.exit()).as(command).isEqualTo(1);
      assertThat(answer.err())
          .contains("row security is active on deed.migration")
          .contains("ALTER TABLE deed.migration DISABLE ROW LEVEL SECURITY");
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRIGGER t AFTER INSERT ON deed.migration|CREATE TABLE made (id int);",
        "CONSTRAINT TRIGGER t AFTER INSERT ON deed.migration DEFERRABLE INITIALLY DEFERRED|CREATE TABLE made (id int);",
        "CONSTRAINT TRIGGER t AFTER INSERT ON deed.event DEFERRABLE INITIALLY DEFERRED|CREATE TABLE made (id int);",
        "TRIGGER t AFTER INSERT ON deed.event|VACUUM;",
      })
  void does_not_call_a_migration_applied_whose_row_is_deleted_after_it_was_counted(
      String trigger, String sql) throws IOException {
    auth.execute(
        """
        CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN
            IF new.version = '2' THEN
              DELETE FROM deed.event WHERE version = '2'; DELETE FROM deed.migration WHERE version = '2';
            END IF;
            RETURN NULL;
          END $$;
        CREATE %s FOR EACH ROW EXECUTE FUNCTION swallow()
        """
            .formatted(trigger));
    Files.writeString(folder.resolve("migrations/auth/web/2_made.sql"), sql);

    var answer = owner.run("apply", "--env", "staging");

    assertThat(answer.exit()).as(answer.screen()).isEqualTo(4);
    assertThat(answer.err())
        .contains("deed.migration did not keep the row that records this, or deed.event did not")
        .contains("drop what discards them");
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
