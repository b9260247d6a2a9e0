package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a migration has really done is compared with what its text says and the owners allow,
/// before the commit.
@ExtendWith(PostgresExtension.class)
class LiveEffectsTest {

  private static final String HIDDEN = "-- deed: touches nothing\nDO $$ BEGIN EXECUTE %s; END $$;";

  private static final String FILE = "migrations/main/billing/5_tidy.sql";

  @TempDir private Path folder;
  private String policies = "";
  private String allows = "";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DELETE FROM users WHERE id > 2|wrote 2 rows of public.users (owner: web)",
        "UPDATE users SET name = 'x' WHERE id = 1|wrote 1 row of public.users (owner: web)",
        "UPDATE users SET name = 'x' WHERE false|wrote public.users (owner: web)",
        "INSERT INTO notes VALUES (7)|wrote 1 row of public.notes (owner: web)",
        "TRUNCATE notes|wrote public.notes (owner: web)",
        "ALTER TABLE users ADD COLUMN x int|changed public.users (owner: web)",
        "ALTER TABLE users RENAME TO invoices_users|changed public.users (owner: web)",
        "ALTER TABLE users SET SCHEMA shop|changed public.users (owner: web)",
        "DROP TABLE notes|dropped public.notes (owner: web)",
        "DROP TABLE users CASCADE|dropped public.users (owner: web)",
        "LOCK TABLE notes IN SHARE MODE|locked SHARE public.notes (owner: web)",
        "CREATE INDEX ON users (name)|changed public.users (owner: web)",
        "DROP INDEX users_name|changed public.users (owner: web)",
        "DROP TRIGGER calm ON users|changed public.users (owner: web)",
        "ALTER TABLE users DISABLE TRIGGER calm|changed public.users (owner: web)",
        "DROP POLICY p ON users|changed public.users (owner: web)",
        "DROP RULE r ON users|changed public.users (owner: web)",
        "DROP STATISTICS user_statistics|changed public.users (owner: web)",
        "ALTER TABLE user_keys DROP CONSTRAINT user_keys_id_fkey|changed public.user_keys (owner: web)",
        "ALTER TABLE users ENABLE ROW LEVEL SECURITY|changed public.users (owner: web)",
        "ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x'|changed public.users (owner: web)",
        "ALTER TABLE user_keys RENAME CONSTRAINT user_keys_id_fkey TO k|changed public.user_keys (owner: web)",
        "CREATE PUBLICATION p FOR TABLE notes|changed public.notes (owner: web)",
        "CLUSTER users USING users_pkey|changed public.users (owner: web)",
        "REINDEX TABLE users|changed public.users (owner: web)",
        "ALTER TABLE parts DETACH PARTITION parts_1|changed public.parts_1 (owner: web)",
        "CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (10) TO (20)|created public.parts_2 (owner: web)",
        "DROP SCHEMA shop|dropped schema shop (owner: web)",
        "COMMENT ON FUNCTION greet() IS 'x'|changed function public.greet() (owner: web)",
        "ALTER INDEX users_name RENAME TO users_other|changed public.users (owner: web)",
        "CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()|changed public.users (owner: web)",
        "CREATE RULE r AS ON INSERT TO notes DO NOTHING|changed public.notes (owner: web)",
        "GRANT SELECT ON notes TO PUBLIC|changed public.notes (owner: web)",
        "GRANT SELECT (id) ON notes TO PUBLIC|changed public.notes (owner: web)",
        "COMMENT ON TABLE notes IS 'x'|changed public.notes (owner: web)",
        "COMMENT ON COLUMN notes.id IS 'x'|changed public.notes (owner: web)",
        "CREATE STATISTICS s ON id, name FROM users|changed public.users (owner: web)",
        "CREATE POLICY p ON notes|changed public.notes (owner: web)",
        "SELECT count(*) FROM notes|read public.notes (owner: web)",
        "SELECT id FROM notes FOR UPDATE|read public.notes (owner: web)",
        "CREATE VIEW invoices_v AS SELECT * FROM notes|referenced public.notes (owner: web)",
        "CREATE TABLE invoices_n (n int REFERENCES notes)|referenced public.notes (owner: web)",
        "CREATE TABLE invoices_n (n notes)|referenced public.notes (owner: web)",
        "CREATE TABLE invoices_n () INHERITS (notes)|referenced public.notes (owner: web)",
        "SELECT nextval('users_seq')|wrote sequence public.users_seq (owner: web)",
        "SELECT setval('users_serial_seq', 100)|wrote sequence public.users_serial_seq (owner: web)",
        "ALTER SEQUENCE users_seq INCREMENT 5|changed sequence public.users_seq (owner: web)",
        "CREATE OR REPLACE FUNCTION greet() RETURNS int LANGUAGE sql AS 'SELECT 2'|changed function public.greet() (owner: web)",
        "DROP FUNCTION greet()|dropped function public.greet() (owner: web)",
        "ALTER FUNCTION greet() RENAME TO meet|changed function public.greet() (owner: web)",
        "ALTER TYPE mood ADD VALUE 'glad'|changed type public.mood (owner: web)",
        "DROP TYPE mood|dropped type public.mood (owner: web)",
        "ALTER DOMAIN age ADD CHECK (VALUE > 1)|changed domain public.age (owner: web)",
        "ALTER SCHEMA shop RENAME TO market|changed schema shop (owner: web)",
        "DROP VIEW people|dropped view public.people (owner: web)",
        "CREATE OR REPLACE VIEW people AS SELECT id, upper(name) AS name FROM users|changed view public.people (owner: web)",
        "CREATE TABLE user_mails (id int)|created public.user_mails (owner: web)",
        "DELETE FROM deed.migration|wrote 4 rows of deed.migration, which belongs to deed itself",
        "DELETE FROM parts_1|wrote 1 row of public.parts_1 (owner: web)",
        "DELETE FROM parts|wrote 1 row of public.parts_1 (owner: web)",
        "LOCK TABLE notes IN ACCESS SHARE MODE|read public.notes (owner: web)",
        "LOCK TABLE notes IN ROW SHARE MODE|read public.notes (owner: web)",
        "COPY notes TO '/dev/null'|read public.notes (owner: web)",
        "CREATE TEMP TABLE x AS SELECT * FROM notes|read public.notes (owner: web)",
        "UPDATE people SET name = 'x' WHERE id = 1|wrote 1 row of public.users (owner: web)",
        "TRUNCATE users CASCADE|wrote public.users (owner: web)",
        "ALTER TABLE users SET (fillfactor = 50)|changed public.users (owner: web)",
        "ALTER TABLE users ALTER name SET STATISTICS 10|changed public.users (owner: web)",
        "ALTER TABLE users ALTER name SET (n_distinct = 5)|changed public.users (owner: web)",
        "ALTER TABLE users CLUSTER ON users_pkey|changed public.users (owner: web)",
        "REVOKE ALL ON FUNCTION greet() FROM PUBLIC|changed function public.greet() (owner: web)",
        "GRANT CREATE ON SCHEMA shop TO PUBLIC|changed schema shop (owner: web)",
        "GRANT USAGE ON TYPE mood TO pg_monitor|changed type public.mood (owner: web)",
        "SELECT setval('users_seq', 5, false)|wrote sequence public.users_seq (owner: web)",
        "ALTER SEQUENCE users_seq RESTART|changed sequence public.users_seq (owner: web)",
      })
  void rolls_back_what_a_declaration_leaves_out(String sql, String problem, TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").screen()).contains("applied");
    var before = state(main);
    write("main/billing/5_tidy.sql", HIDDEN.formatted(computed(sql)));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.screen())
        .contains(FILE + ": this also " + problem)
        .contains("Rolled back: nothing of main/5_tidy (billing) stays.");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(state(main)).isEqualTo(before);
    assertThat(
            main.query(
                "SELECT state, error LIKE '%this also%' FROM deed.migration WHERE version = '5'"))
        .containsExactly("failed|t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO invoices VALUES (9, 1)",
        "UPDATE invoices SET user_id = 2 WHERE id = 1",
        "ALTER TABLE invoices ADD COLUMN x int",
        "CREATE TABLE invoices_x (id serial PRIMARY KEY, u bigint REFERENCES users)",
        "CREATE TEMP TABLE users (id int); INSERT INTO pg_temp.users VALUES (1)",
        "CREATE VIEW invoices_v AS SELECT * FROM invoices",
        "CREATE FUNCTION pay() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM notes; END'",
        "SELECT relname FROM pg_class",
        "SELECT greet()",
        "DROP TABLE invoice_lines",
        "INSERT INTO events VALUES (1)",
        "CREATE EXTENSION IF NOT EXISTS plpgsql",
        "TRUNCATE invoice_lines",
        "INSERT INTO invoice_parts VALUES (1)",
        "ANALYZE invoices",
        "REINDEX TABLE invoice_lines",
        "CREATE TYPE invoices_pair AS (a int, b int); CREATE CAST (invoices_pair AS text) WITH INOUT",
        "CREATE STATISTICS invoices_both ON id, user_id FROM invoices; COMMENT ON STATISTICS invoices_both IS 'x'",
        "CREATE PUBLICATION invoices_out FOR TABLE invoices",
      })
  void lets_pass_what_the_service_may_do(String sql, TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    var declared = sql.contains("events") ? "events writes" : "nothing";
    write(
        "main/billing/5_tidy.sql",
        "-- deed: touches %s\nDO $$ BEGIN EXECUTE %s; END $$;".formatted(declared, computed(sql)));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT tidy()",
        "INSERT INTO invoice_lines VALUES (1, 1)",
        "DO $$ BEGIN PERFORM tidy(); EXCEPTION WHEN division_by_zero THEN NULL; END $$",
        "SAVEPOINT a; SELECT tidy(); RELEASE a",
      })
  void compares_every_migration_of_a_protected_environment(String sql, TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    write("main/billing/5_tidy.sql", sql + ";");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err())
        .contains(FILE + ": this also wrote 1 row of public.users (owner: web), ", "check could");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("4");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("3");
  }

  /// Made by hand, so that no reading of migrations can know it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER DATABASE %s SET track_counts = off|SELECT tidy()|wrote public.users (owner: web)",
        "ALTER DATABASE %s SET track_counts = off|SELECT grants()|changed public.users (owner: web)",
        "CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION widens()|CREATE TABLE invoices_x (id int)|changed public.users (owner: web)",
        "CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION makes()|CREATE INDEX ON invoice_lines (user_id)|created public.user_made (owner: web)",
        "ALTER TABLE notes ADD FOREIGN KEY (id) REFERENCES invoices ON DELETE CASCADE|DELETE FROM invoices WHERE id = 1|wrote 1 row of public.notes (owner: web)",
        "ALTER TABLE notes ADD FOREIGN KEY (id) REFERENCES invoices ON UPDATE CASCADE|UPDATE invoices SET id = 7 WHERE id = 1|wrote 1 row of public.notes (owner: web)",
        "CREATE RULE also AS ON INSERT TO invoice_lines DO ALSO DELETE FROM notes|INSERT INTO invoice_lines VALUES (1, 1)|wrote 1 row of public.notes (owner: web)",
        "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON invoice_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tidies_after()|INSERT INTO invoice_lines VALUES (1, 1)|wrote 1 row of public.users (owner: web)",
        "SELECT 1|SELECT grants()|changed public.users (owner: web)",
        "SELECT 1|SAVEPOINT a; SELECT grants(); RELEASE a|changed public.users (owner: web)",
        "SELECT 1|DO $$ BEGIN PERFORM grants(); EXCEPTION WHEN division_by_zero THEN NULL; END $$|changed public.users (owner: web)",
        "SELECT 1|SELECT replaces()|changed function public.greet() (owner: web)",
        "SELECT 1|SAVEPOINT a; SELECT tidy(); ROLLBACK TO a; SELECT replaces()|changed function public.greet() (owner: web)",
        "ALTER TABLE invoices ADD COLUMN n bigint DEFAULT nextval('users_seq')|INSERT INTO invoices VALUES (9, 1)|wrote sequence public.users_seq (owner: web)",
      })
  void sees_what_nobody_can_read(String setup, String sql, String problem, TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    main.execute("DROP TRIGGER tidies ON invoice_lines");
    main.execute(
        """
        CREATE FUNCTION grants() RETURNS int LANGUAGE plpgsql AS
          'BEGIN GRANT SELECT (id) ON users TO pg_monitor; RETURN 1; END';
        CREATE FUNCTION replaces() RETURNS int LANGUAGE plpgsql AS
          'BEGIN CREATE OR REPLACE FUNCTION greet() RETURNS int LANGUAGE sql AS ''SELECT 3''; RETURN 1; END';
        CREATE FUNCTION widens() RETURNS event_trigger LANGUAGE plpgsql AS
          'BEGIN ALTER TABLE users ADD COLUMN IF NOT EXISTS wide int; END';
        CREATE FUNCTION makes() RETURNS event_trigger LANGUAGE plpgsql AS
          'BEGIN CREATE TABLE user_made (id int); END';
        """);
    main.execute(setup.formatted(main.name()));
    write("main/billing/5_tidy.sql", sql + ";");
    quiet();

    var answer = console.run("apply", "--env", "production", "--yes");
    main.execute("DROP EVENT TRIGGER IF EXISTS e");

    assertThat(answer.err()).contains(": this also " + problem);
    assertThat(answer.exit()).isEqualTo(4);
  }

  @Test
  void sees_what_a_role_of_few_rights_does(TestDatabase main) throws IOException {
    var role = "low_" + main.name();
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    main.execute(
        """
        CREATE ROLE %1$s; GRANT %1$s TO current_user; REVOKE ALL ON DATABASE %2$s FROM PUBLIC;
        GRANT ALL ON SCHEMA public TO %1$s; ALTER TABLE invoices OWNER TO %1$s;
        """
            .formatted(role, main.name()));
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("  billing:\n", "  billing:\n    role: " + role + "\n"));
    try {
      write("main/billing/5_tidy.sql", "UPDATE invoices SET user_id = 2 WHERE id = 1;");
      var own = console.run("apply", "--env", "production", "--yes");
      assertThat(own.exit()).as(own.screen()).isZero();
      write("main/billing/6_tidy.sql", "SELECT tidy();");
      var answer = console.run("apply", "--env", "production", "--yes");
      assertThat(answer.err()).contains("this also wrote 1 row of public.users (owner: web)");
      assertThat(answer.exit()).isEqualTo(4);
    } finally {
      main.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }
  }

  /// `ALTER DOMAIN` locks the types that are made of the domain.
  @Test
  void takes_no_type_that_is_made_of_a_domain_for_changed(TestDatabase main) throws IOException {
    var console = console(main);
    write("main/billing/5_tidy.sql", "CREATE DOMAIN invoice_total AS int;");
    write("main/web/6_range.sql", "CREATE TYPE user_totals AS RANGE (subtype = invoice_total);");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write("main/billing/7_domain.sql", "ALTER DOMAIN invoice_total ADD CHECK (VALUE > 0);");
    quiet();

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  /// What is kept for the whole database or server, or is PostgreSQL's own, belongs to no service.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pg_largeobject_metadata | SELECT lo_unlink(77)",
        "pg_largeobject | SELECT lo_put(77, 0, 'x')",
        "pg_database | ALTER DATABASE %1$s CONNECTION LIMIT 50",
        "pg_db_role_setting | ALTER DATABASE %1$s SET work_mem = '9MB'",
        "pg_default_acl | ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC",
        "pg_cast | CREATE CAST (text AS int) WITH INOUT AS IMPLICIT",
        "pg_shdescription | COMMENT ON DATABASE %1$s IS 'x'",
        "pg_publication | CREATE PUBLICATION %1$s FOR ALL TABLES",
        "pg_language | REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC",
        "pg_namespace | GRANT CREATE ON SCHEMA public TO PUBLIC",
        "pg_proc | ALTER FUNCTION pg_catalog.lower(text) COST 2",
        "pg_class | GRANT SELECT ON pg_authid TO PUBLIC",
        "pg_am | CREATE ACCESS METHOD slow TYPE TABLE HANDLER heap_tableam_handler",
        "pg_conversion | CREATE DEFAULT CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
      })
  void stops_what_changes_the_whole_database(String catalog, String sql, TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    main.execute("SELECT lo_create(77)");
    write(
        "main/billing/5_tidy.sql",
        "-- deed: touches nothing\nDO $$ BEGIN EXECUTE %s; END $$;"
            .formatted(computed(sql.formatted(main.name()))));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.exit()).as(answer.screen()).isEqualTo(4);
    assertThat(answer.err()).contains("this also wrote pg_catalog." + catalog);
  }

  @Test
  void stops_a_hidden_function_that_is_called_instead_of_a_built_in_one(TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    var sql = "CREATE FUNCTION lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT 1'";
    write(
        "main/billing/5_tidy.sql",
        "-- deed: touches nothing\nDO $$ BEGIN EXECUTE %s; END $$;".formatted(computed(sql)));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.exit()).as(answer.screen()).isEqualTo(4);
    assertThat(answer.err()).contains("has the name of one of PostgreSQL's own functions");
  }

  /// Findings about how a migration is written are not what is tested here.
  private void quiet() throws IOException {
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "rules: {}",
                "rules: {index-not-concurrent: off, not-repeatable: off, transaction-control: off}"));
  }

  @Test
  void misses_none_of_the_tables_of_deed_itself(TestDatabase main) throws IOException {
    var console = console(main);
    write("main/billing/5_tidy.sql", "SELECT count(*) FROM deed.migration;");

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void compares_every_migration_everywhere_by_policy(TestDatabase main) throws IOException {
    policies = "compare_effects: always";
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    write("main/billing/5_tidy.sql", "SELECT tidy();");
    assertThat(console.run("apply", "--env", "local").exit()).isEqualTo(4);
    policies = "compare_effects: opaque";
    var less = console(main);
    assertThat(less.run("apply", "--env", "production", "--yes").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAVEPOINT a; SELECT tidy(); ROLLBACK TO a",
        "DO $$ BEGIN PERFORM tidy(); RAISE division_by_zero; EXCEPTION WHEN division_by_zero THEN NULL; END $$",
        "CREATE TABLE invoices_x (id serial PRIMARY KEY, u bigint REFERENCES users)",
        "DROP TABLE invoice_lines",
        "ALTER TABLE invoices ADD COLUMN note text; UPDATE invoices SET note = 'x' WHERE id = 1",
        "INSERT INTO invoices VALUES (7, 1); DELETE FROM invoices WHERE id = 7",
        "INSERT INTO events VALUES (1)",
        "CREATE VIEW invoices_v AS SELECT id FROM invoices",
        "CREATE FUNCTION pay() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM invoices'",
        "CREATE TEMP TABLE users (id int) ON COMMIT DROP; INSERT INTO users VALUES (1)",
        "CREATE EXTENSION IF NOT EXISTS hstore",
        "CREATE INDEX ON invoice_lines (user_id)",
        "ALTER TABLE invoice_parts DETACH PARTITION invoice_parts_1",
        "CREATE TABLE invoice_parts_2 PARTITION OF invoice_parts FOR VALUES FROM (10) TO (20)",
        "TRUNCATE invoice_lines",
        "SELECT count(*) FROM pg_class; SELECT * FROM deed.migration",
        "COMMENT ON TABLE invoices IS 'x'",
        "CREATE TYPE invoices_state AS ENUM ('a'); CREATE DOMAIN invoices_n AS int CHECK (VALUE > 0)",
        "SELECT greet()",
        "ALTER TABLE invoices ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users NOT VALID; ALTER TABLE invoices VALIDATE CONSTRAINT k; ALTER TABLE invoices DROP CONSTRAINT k",
        "ALTER TABLE invoices RENAME TO invoices_old; CREATE TABLE invoices (id bigint PRIMARY KEY)",
        "SELECT nextval('invoices_seq'); CREATE SEQUENCE invoices_seq2",
      })
  void raises_no_false_alarm(String sql, TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    main.execute("DROP TRIGGER tidies ON invoice_lines");
    write("main/billing/5_tidy.sql", sql + ";");
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "rules: {}",
                "rules: {drop-table: off, truncate-table: off, index-not-concurrent: off, explicit-lock: off, create-partition-of: off, unpinned-extension: off, rename-table: off, detach-not-concurrent: off, not-repeatable: off, transaction-control: off, validate-in-same-transaction: off}"));

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void compares_what_is_run_by_hand(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);

    var answer =
        console.run(
            "exec",
            "SELECT tidy()",
            "--service",
            "billing",
            "--env",
            "local",
            "-d",
            "main",
            "--yes");

    assertThat(answer.screen())
        .contains("this also wrote 1 row of public.users (owner: web), which check could not see")
        .contains("Rolled back: nothing was changed.");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("4");
    var own =
        console.run(
            "exec",
            "DELETE FROM invoices WHERE id = 1",
            "--service",
            "billing",
            "--env",
            "local",
            "-d",
            "main",
            "--yes");
    assertThat(own.exit()).as(own.screen()).isZero();
  }

  @Test
  void compares_what_is_rolled_back(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    Files.writeString(
        folder.resolve("migrations/main/billing/5_tidy.sql"),
        "SELECT 1;\n-- DOWN Migration\n-- SELECT tidy();\n");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();

    var answer = console.run("rollback", "-1", "--env", "production", "-d", "main", "--yes");

    assertThat(answer.err()).contains("this also wrote 1 row of public.users (owner: web)");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("4");
    assertThat(main.query("SELECT state FROM deed.migration WHERE version = '5'"))
        .containsExactly("applied");
  }

  @Test
  void rolls_back_a_statement_that_runs_alone(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    write(
        "main/billing/5_tidy.sql",
        "-- deed: transaction none\nDELETE FROM invoices WHERE id = 1;\nSELECT tidy();\nSELECT 2;");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err())
        .contains(FILE + ": this also wrote 1 row of public.users (owner: web)")
        .contains("Applied: 1 of 3 statements of main/5_tidy (billing); this stays");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(main.query("SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM invoices)"))
        .containsExactly("4|1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL tidies()",
        "DO $$ BEGIN PERFORM tidy(); COMMIT; PERFORM 1; END $$",
        "DO $$ BEGIN COMMIT; PERFORM tidy(); END $$",
        "DO $$ BEGIN PERFORM 1; COMMIT; EXECUTE convert_from('\\x414c544552205441424c4520757365727320414444207820696e74', 'UTF8'); COMMIT; END $$",
        "DO $$ BEGIN EXECUTE convert_from('\\x44524f50205441424c4520757365725f6b657973', 'UTF8'); COMMIT; END $$",
      })
  void tells_of_what_has_committed_by_itself(String sql, TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    write(
        "main/billing/5_tidy.sql",
        "-- deed: transaction none\nINSERT INTO invoices VALUES (8, 2);\n-- deed: touches nothing\n"
            + sql
            + ";\nSELECT 2;");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err())
        .contains(FILE + ":4:1: this also ")
        .containsPattern("public.user(s|_keys) \\(owner: web\\), which the file does not declare")
        .contains("Applied: 2 of 3 statements of main/5_tidy (billing); this stays");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(
            main.query(
                "SELECT state, cardinality(finished) FROM deed.migration WHERE version = '5'"))
        .containsExactly("failed|2");
  }

  @Test
  void says_nothing_of_a_block_that_commits_only_what_is_its_own(TestDatabase main)
      throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write(
        "main/billing/5_tidy.sql",
        "-- deed: transaction none\n-- deed: touches nothing\nDO $$ BEGIN INSERT INTO invoices VALUES (9, 1); COMMIT; CREATE TABLE invoices_n (i int); COMMIT; END $$;");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void rolls_back_the_batch_of_a_backfill(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    main.execute(
        "CREATE TRIGGER tidies AFTER UPDATE ON invoices FOR EACH ROW WHEN (new.id = 2) EXECUTE FUNCTION tidies_after()");
    write(
        "main/billing/5_tidy.sql",
        "-- deed: backfill key=id batch=1\nUPDATE invoices SET user_id = 3 WHERE user_id < 3;");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err())
        .contains(FILE + ":2:1: this also wrote 1 row of public.users (owner: web), ")
        .contains("The batches that are committed stay; the next run continues after them.");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(main.query("SELECT id, user_id FROM invoices ORDER BY id"))
        .containsExactly("1|3", "2|2");
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("4");
  }

  @Test
  void lets_a_cascade_pass_that_the_owner_allows(TestDatabase main) throws IOException {
    var sql = "DROP TABLE invoices CASCADE;";
    var console = console(main);
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "    team: Web platform\n",
                "    team: Web platform\n    uses: {main: [{table: invoices, access: references}]}\n"));
    write(
        "main/web/4_more.sql",
        "CREATE TABLE user_bills (id bigint PRIMARY KEY, bill bigint REFERENCES invoices);");
    assertThat(console.run("apply", "--env", "local").screen()).contains("applied      4");
    write("main/billing/5_tidy.sql", sql);
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("rules: {}", "rules: {drop-table: off, drop-cascade: off}"));
    var refused = console.run("apply", "--env", "production", "--yes");
    assertThat(refused.screen()).contains("[foreign-dependants]", "public.user_bills");
    assertThat(refused.exit()).isEqualTo(1);
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "    team: Web platform\n",
                "    team: Web platform\n    allows: [{migration: main/5, by: billing, reason: \"agreed\"}]\n"));

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(
            main.query("SELECT count(*) FROM pg_constraint WHERE conname LIKE 'user_bills_bill%'"))
        .containsExactly("0");
  }

  /// An extension's own objects do not count, but what its script does to others does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE TABLE @extschema@.settings (id int); INSERT INTO settings VALUES (1);|",
        "DELETE FROM public.users WHERE id = 4;|wrote 1 row of public.users (owner: web)",
        "ALTER TABLE public.users ADD COLUMN more int;|changed public.users (owner: web)",
      })
  void sees_what_the_script_of_an_extension_does(String script, String problem, TestDatabase main)
      throws IOException {
    var share = main.query("SELECT setting FROM pg_config WHERE name = 'SHAREDIR'").getFirst();
    var extensions = Path.of(share, "extension");
    assumeTrue(Files.isWritable(extensions), "the server is not on this machine");
    var name = "deed_" + main.name();
    var control = extensions.resolve(name + ".control");
    var sql = extensions.resolve(name + "--1.0.sql");
    Files.writeString(control, "default_version = '1.0'\nrelocatable = false\n");
    Files.writeString(sql, script + "\n");
    try {
      var console = console(main);
      assertThat(console.run("apply", "--env", "local").exit()).isZero();
      write("main/billing/5_tidy.sql", "CREATE EXTENSION " + name + " VERSION '1.0';");

      var answer = console.run("apply", "--env", "production", "--yes");

      if (problem == null) {
        assertThat(answer.exit()).as(answer.screen()).isZero();
      } else {
        assertThat(answer.err()).contains(": this also " + problem);
        assertThat(answer.exit()).isEqualTo(4);
      }
    } finally {
      Files.delete(control);
      Files.delete(sql);
    }
  }

  /// A directive's query reads under the service's name, too.
  @Test
  void sees_what_an_expectation_reads(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write(
        "main/billing/5_tidy.sql",
        "UPDATE invoices SET user_id = 2 WHERE id = 1;\n-- deed: expect SELECT count(*) FROM notes = 1\n");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.screen()).contains("public.notes", "owner", "web");
    assertThat(answer.exit()).isIn(1, 4);
    write(
        "main/billing/5_tidy.sql",
        "UPDATE invoices SET user_id = 2 WHERE id = 1;\n-- deed: expect SELECT count(*) FROM users = 4\n");
    var granted = console.run("apply", "--env", "production", "--yes");
    assertThat(granted.exit()).as(granted.screen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT lo_create(0)",
        "SELECT lo_unlink(lo_from_bytea(0, '\\\\x00'))",
        "REFRESH MATERIALIZED VIEW invoices_totals",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY invoices_totals",
      })
  void says_nothing_of_large_objects_and_own_materialized_views(String sql, TestDatabase main)
      throws IOException {
    var console = console(main);
    write(
        "main/billing/2_invoices.sql",
        """
        CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
        CREATE TABLE invoice_lines (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
        CREATE INDEX ON invoices (user_id);
        CREATE INDEX ON invoice_lines (user_id);
        CREATE MATERIALIZED VIEW invoices_totals AS SELECT u.id, count(*) AS n
          FROM users u JOIN invoices i ON i.user_id = u.id GROUP BY u.id;
        CREATE UNIQUE INDEX ON invoices_totals (id);
        """);
    var first = console.run("apply", "--env", "local");
    assertThat(first.exit()).as(first.screen()).isZero();
    write(
        "main/billing/5_tidy.sql",
        "-- deed: touches nothing\nDO $$ BEGIN EXECUTE %s; END $$;".formatted(computed(sql)));

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void sees_the_refresh_of_another_services_view(TestDatabase main) throws IOException {
    var console = console(main);
    write(
        "main/web/4_more.sql",
        "CREATE MATERIALIZED VIEW user_totals AS SELECT count(*) AS n FROM users;");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write(
        "main/billing/5_tidy.sql",
        HIDDEN.formatted(computed("REFRESH MATERIALIZED VIEW user_totals")));

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err()).contains(": this also ", "public.user_totals (owner: web)");
    assertThat(answer.exit()).isEqualTo(4);
  }

  /// Where a function switches the counters off, the locks show what it wrote.
  @Test
  void sees_what_is_written_with_the_counters_off(TestDatabase main) throws IOException {
    var console = console(main);
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    byHand(main);
    main.execute(
        """
        CREATE FUNCTION quiet() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          PERFORM set_config('track_counts', 'off', true);
          DELETE FROM users WHERE id = 4;
          GRANT SELECT ON notes TO PUBLIC;
          PERFORM set_config('track_counts', 'on', true);
          RETURN 1;
        END $$;
        """);
    write("main/billing/5_tidy.sql", "SELECT quiet();");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err())
        .contains("wrote public.users (owner: web)", "changed public.notes (owner: web)");
    assertThat(answer.exit()).isEqualTo(4);
    assertThat(main.query("SELECT count(*) FROM users")).containsExactly("4");
  }

  /// What no migration has made: a function, a procedure and a trigger that write users.
  private static void byHand(TestDatabase main) {
    main.execute(
        """
        CREATE FUNCTION tidy() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS
          'BEGIN DELETE FROM users WHERE id = 4; RETURN 1; END';
        CREATE PROCEDURE tidies() LANGUAGE plpgsql AS
          'BEGIN DELETE FROM users WHERE id = 4; COMMIT; PERFORM 1; COMMIT; END';
        CREATE FUNCTION tidies_after() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN DELETE FROM users WHERE id = 4; RETURN NULL; END';
        CREATE TRIGGER tidies AFTER INSERT ON invoice_lines FOR EACH ROW EXECUTE FUNCTION tidies_after();
        CREATE TABLE bills (id bigint PRIMARY KEY);
        CREATE SEQUENCE invoices_seq;
        """);
  }

  /// An expression that no reading of text takes for this SQL.
  private static String computed(String sql) {
    var hex = HexFormat.of().formatHex(sql.getBytes(UTF_8));
    return "convert_from(decode('%s', 'hex'), 'UTF8')".formatted(hex);
  }

  private static String state(TestDatabase main) {
    return String.join(
        "\n",
        main.query(
            """
            SELECT (SELECT string_agg(format('%s %s %s', relname, relacl, relnatts), ',' ORDER BY oid)
                    FROM pg_class WHERE relnamespace::regnamespace::text IN ('public', 'shop')),
                   (SELECT string_agg(users::text, ',') FROM users), (SELECT count(*) FROM notes),
                   (SELECT count(*) FROM invoices), (SELECT count(*) FROM user_debts), (SELECT greet())
            """));
  }

  private Console console(TestDatabase main) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        rules: {}
        services:
          web:
            owns: {main: [users, "user_*", notes, parts, "parts_*", events]}
            team: Web platform
            contact: "#web"
            %3$s
          billing:
            owns: {main: [invoices, "invoice_*", "invoices_*"]}
            uses: {main: [{table: users, access: references}, {table: events, access: writes}, {table: user_debts, access: writes, columns: [id]}]}
        policies: {%2$s}
        environments:
          local: {urls: {main: "%1$s"}}
          production: {protected: true, urls: {main: "%1$s"}}
        """
            .formatted(main.url(), policies, allows));
    write(
        "main/web/1_users.sql",
        """
        CREATE TABLE users (id bigint PRIMARY KEY, name text, serial serial);
        ALTER SEQUENCE users_serial_seq RESTART;
        CREATE INDEX users_name ON users (name);
        CREATE TABLE notes (id bigint PRIMARY KEY);
        CREATE TABLE events (id bigint);
        CREATE TABLE parts (id bigint) PARTITION BY RANGE (id);
        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (9);
        CREATE SEQUENCE users_seq;
        CREATE FUNCTION greet() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE TYPE mood AS ENUM ('sad');
        CREATE DOMAIN age AS int;
        CREATE SCHEMA shop;
        CREATE VIEW people AS SELECT id, name FROM users;
        INSERT INTO users VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
        CREATE TRIGGER calm BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
        CREATE POLICY p ON users;
        CREATE RULE r AS ON DELETE TO users WHERE old.id = 0 DO INSTEAD NOTHING;
        CREATE TABLE user_keys (id bigint REFERENCES users);
        CREATE STATISTICS user_statistics ON id, name FROM users;
        INSERT INTO notes VALUES (1);
        INSERT INTO parts VALUES (1);
        """);
    write(
        "main/billing/2_invoices.sql",
        """
        CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
        CREATE INDEX ON invoices (user_id);
        CREATE TABLE invoice_lines (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
        CREATE TABLE invoice_parts (id bigint) PARTITION BY RANGE (id);
        CREATE TABLE invoice_parts_1 PARTITION OF invoice_parts FOR VALUES FROM (1) TO (9);
        INSERT INTO invoices VALUES (1, 1), (2, 2);
        """);
    write("main/web/3_more.sql", "SELECT 1;");
    write("main/web/4_more.sql", "SELECT 1;");
    main.execute(
        """
        DO $$ BEGIN IF to_regclass('user_debts') IS NULL THEN
          CREATE TABLE user_debts (id bigint);
        END IF; END $$
        """);
    return Console.in(folder);
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve("migrations").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up + "\n-- DOWN Migration\n-- SELECT 1;\n");
  }
}
