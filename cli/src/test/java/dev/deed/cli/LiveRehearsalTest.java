package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.PgDump;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `rehearse`: what is wrong with ups and downs, found on a copy, and no copy left.
@ExtendWith(PostgresExtension.class)
class LiveRehearsalTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: [users, "user_*"]}}
        api: {owns: {main: [keys]}, uses: {main: [{table: users, access: references}]}}
      environments:
        dev:
          urls: {main: "%s"}
      """;

  private static final String COPIES =
      "SELECT count(*) FROM pg_database WHERE datname LIKE 'deed_scratch_20%'";

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void writeOwnership(TestDatabase database) throws IOException {
    server = database;
    write("schema-ownership.yaml", OWNERSHIP.formatted(database.url()));
    web(
        "01_users",
        "CREATE TABLE users (id int PRIMARY KEY, name text, note text);"
            + "INSERT INTO users VALUES (1, 'ann', 'x'), (2, 'bob', 'y')",
        "DROP TABLE users");
  }

  @AfterEach
  void leaves_no_copy() {
    assertThat(server.query(COPIES)).containsExactly("0");
  }

  @Test
  void tries_downs_one_by_one_and_goes_on_after_a_wrong_one() throws IOException {
    web(
        "02_left_over",
        "ALTER TABLE users ADD COLUMN email text; CREATE INDEX users_email ON users (email)",
        "DROP INDEX users_email");
    web("03_fails", "ALTER TABLE users ADD COLUMN age int", "ALTER TABLE users DROP COLUMN agge");
    web(
        "04_other_default",
        "ALTER TABLE users ALTER COLUMN note SET DEFAULT 'n'",
        "ALTER TABLE users ALTER COLUMN note SET DEFAULT ''");
    web("05_order", "ALTER TABLE users DROP COLUMN name", "ALTER TABLE users ADD COLUMN name text");
    web("06_good", "CREATE VIEW user_names AS SELECT id FROM users", "DROP VIEW user_names");
    web("07_one_way", "DROP VIEW user_names", "");
    var answer = rehearse(1);
    assertThat(answer.out())
        .contains(
            "column public.users.email is left over",
            "the down fails: ",
            "column \"agge\" of relation \"users\" does not exist",
            "column public.users.note differs in default",
            "warning: the down leaves another schema than there was before the up: table"
                + " public.users differs in columns",
            "public.users has other values in name",
            "main/06_good (web)\n  up",
            "7 migrations: 2 lead back and forth, 4 do not, 1 without a way back or not tried");
    assertThat(answer.out().lines().filter(line -> line.contains("[rehearsed-down]"))).hasSize(5);
  }

  @Test
  void reports_what_follows_from_a_wrong_down_and_downs_that_cannot_be_run() throws IOException {
    web("02_rename", "ALTER TABLE users RENAME note TO remark", "SELECT 1");
    web("03_syntax", "CREATE TABLE user_a (id int)", "DROP TABEL user_a");
    web("04_begin", "CREATE TABLE user_b (id int)", "BEGIN; DROP TABLE user_b");
    web("05_good", "CREATE TABLE user_d (id int)", "DROP TABLE user_d");
    web(
        "06_view",
        "CREATE MATERIALIZED VIEW user_m AS SELECT id FROM users; CREATE TABLE user_x (n int)",
        "DROP TABLE user_x; DROP MATERIALIZED VIEW user_m");
    web(
        "07_emptied",
        "DROP MATERIALIZED VIEW user_m",
        "CREATE MATERIALIZED VIEW user_m AS SELECT id FROM users WITH NO DATA");
    web(
        "08_second",
        "CREATE MATERIALIZED VIEW IF NOT EXISTS user_m AS SELECT id FROM users",
        "REFRESH MATERIALIZED VIEW user_m WITH NO DATA");

    var answer = rehearse(1);

    assertThat(answer.out())
        .contains(
            "error: after the down, the up cannot be applied again: ",
            "column \"note\" does not exist",
            "main/02_rename (web)",
            "web/03_syntax.sql:5:9: error: the down cannot be run: ",
            "web/04_begin.sql:5:4: error: the down cannot be run: BEGIN begins or ends a transaction",
            "main/05_good (web)",
            "error: the down leaves materialized view public.user_m without its rows",
            "error: the second up leaves materialized view public.user_m without its rows",
            "add to the up: REFRESH MATERIALIZED VIEW public.user_m");
    assertThat(answer.screen()).doesNotContain("not tried: main/");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void sees_locks_work_and_what_the_text_does_not_show() throws IOException {
    api(
        "02_keys",
        "CREATE TABLE keys (id int PRIMARY KEY, u int REFERENCES users);"
            + "DO $$ BEGIN EXECUTE 'UPDATE ' || lower('USERS') || ' SET note = NULL'; END $$",
        "DROP TABLE keys");
    web(
        "03_rewrite",
        "ALTER TABLE users ALTER COLUMN id TYPE bigint; GRANT SELECT ON users TO reporting_4711",
        "REVOKE SELECT ON users FROM reporting_4711; ALTER TABLE users ALTER COLUMN id TYPE int");
    var console = Console.in(folder);
    // A server of its own, on which the role is made.
    var answer = console.run("rehearse", "--format", "text", "--format", "json=out.json");
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "up: SHARE ROW EXCLUSIVE on public.users (owner: web) for",
            "error: this also wrote 2 rows of public.users (owner: web)",
            "in a migration of api [rehearsed-effects]",
            "up: rewrote public.users (",
            "main/03_rewrite (web)");
    assertThat(Files.readString(folder.resolve("out.json")))
        .contains("\"foreseen\" : \"ACCESS EXCLUSIVE\"", "\"proved\" : true");
  }

  @Test
  void tries_what_is_pending_and_cancels_what_does_not_end() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    web("02_endless", "SELECT pg_sleep(600)", "SELECT 1");
    web("03_after", "CREATE TABLE user_a (id int)", "DROP TABLE user_a");
    var answer = rehearse(1, "--env", "dev", "--timeout", "1s");
    assertThat(answer.out())
        .contains(
            "error: the up had not ended after 1 s, and was cancelled [rehearsed-up]",
            "not tried: main/02_endless (web) has failed")
        .doesNotContain("01_users");
    assertThat(server.query("SELECT to_regclass('user_a') IS NULL")).containsExactly("t");
  }

  @Test
  void says_why_nothing_is_tried() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    var file = "migrations/main/web/01_users.sql";
    assertThat(rehearse(0, "--env", "dev").out()).isEqualTo("there is nothing to try\n");
    assertThat(rehearse(0, "--env", "dev", file).out())
        .startsWith("main/01_users (web) is applied in dev already, and was not tried;");
    web("01_users", "CREATE TABLE users (id bigint PRIMARY KEY)", "DROP TABLE users");
    assertThat(rehearse(0, "--env", "dev").out())
        .isEqualTo(
            "main/01_users (web) is applied in dev already, with another text, and was not tried;"
                + " from an empty database on: deed rehearse "
                + file
                + "\nthere is nothing to try\n");
    Files.delete(folder.resolve(file));
    assertThat(Console.in(folder).run("rehearse").out())
        .isEqualTo("there are no migration files\nthere is nothing to try\n");
  }

  /// The copy has dbmate's table without its rows, and dbmate will apply nothing there.
  @Test
  void tries_what_another_tool_has_not_applied_yet() throws IOException {
    write("db/01_users.sql", "-- migrate:up\nCREATE TABLE users (id int);\n");
    write(
        "db/02_note.sql",
        "-- migrate:up\nALTER TABLE users ADD note text;\n"
            + "-- migrate:down\nALTER TABLE users DROP note;\n");
    write(
        "schema-ownership.yaml",
        OWNERSHIP
            .formatted(server.url())
            .replace(
                "{postgres: 14}", "{postgres: 14, tool: dbmate, migrations: db, service: web}"));
    server.execute(
        "CREATE TABLE users (id int); CREATE TABLE schema_migrations (version text PRIMARY KEY);"
            + "INSERT INTO schema_migrations VALUES ('01')");
    var answer = rehearse(0, "--env", "dev");
    assertThat(answer.out())
        .contains("main/02_note (web)", "1 migration: 1 leads back and forth")
        .doesNotContain("01_users", "schema_migrations");
    assertThat(server.query("SELECT version FROM schema_migrations")).containsExactly("01");
  }

  @Test
  void shows_how_long_a_load_waits() throws IOException {
    web(
        "02_slow",
        "ALTER TABLE users ADD COLUMN age int; SELECT pg_sleep(0.3)",
        "ALTER TABLE users DROP COLUMN age");
    write(
        "load.sql", "\\set id random(1, 1 + 1)\nUPDATE users\n  SET note = 'n' WHERE id = :id;\n");
    assertThat(rehearse(0, "--load", "load.sql", "--clients", "2").out())
        .containsPattern(
            "main/02_slow \\(web\\)(.|\n)*up: the load waited [0-9]{3,4} ms for locks");
    write("load.sql", "\\gset\n");
    assertThat(Console.in(folder).run("rehearse", "--load", "load.sql").err())
        .contains("load.sql:1: deed understands only \\set and \\sleep");
  }

  @Test
  void compares_rows_that_the_migration_names() throws IOException {
    web(
        "02_function",
        "CREATE FUNCTION touch() RETURNS void LANGUAGE sql AS $$ UPDATE users SET note = 'n' $$;"
            + "CREATE TABLE user_log AS SELECT random() AS n;"
            + "-- deed: expect-rows users public.user_log\nSELECT touch()",
        "DROP FUNCTION touch; DROP TABLE user_log");
    web(
        "03_unknown",
        "-- deed: expect-rows user\nCREATE TABLE user_b (id int)",
        "DROP TABLE user_b");
    var answer = rehearse(1);
    assertThat(answer.out())
        .contains(
            "error: the down does not bring back all rows as they were: public.users has other values in note",
            "warning: the second up leads to other rows than the first: public.user_log has other values in n",
            "error: expect-rows names table user, which there is neither before nor after the up");
    web("04_nothing", "-- deed: expect-rows\nSELECT 1", "SELECT 1");
    assertThat(Console.in(folder).run("check").out())
        .contains("nothing follows `expect-rows`", "-- deed: expect-rows <table> [<table> ...]");
  }

  /// Nothing but pg_dump sees the options of a publication here.
  @Test
  void sees_rows_that_the_text_does_not_name_and_sequences_that_go_back() throws IOException {
    web(
        "02_base",
        """
        CREATE TABLE user_p (id int PRIMARY KEY, a text, b text);
        INSERT INTO user_p VALUES (1, 'x', 'y'), (2, 'v', 'w');
        CREATE TABLE user_c (p int REFERENCES user_p ON DELETE CASCADE);
        INSERT INTO user_c VALUES (2);
        CREATE TABLE user_d (d int) PARTITION BY LIST (d);
        CREATE TABLE user_d1 PARTITION OF user_d FOR VALUES IN (1);
        INSERT INTO user_d VALUES (1);
        CREATE TABLE user_s (id serial PRIMARY KEY);
        INSERT INTO user_s DEFAULT VALUES;
        INSERT INTO user_s DEFAULT VALUES;
        CREATE TABLE user_log (n int)\
        """,
        "DROP TABLE user_log, user_s, user_d, user_c, user_p");
    web("05_cascade", "DELETE FROM user_p WHERE id = 2", "INSERT INTO user_p VALUES (2, 'v', 'w')");
    web("04_partition", "TRUNCATE user_d", "SELECT 1");
    web(
        "03_shuffled",
        "UPDATE user_p SET a = 'x1' WHERE id = 1",
        "UPDATE user_p SET a = CASE id WHEN 1 THEN 'v' ELSE 'x' END");
    web(
        "06_sequence",
        "ALTER TABLE user_s ALTER id DROP DEFAULT; DROP SEQUENCE user_s_id_seq",
        "CREATE SEQUENCE user_s_id_seq AS int OWNED BY user_s.id;"
            + " ALTER TABLE user_s ALTER id SET DEFAULT nextval('user_s_id_seq')");
    web(
        "07_trigger",
        "CREATE FUNCTION user_lg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO user_log"
            + " VALUES (1); RETURN new; END'; CREATE TRIGGER lg AFTER INSERT ON user_s FOR EACH ROW"
            + " EXECUTE FUNCTION user_lg()",
        "DROP FUNCTION user_lg() CASCADE");
    web("08_by_trigger", "INSERT INTO user_s VALUES (100)", "DELETE FROM user_s WHERE id = 100");
    write(
        "migrations/main/web/09_empty.sql",
        "-- UP Migration\nALTER TABLE users ADD COLUMN zip text;\n-- DOWN Migration\n-- nothing\n");
    write(
        "migrations/main/web/10_nothing.sql",
        "-- UP Migration\nALTER TABLE users ADD COLUMN IF NOT EXISTS zip text;\n"
            + "-- DOWN Migration\n-- nothing\n");

    var answer = rehearse(1);

    assertThat(answer.out())
        .contains(
            "public.user_c had 1 and has 0 now",
            "public.user_d1 had 1 and has 0 now",
            "public.user_p has its values in other rows",
            "sequence public.user_s_id_seq was at 2 and is at its start now",
            "public.user_log had 0 and has 1 now",
            "the down has no statement, so what the up has changed stays: column"
                + " public.users.zip is left over");
    assertThat(answer.out().lines().filter(line -> line.contains("[rehearsed-rows]"))).hasSize(5);
    assertThat(answer.out().lines().filter(line -> line.contains("[rehearsed-down]"))).hasSize(1);
  }

  /// On a server of its own, since what belongs to the whole server is not tried on another.
  @Test
  void sees_what_a_down_leaves_on_the_server() throws IOException {
    write(
        "migrations/main/web/02_role.sql",
        "-- UP Migration\nCREATE ROLE deed_r1;\n-- DOWN Migration\n-- nothing\n");
    web(
        "03_member",
        "CREATE ROLE deed_r2; GRANT deed_r1 TO deed_r2",
        "REVOKE deed_r1 FROM deed_r2");
    web("04_setting", "ALTER ROLE deed_r1 SET work_mem = '9MB'", "ALTER ROLE deed_r1 NOLOGIN");
    web("05_attribute", "ALTER ROLE deed_r1 LOGIN", "SELECT 1");
    web("06_large", "SELECT lo_create(4711)", "SELECT 1");
    web("07_right", "CREATE ROLE deed_r3 LOGIN IN ROLE deed_r1", "DROP ROLE deed_r3");
    web(
        "08_sequence",
        "CREATE SEQUENCE user_q; SELECT setval('user_q', 9)",
        "DROP SEQUENCE user_q");
    write(
        "migrations/main/web/09_back.sql",
        "-- UP Migration\nSELECT setval('user_q', 2);\n-- DOWN Migration\n-- nothing\n");
    var answer = Console.in(folder).run("rehearse");
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "changed on the server: role deed_r1 is left over",
            "role deed_r2 is left over",
            "setting work_mem of role deed_r1 is left over",
            "changed on the server: role deed_r1 differs",
            "changed on the server: large object 4711 is left over",
            "sequence public.user_q was at 9 and is at 2 now")
        .doesNotContain("deed_r3", "not tried:");
  }

  /// What a down leaves there must not keep the later migrations from being tried.
  @Test
  void sees_what_else_a_down_leaves_on_the_server_and_removes_it() throws IOException {
    var onDatabase = "DO $$ BEGIN EXECUTE format('%s', current_database()); END $$";
    web(
        "02_base",
        "CREATE ROLE deed_f1; CREATE DATABASE deed_f_other; CREATE TABLE user_t (id int);"
            + "SELECT lo_create(4711)",
        "SELECT lo_unlink(4711); DROP TABLE user_t; DROP DATABASE deed_f_other; DROP ROLE deed_f1");
    web("03_file", "ALTER SYSTEM SET work_mem = '8MB'", "SELECT 1");
    web("04_slot", "SELECT pg_create_physical_replication_slot('deed_f')", "SELECT 1");
    web("05_origin", "SELECT pg_replication_origin_create('deed_f')", "SELECT 1");
    web("06_all_roles", "ALTER ROLE ALL SET work_mem = '7MB'", "SELECT 1");
    web("07_owner", onDatabase.formatted("ALTER DATABASE %I OWNER TO deed_f1"), "SELECT 1");
    web("08_comment", onDatabase.formatted("COMMENT ON DATABASE %I IS ''x''"), "SELECT 1");
    web("09_limit", onDatabase.formatted("ALTER DATABASE %I CONNECTION LIMIT 77"), "SELECT 1");
    web("10_grant", onDatabase.formatted("REVOKE TEMP ON DATABASE %I FROM PUBLIC"), "SELECT 1");
    web("11_content", "SELECT lo_put(4711, 0, 'abc')", "SELECT lo_put(4711, 0, 'xyz')");
    web("12_object", "COMMENT ON LARGE OBJECT 4711 IS 'x'", "SELECT 1");
    web("13_other", "ALTER DATABASE deed_f_other SET work_mem = '6MB'", "SELECT 1");
    web(
        "14_label",
        "SET allow_system_table_mods = on; INSERT INTO pg_shseclabel"
            + " SELECT oid, 1260, 'deed', 'secret' FROM pg_roles WHERE rolname = 'deed_f1' AND NOT EXISTS (SELECT FROM pg_shseclabel)",
        "SELECT 1");
    web(
        "15_subscription",
        "CREATE SUBSCRIPTION deed_f CONNECTION 'host=nowhere.invalid' PUBLICATION p"
            + " WITH (connect = false, enabled = false, slot_name = NONE)",
        "SELECT 1");
    web("16_good", "ALTER TABLE user_t ADD n int", "ALTER TABLE user_t DROP n");

    var answer = Console.in(folder).run("rehearse", "--cross-check", "never");

    assertThat(answer.exit()).as(answer.screen()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "setting work_mem of the whole server (ALTER SYSTEM) is left over",
            "add to the down: ALTER SYSTEM RESET work_mem; if it cannot be undone",
            "replication slot deed_f is left over",
            "add to the down: SELECT pg_drop_replication_slot('deed_f'); if",
            "the schema is back, but not: replication slot deed_f",
            "replication origin deed_f is left over",
            "setting work_mem of all roles is left over",
            "on the server: the owner of the database differs [",
            "the comment on the database differs",
            "the connection limit of the database differs",
            "the access list of the database differs",
            "the schema is back, but not: large object 4711",
            "setting work_mem of database deed_f_other is left over",
            "the security label of deed on role deed_f1 is left over",
            "on the server: subscription deed_f is left over [",
            "16 migrations: 3 lead back and forth, 13 do not")
        .doesNotContain("not tried:");
    assertThat(answer.out().lines().filter(line -> line.contains("large object 4711 differs")))
        .hasSize(2);
    assertThat(answer.err()).isEmpty();
  }

  /// `CREATE DATABASE ... TEMPLATE` copies no settings of a database.
  @Test
  void keeps_the_settings_of_the_database_when_it_goes_back() throws IOException {
    web(
        "02_setting",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deed.mark = ''a, b''',"
            + " current_database()); END $$",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET deed.mark', current_database()); END $$");
    for (var i = 3; i < 16; i++) {
      web("%02d_wrong".formatted(i), "CREATE TABLE user_%d (id int)".formatted(i), "SELECT 1");
    }
    web(
        "16_uses",
        "DO $$ BEGIN ASSERT current_setting('deed.mark') = 'a, b'; END $$;"
            + "CREATE TABLE user_c (id int)",
        "DROP TABLE user_c");
    assertThat(rehearse(1).out())
        .contains("16 migrations: 3 lead back and forth, 13 do not")
        .doesNotContain("not tried:");
  }

  @Test
  void asks_pg_dump_too_where_it_is_installed() throws IOException {
    web("02_note", "ALTER TABLE users ADD n int", "ALTER TABLE users DROP n");
    assumeTrue(PgDump.isInstalled(Map.of()));
    assertThat(rehearse(0).out()).contains("schemas were compared by pg_dump ");
    assertThat(rehearse(0, "--cross-check", "never").out()).doesNotContain("pg_dump");
  }

  @Test
  void keeps_copies_that_are_to_be_looked_at() throws IOException {
    assertThat(Console.in(folder).run("rehearse", "--keep").err())
        .contains("deed's own server ends with the command, so its copies cannot be kept");
    var kept = rehearse(0, "--keep").out();
    assertThat(kept)
        .containsPattern(
            "kept main: postgresql://\\S+/(deed_branch_rehearsal_260203040506_[0-9a-f]{4}_main);"
                + " drop it with DROP DATABASE \\1, or after 2026-02-10T04:05:06Z with deed branch gc");
    var name = kept.replaceFirst("(?s).* DROP DATABASE ([a-z0-9_]+),.*", "$1");
    assertThat(databases()).contains(name);
    // The clock of the test is long past for the server.
    assertThat(branch("gc").out()).contains("dropped " + name);
  }

  @Test
  void copies_the_schema_of_an_environment_as_it_is() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    execute("CREATE TABLE by_hand (id int)");
    web("02_hand", "ALTER TABLE by_hand ADD COLUMN n int", "ALTER TABLE by_hand DROP COLUMN n");
    assertThat(rehearse(0, "--env", "dev").out())
        .contains(
            "tried on databases with the schema of dev, on ",
            "the copies have no rows, so what becomes of rows was not tried",
            "1 migration: 1 leads back");
    assertThat(rehearse(1, "--env", "dev", "--on", "embedded").out())
        .contains("relation \"by_hand\" does not exist");
  }

  @Test
  void copies_a_database_with_its_rows_where_it_is_not_in_use() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    web("02_note", "UPDATE users SET note = 'z'", "UPDATE users SET note = ''");
    var console = Console.in(folder);
    assertThat(console.run("rehearse", "--env", "dev", "--on", "template").out())
        .contains(
            "tried on the databases of dev, copied with their rows on their own server",
            "public.users has other values in note");
    try (var session = server.connect()) {
      var answer = console.run("rehearse", "--env", "dev", "--on", "template");
      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.err())
          .contains("main (dev) cannot be copied while sessions are connected to it: pid ");
      assertThat(session.isClosed()).isFalse();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(server.query("SELECT note FROM users ORDER BY id")).containsExactly("x", "y");
  }

  @Test
  void counts_no_scan_of_its_own_as_a_migrations() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    web("02_note", "UPDATE users SET note = 'z'", "UPDATE users SET note = 'y'");
    web(
        "03_city",
        "ALTER TABLE users ADD COLUMN city text -- deed: expect-rows users",
        "ALTER TABLE users DROP COLUMN city");
    web("04_zip", "ALTER TABLE users ADD COLUMN zip text", "ALTER TABLE users DROP COLUMN zip");
    var said = Console.in(folder).run("rehearse", "--env", "dev", "--on", "template").out();
    assertThat(said.substring(said.indexOf("03_city"))).doesNotContain("scanned");
  }

  private Console.Answer branch(String... arguments) {
    var all = new java.util.ArrayList<>(java.util.List.of("branch"));
    all.addAll(java.util.List.of(arguments));
    all.addAll(java.util.List.of("--env", "dev", "--on", "template"));
    var answer = Console.in(folder).run(all.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isZero();
    return answer;
  }

  private java.util.List<String> databases() {
    return server.query("SELECT datname FROM pg_database");
  }

  @Test
  void uses_a_command_of_the_ownership_file_and_ends_its_copy(TestDatabase copy)
      throws IOException {
    var file = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "    copy: {by: command, create: \"echo made $DEED_DATABASE >> made.txt; echo $COPY\","
            + " drop: \"echo dropped $DEED_DATABASE >> made.txt\"}\n");
    var console = Console.in(folder).with(java.util.Map.of("COPY", copy.url()));
    web("02_wrong", "CREATE TABLE user_a (id int)", "SELECT 1");
    web("03_after", "CREATE TABLE user_b (id int)", "DROP TABLE user_b");
    var answer = console.run("rehearse", "--env", "dev");
    assertThat(answer.out())
        .contains(
            "table public.user_a is left over",
            "not tried: the copy cannot be brought back to where it was before the down of"
                + " main/02_wrong (web)");
    assertThat(Files.readString(folder.resolve("made.txt"))).isEqualTo("made main\ndropped main\n");
    assertThat(console.run("rehearse", "--env", "dev", "--on", "neon").err())
        .contains("the ownership file does not say how neon makes copies of dev");
  }

  /// Neither is it dropped: what a down would do to its rows cannot be undone.
  @Test
  void refuses_a_command_that_prints_the_database_itself() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    var file = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "    copy: {by: command, create: \"echo $COPY\", drop: \"touch dropped\"}\n");
    web("02_wrong", "UPDATE users SET note = 'z'", "SELECT 1");
    var other = server.url().replace("localhost", "127.0.0.1");
    for (var url : java.util.List.of(server.url(), other)) {
      var answer = Console.in(folder).with(Map.of("COPY", url)).run("rehearse", "--env", "dev");
      assertThat(answer.exit()).as(answer.screen()).isEqualTo(3);
      assertThat(answer.err())
          .contains("has printed the URL of main (dev) itself, not of a copy; nothing was done");
    }
    assertThat(server.query("SELECT note FROM users ORDER BY id")).containsExactly("x", "y");
    assertThat(folder.resolve("dropped")).doesNotExist();
    var garbage = Console.in(folder).with(Map.of("COPY", "hello s3cret"));
    assertThat(garbage.run("rehearse", "--env", "dev").err())
        .contains(
            "the last line that the command `echo $COPY` has printed is not the URL of a copy")
        .doesNotContain("s3cret");
  }

  @Test
  void stops_a_command_that_does_not_end(TestDatabase copy) throws IOException {
    var file = folder.resolve("schema-ownership.yaml");
    var ownership = Files.readString(file) + "    copy: {by: command, ";
    web("02_note", "CREATE TABLE user_a (id int)", "DROP TABLE user_a");
    var hangs = "sleep 600 & echo $! > pid; echo no disk >&2; wait; touch later";
    Files.writeString(file, "%screate: \"%s\", timeout: 11s}\n".formatted(ownership, hangs));
    var answer = Console.in(folder).run("rehearse", "--env", "dev");
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(3);
    assertThat(answer.err())
        .contains(
            "had not ended after 11 s and was stopped; what it has made until then is there still:"
                + " no disk",
            "touch later` has been running for 10 s, stopped after 11 s; Ctrl-C stops it",
            "help: try it alone: DEED_ENVIRONMENT=dev DEED_DATABASE=main sleep 600",
            "if it needs longer, raise timeout in copy of environment dev");
    var child = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder.resolve("later")).doesNotExist();

    var drop = "create: \"echo $COPY\", drop: \"sleep 600\", timeout: 2s}\n";
    Files.writeString(file, ownership + drop);
    var kept = Console.in(folder).with(Map.of("COPY", copy.url())).run("rehearse", "--env", "dev");
    assertThat(kept.exit()).as(kept.screen()).isEqualTo(3);
    assertThat(kept.err())
        .contains("a copy could not be dropped", "had not ended after 2 s", "DEED_COPY_URL=...");
  }

  /// A tunnel to the copy, for example.
  @Test
  void waits_for_no_process_that_a_command_leaves_running(TestDatabase copy) throws IOException {
    var file = folder.resolve("schema-ownership.yaml");
    var create = "sleep 600 & echo $! > pid; echo $COPY";
    Files.writeString(
        file,
        "%s    copy: {by: command, create: \"%s\", drop: \"kill $(cat pid)\"}\n"
            .formatted(Files.readString(file), create));
    web("02_note", "CREATE TABLE user_a (id int)", "DROP TABLE user_a");
    var answer =
        Console.in(folder).with(Map.of("COPY", copy.url())).run("rehearse", "--env", "dev");
    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void reports_all_the_same_where_a_copy_cannot_be_dropped(TestDatabase copy) throws IOException {
    var file = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "    copy: {by: command, create: \"echo $COPY\", drop: \"echo no; exit 4\"}\n");
    web("02_wrong", "CREATE TABLE user_a (id int)", "SELECT 1");
    var own = Console.in(folder).with(Map.of("COPY", copy.url()));
    var answer = own.run("rehearse", "--env", "dev", "--format", "text", "--format", "json=o.json");
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(3);
    assertThat(answer.out()).contains("table public.user_a is left over");
    assertThat(answer.err())
        .contains("a copy could not be dropped", "exit code 4", "then end the copy by hand");
    assertThat(Files.readString(folder.resolve("o.json"))).contains("exit code 4");

    // PostgreSQL does not drop a template.
    web(
        "03_template",
        "UPDATE pg_database SET datistemplate = true WHERE datname = current_database()",
        "SELECT 1");
    var left = rehearse(3);
    assertThat(left.out()).contains("table public.user_a is left over", "main/03_template (web)");
    assertThat(left.err())
        .contains(
            "a copy could not be dropped",
            "cannot drop a template database",
            "deed branch gc --env <environment> --on dump --scratch URL");
    assertThat(server.query(COPIES)).containsExactly("1");
    server.query(
        "UPDATE pg_database SET datistemplate = false WHERE datname LIKE 'deed_scratch_20%'"
            + " RETURNING 1");
    assertThat(
            Console.in(folder)
                .run("branch", "gc", "--env", "dev", "--on", "dump", "--scratch", server.url())
                .out())
        .contains("dropped deed_scratch_20");
  }

  @Test
  void changes_nothing_of_a_server_that_others_use() throws IOException {
    web("02_role", "CREATE ROLE deed_rehearsal_role", "DROP ROLE deed_rehearsal_role");
    assertThat(rehearse(1).out())
        .contains("it changes the whole server, which others use: role deed_rehearsal_role");
    assertThat(server.query("SELECT count(*) FROM pg_roles WHERE rolname ~ '^deed_rehearsal'"))
        .containsExactly("0");

    web("03_after", "CREATE TABLE user_a (id int)", "DROP TABLE user_a");
    var later = rehearse(3, "migrations/main/web/03_after.sql");
    assertThat(later.out()).contains("not tried: a migration before it changes the whole server");
    assertThat(later.err())
        .contains(
            "main/02_role (web) comes before the migrations to try, and changes the whole server,"
                + " which others use: role deed_rehearsal_role",
            "deed rehearse --on embedded");
    assertThat(server.query("SELECT count(*) FROM pg_roles WHERE rolname ~ '^deed_rehearsal'"))
        .containsExactly("0");
  }

  @Test
  void drops_what_a_killed_program_has_left_and_nothing_else() throws IOException {
    server.query("SELECT 1");
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE deed_scratch_20260101000000_0123abcd");
      statement.execute("CREATE DATABASE deed_scratch_notes");
      statement.execute(
          "COMMENT ON DATABASE deed_scratch_20260101000000_0123abcd IS"
              + " 'deed branch a of dev/main until 2999-01-01T00:00:00Z'");
      statement.execute("CREATE DATABASE deed_template_0123456789abcdef_notes");
      new TestDatabase(
              server.host(),
              server.port(),
              "deed_scratch_20260101000000_0123abcd",
              server.user(),
              server.password())
          .execute(
              "CREATE SUBSCRIPTION held CONNECTION 'host=nowhere.invalid' PUBLICATION p"
                  + " WITH (connect = false, enabled = false, slot_name = NONE)");
      rehearse(0);
      assertThat(server.query("SELECT datname FROM pg_database WHERE datname ~ '^deed_scratch_'"))
          .containsExactly("deed_scratch_notes");
      assertThat(databases()).contains("deed_template_0123456789abcdef_notes");
      statement.execute("DROP DATABASE deed_scratch_notes");
      statement.execute("DROP DATABASE deed_template_0123456789abcdef_notes");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void names_and_passes_over_what_cannot_be_dropped() throws IOException {
    var left = "deed_scratch_20260101000000_0000beef";
    execute("CREATE DATABASE %s IS_TEMPLATE true".formatted(left));
    execute("CREATE DATABASE deed_scratch_20260101000000_0000feed");
    assertThat(rehearse(0).out()).contains("1 leads back", "cannot drop a template database", left);
    assertThat(databases()).contains(left).doesNotContain("deed_scratch_20260101000000_0000feed");
    var gc = new String[] {"branch", "gc", "--env", "dev", "--on", "template"};
    var refused = Console.in(folder).run(gc);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("cannot drop a template database", left);
    execute("ALTER DATABASE %s IS_TEMPLATE false".formatted(left));
    assertThat(Console.in(folder).run(gc).out()).contains("dropped " + left);
  }

  private void execute(String sql) {
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Console.Answer rehearse(int exit, String... more) {
    var arguments =
        new java.util.ArrayList<>(java.util.List.of("rehearse", "--scratch", server.url()));
    arguments.addAll(java.util.List.of(more));
    var answer = Console.in(folder).run(arguments.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer;
  }

  private void web(String name, String up, String down) throws IOException {
    write("migrations/main/web/%s.sql".formatted(name), text(up, down));
  }

  private void api(String name, String up, String down) throws IOException {
    write("migrations/main/api/%s.sql".formatted(name), text(up, down));
  }

  private static String text(String up, String down) {
    return "-- UP Migration\n%s;\n%s"
        .formatted(up, down.isEmpty() ? "" : "\n-- DOWN Migration\n-- %s;\n".formatted(down));
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
