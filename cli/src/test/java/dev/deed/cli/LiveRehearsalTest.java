package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.PgDump;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// `rehearse`: what is wrong with ups and downs.
class LiveRehearsalTest extends LiveRehearsal {

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
  void shows_the_statement_of_an_up_that_fails() throws IOException {
    web(
        "02_two",
        "ALTER TABLE users ADD COLUMN city text;\nINSERT INTO users VALUES (1, 'cid', 'z')",
        "ALTER TABLE users DROP COLUMN city");
    assertThat(rehearse(1).out())
        .contains(
            "web/02_two.sql:3:1: error: the up fails: duplicate key value violates unique constraint"
                + " \"users_pkey\" (23505); detail: Key (id)=(1) already exists. [rehearsed-up]\n"
                + "    INSERT INTO users VALUES (1, 'cid', 'z');");
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
    assumeTrue(PgDump.isInstalled(PROGRAMS));
    assumeTrue(
        PgDump.find(PROGRAMS).isFitFor(server.majorVersion()), "pg_dump is older than the server");
    assertThat(rehearse(0).out()).contains("schemas were compared by pg_dump ");
    assertThat(rehearse(0, "--cross-check", "never").out()).doesNotContain("pg_dump");
  }
}
