package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `deed init` in repositories of many kinds. They have no git, and the environment no `HOME`.
class InitTest {

  @TempDir private Path folder;

  private void write(String path, String text) throws IOException {
    write(path, text.getBytes(UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private Console.Answer deed(String... words) {
    return Console.in(folder).run(words);
  }

  /// Every repository gets its first verdict, and the next check is quiet.
  private String init(String... words) {
    var line = new ArrayList<>(List.of("init"));
    line.addAll(List.of(words));
    var answer = deed(line.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isZero();
    var check = deed("check");
    assertThat(check.exit()).as(check.screen()).isZero();
    assertThat(check.out()).contains("no findings");
    return answer.out();
  }

  @Test
  void begins_in_an_empty_folder_with_an_example_that_works() throws IOException {
    var out = init();
    assertThat(out.lines().filter(line -> line.startsWith("next: deed "))).hasSize(3);
    assertThat(out).contains("check: no findings");
    assertThat(deed("owners").out()).contains("public.notes");
    assertThat(deed("plan", "--from", "base").exit()).isZero();
    assertThat(deed("new", "add a title").exit()).isZero();
    assertThat(read("schema-ownership.yaml"))
        .startsWith("# yaml-language-server: $schema=schema-ownership.schema.json\n");
    assertThat(read("schema-ownership.schema.json")).contains("\"databases\"");
  }

  @Test
  void writes_no_example_into_a_repository_that_has_files() throws IOException {
    write("src/main.c", "int main() {}");
    init("--yes");
    assertThat(folder.resolve("migrations/main"))
        .isDirectoryRecursivelyContaining("glob:**/.gitkeep");
    assertThat(deed("owners").out()).doesNotContain("notes");
  }

  @Test
  void takes_over_a_repository_with_several_tools() throws IOException {
    write("billing/src/main/resources/db/migration/V1__a.sql", "CREATE TABLE bills (id bigint);");
    write("billing/src/main/resources/db/migration/V2__b.sql", "DROP TABLE bills;");
    write("web/migrations/1_users.sql", "-- migrate:up\nCREATE TABLE users (id bigint);\n");
    write("api/alembic/env.py", "");
    write("api/alembic/versions/a.py", "revision = 'a'\ndown_revision = None\n");
    write("web/node_modules/x/migrations/1_x.sql", "-- migrate:up\nCREATE TABLE x (id int);\n");
    write(".github/CODEOWNERS", "/billing/ @acme/billing\n");

    var out = init("--yes");

    assertThat(out)
        .contains(
            "4 migration files in 3 folders", "flyway in billing/", "dbmate in web/migrations")
        .contains("read: 3 of 4 migrations; the others are not SQL")
        .contains("1 file of alembic in api/alembic, which is not SQL");
    assertThat(read("schema-ownership.yaml"))
        .contains("tool: flyway", "tool: dbmate", "tool: alembic", "team: '@acme/billing'")
        .doesNotContain("node_modules");
    assertThat(deed("owners").out()).contains("public.users  web");
    assertThat(read("known-findings.txt")).contains("not-judged");
  }

  /// Only what is new is reported afterwards.
  @Test
  void records_the_past_and_reports_what_comes() throws IOException {
    write(
        "db/1_a.sql", "CREATE TABLE a (id int);\nCREATE TABLE :x (id int);\nselect from where;\n");
    init("--yes");
    assertThat(read("known-findings.txt")).contains("syntax-error");

    write("db/2_b.sql", "CREATE TABLE b (id int);\nDROP TABLE a;\nselect from where;\n");
    var check = deed("check");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("db/2_b.sql:3", "syntax-error");
  }

  @Test
  void reads_other_line_ends_and_encodings() throws IOException {
    write("db/1_a.sql", "\uFEFF-- migrate:up\r\nCREATE TABLE a (id bigint);\r\n".getBytes(UTF_8));
    write(
        "db/2_b.sql",
        "\uFEFF-- migrate:up\r\nCREATE TABLE b (id bigint);\r\n"
            .getBytes(StandardCharsets.UTF_16LE));
    var out = init("--yes");
    assertThat(out).contains("dbmate in db (2)");
    assertThat(deed("owners").out()).contains("public.a");
  }

  @Test
  void writes_nothing_with_dry_run() throws IOException {
    write("db/1_a.sql", "CREATE TABLE a (id bigint);");
    var answer = deed("init", "--dry-run");
    assertThat(answer.exit()).isZero();
    assertThat(answer.out()).contains("# schema-ownership.yaml\n", "dry run: nothing was written");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).collect(Collectors.toList())).hasSize(1);
    }
  }

  @Test
  void overwrites_nothing() throws IOException {
    write("schema-ownership.yaml", "mine");
    var second = deed("init");
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err()).contains("there is a schema-ownership.yaml already");
    assertThat(read("schema-ownership.yaml")).isEqualTo("mine");

    Files.delete(folder.resolve("schema-ownership.yaml"));
    write("known-findings.txt", "mine");
    assertThat(deed("init").exit()).isEqualTo(1);
    assertThat(read("known-findings.txt")).isEqualTo("mine");
  }

  @Test
  void says_so_where_it_may_not_write() throws IOException {
    assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
    write("db/1_a.sql", "CREATE TABLE a (id bigint);");
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try {
      var answer = deed("init");
      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err()).contains("cannot write schema-ownership.yaml", "--dry-run");
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void asks_on_a_terminal_with_defaults() throws IOException {
    write("db/1_a.sql", "CREATE TABLE a (id bigint);");
    var answer = Console.in(folder).typing("shop", "", "").run("init");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.err())
        .contains("Name of the service that owns *", "Write schema-ownership.yaml [Y/n]");
    assertThat(deed("owners").out()).contains("public.a  shop");
  }

  @Test
  void writes_nothing_where_the_answer_is_no() {
    var answer = Console.in(folder).typing("shop", "team", "n").run("init");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(folder.resolve("schema-ownership.yaml")).doesNotExist();
  }

  @Test
  void goes_on_where_the_database_of_env_does_not_answer() throws IOException {
    write(".env", "DATABASE_URL=postgresql://u:geheim@127.0.0.1:1/x?connect_timeout=1\n");
    write("db/1_a.sql", "CREATE TABLE a (id bigint);");
    var out = init("--yes");
    assertThat(out).contains("the database of DATABASE_URL was not read");
    assertThat(read("schema-ownership.yaml"))
        .contains("# guess: .env names it\n      main: ${DATABASE_URL}")
        .doesNotContain("geheim");
    assertThat(out).doesNotContain("geheim");
  }

  @Test
  void fails_where_the_database_of_the_url_does_not_answer() {
    var answer = deed("init", "--url", "postgresql://u:geheim@127.0.0.1:1/x");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.screen()).doesNotContain("geheim");
    assertThat(folder.resolve("schema-ownership.yaml")).doesNotExist();
  }

  @Test
  void finds_its_way_through_thousands_of_files() throws IOException {
    for (var i = 0; i < 2000; i++) {
      write("src/a%d/b%d.txt".formatted(i % 50, i), "x");
    }
    for (var i = 1; i <= 300; i++) {
      write("db/%04d_t.sql".formatted(i), "CREATE TABLE t%d (id bigint PRIMARY KEY);".formatted(i));
    }
    assertThat(init("--yes")).contains("sql in db (300)", "300 migrations with 300 tables");
  }

  /// Only three are named.
  @Test
  void names_what_may_be_for_postgresql_before_what_is_for_other_products() throws IOException {
    for (var product : List.of("h2", "mssql", "mysql", "oracle")) {
      write("a/" + product + "/1_a.sql", "CREATE TABLE a (id int);");
    }
    write("m/1_a.sql", "CREATE TABLE a (id int);");
    write("z/update-one.sql", "CREATE TABLE b (id int);");
    write("z/update-two.sql", "CREATE TABLE c (id int);");
    assertThat(deed("init", "--yes").out())
        .contains("not read: 2 files in z, scripts whose names say no order, 1 file in a/h2");
  }

  @Test
  void names_migrations_that_it_does_not_read() throws IOException {
    write("priv/repo/migrations/1_a.exs", "use Ecto.Migration");
    write("m/mysql/1_a.sql", "CREATE TABLE a (id int) ENGINE=InnoDB;");
    var answer = deed("init", "--yes");
    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("1 file of ecto in priv/repo/migrations, which is not SQL")
        .contains("1 file in m/mysql, for MySQL");
    assertThat(deed("check").exit()).isZero();
  }

  @Test
  void takes_no_variable_for_granted() throws IOException {
    write("docker-compose.yml", "services:\n  db:\n    image: postgres:17.2-alpine\n");
    write("db/1_a.sql", "CREATE TABLE a (id bigint);");
    Console.in(folder).with(Map.of("COLUMNS", "40")).run("init", "--yes");
    assertThat(read("schema-ownership.yaml")).contains("postgres: 17");
  }

  @Test
  void begins_again_after_the_file_was_removed() throws IOException {
    write("src/main.c", "int main() {}");
    init("--yes");
    Files.delete(folder.resolve("schema-ownership.yaml"));
    Files.deleteIfExists(folder.resolve("known-findings.txt"));
    init("--yes");
  }

  /// The second folder has a table of the same name, and is another program's. The tables were
  /// there before the first file: that is no fault of the files. PowerDNS and others have the
  /// schema as it is now next to the upgrades that lead to it.
  @Test
  void runs_no_schema_before_the_upgrades_that_lead_to_it() throws IOException {
    write(
        "db/schema.sql",
        "CREATE TABLE t (id bigint, name text);\nCREATE INDEX t_name ON t (name);");
    write("db/1.0_to_1.1.sql", "ALTER TABLE t ADD COLUMN name text;");
    write("db/1.1_to_1.2.sql", "CREATE INDEX t_name ON t (name);");

    var out = init("--yes");

    assertThat(out)
        .contains("found: 2 migration files in 1 folder: sql in db (2)")
        .contains(
            "not read: db/schema.sql, which has already what the upgrades add (index t_name), so it is the schema");
    assertThat(read("known-findings.txt"))
        .contains("tool-files db/schema.sql")
        .doesNotContain("will-fail");
  }

  @Test
  void says_that_a_history_has_no_base() throws IOException {
    write("db/10_a.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);");
    write("db/11_b.sql", "ALTER TABLE users ADD COLUMN plan text;\nDROP TABLE IF EXISTS old;");
    write("db/12_c.sql", "UPDATE users SET plan = name;\nDROP TABLE billing.legacy;");
    assertThat(init("--yes"))
        .contains(
            "read: 3 migrations with 1 table; 2 tables that they use are created by none of them"
                + " (billing.legacy, users)");
    assertThat(Files.readString(folder.resolve("schema-ownership.yaml")))
        .contains("none of them creates them", "    outside: [billing.legacy, users]\n");
    assertThat(Files.readString(folder.resolve("known-findings.txt"))).doesNotContain("will-fail");
    assertThat(Console.in(folder).run("check").exit()).isZero();
  }

  /// Two services that number their files independently of each other.
  @Test
  void says_why_folders_with_the_same_versions_are_no_database_together() throws IOException {
    write("a/db/1_a.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    write("b/db/1_a.sql", "CREATE TABLE orders (u bigint REFERENCES users (id));");
    var why = "b/db uses tables of a/db, and both have a version 1, so they are two databases here";
    assertThat(init("--yes")).contains("proposed: 2 databases", "; " + why);
    assertThat(Files.readString(folder.resolve("schema-ownership.yaml")))
        .contains("  # guess: " + why);
  }

  @Test
  void reads_the_evolutions_of_play() throws IOException {
    write(
        "conf/evolutions/default/1.sql",
        """
        # Users schema

        # --- !Ups

        CREATE TABLE users (id bigint PRIMARY KEY, name text);
        CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1;; END;; $$;

        # --- !Downs

        DROP FUNCTION one();
        DROP TABLE users;
        """);
    write(
        "conf/evolutions/default/2.sql",
        "-- !Ups\nALTER TABLE users ADD COLUMN a int;\n-- !Downs\nALTER TABLE users DROP COLUMN a;\n");
    assertThat(init("--yes"))
        .contains("2 migration files in 1 folder: sql in conf/evolutions/default (2)")
        .contains("read: 2 migrations with 1 table\n", "check: no findings");
  }

  @Test
  void joins_no_folders_for_a_table_that_was_there_for_a_while() throws IOException {
    write("a/db/1_a.sql", "CREATE TABLE staging (id bigint PRIMARY KEY);");
    write("a/db/2_b.sql", "ALTER TABLE staging ADD COLUMN note text;");
    write("a/db/3_c.sql", "DROP TABLE staging;");
    write("b/db/10_a.sql", "CREATE TABLE staging (id bigint PRIMARY KEY);");
    assertThat(init("--yes")).contains("2 databases");
  }

  /// Another program puts a schema's name into the scripts.
  @Test
  void reads_scripts_with_variables() throws IOException {
    write(
        "sql/1_jobs.sql",
        "-- at 10 :NOON\nCREATE TABLE :OUR_SCHEMA.jobs (id bigint PRIMARY KEY, at time DEFAULT '1 :PM'::time);\n");
    write("sql/2_more.sql", "ALTER TABLE :\"OUR_SCHEMA\".jobs ADD COLUMN tag text;\n");
    write("db/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY, tags text[]);\n");
    write("db/2_more.sql", "SELECT tags[1:2], id::int FROM users;\n");
    assertThat(init("--yes")).contains("2 databases", "check: no findings");
    assertThat(read("schema-ownership.yaml"))
        .containsOnlyOnce("placeholders:")
        .contains("OUR_SCHEMA: our_schema")
        .doesNotContain("NOON", "PM");
    assertThat(deed("owners").out()).contains("our_schema.jobs");
  }

  @Test
  void reads_scripts_with_long_strings() throws IOException {
    write("sql/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY, note text);\n");
    write(
        "sql/2_texts.sql",
        "INSERT INTO users VALUES (1, '%s');\n".formatted("it''s late. ".repeat(20_000)));
    assertThat(init("--yes")).contains("read: 2 migrations with 1 table");
  }

  @Test
  void reads_folders_of_one_database_with_variables() throws IOException {
    write("sql/1_jobs.sql", "CREATE TABLE :APP.jobs (id bigint PRIMARY KEY);\n");
    write("more/2_notes.sql", "CREATE VIEW app.open AS SELECT id FROM app.jobs;\n");
    assertThat(init("--yes")).contains("1 database,");
    assertThat(read("schema-ownership.yaml")).contains("sources:", "APP: app");
  }

  /// What the Java does is not known, so nothing is said to be missing after it.
  @Test
  void takes_java_of_flyway_into_the_database_of_its_sql() throws IOException {
    write("src/main/resources/db/migration/V1__a.sql", "CREATE TABLE a (id bigint PRIMARY KEY);");
    write("src/main/java/db/migration/V2__b.java", "class V2__b extends BaseJavaMigration {}");
    write("src/main/resources/db/migration/V3__c.sql", "ALTER TABLE b ADD COLUMN c integer;");
    assertThat(init("--yes")).contains("1 database", "read: 2 of 3 migrations");
    assertThat(read("known-findings.txt")).doesNotContain("will-fail");
  }

  /// Each folder is read once, by its own tool, and `found` is what `check` reads.
  @Test
  void reads_a_folder_of_another_tool_below_plain_scripts_once() throws IOException {
    write("db/001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    write("db/mysql/001_users.sql", "CREATE TABLE users (id int) ENGINE=InnoDB;");
    write("db/jobs/1_jobs.up.sql", "CREATE TABLE jobs (id bigint PRIMARY KEY);");
    write("db/jobs/1_jobs.down.sql", "DROP TABLE jobs;");

    assertThat(init("--yes"))
        .contains("sql in db (1)", "golang-migrate in db/jobs (2)", "read: 2 migrations")
        .contains("not read: 1 file in db/mysql, for MySQL");
    assertThat(deed("owners").out()).contains("public.users", "public.jobs");
  }

  /// Supabase's `auth` is there before the first migration.
  @Test
  void claims_the_tables_of_a_platform_that_the_only_service_uses() throws IOException {
    write(
        "supabase/migrations/20260101000000_users.sql",
        "CREATE TABLE public.users (id uuid PRIMARY KEY REFERENCES auth.users (id));");

    init("--yes");

    assertThat(read("schema-ownership.yaml"))
        .contains("outside: [auth.users]", "main: ['*', 'auth.*']");
    write(
        "supabase/migrations/20260102000000_notes.sql",
        "CREATE TABLE public.notes (id uuid PRIMARY KEY REFERENCES auth.users (id));");
    assertThat(deed("check").out()).contains("no findings");
  }

  /// Nobody knows the indexes of a table from outside; the table itself is replaced by a new one.
  @Test
  void knows_no_index_of_tables_that_were_there_before() throws IOException {
    write("m/1_new.sql", "CREATE TABLE new (id bigint PRIMARY KEY);");
    write(
        "m/2_a.sql",
        "ALTER TABLE legacy ADD COLUMN a text; DROP INDEX legacy_idx; DROP TABLE rows_of_old;");
    write("m/3_b.sql", "CREATE TABLE rows_of_old (id bigint PRIMARY KEY);");

    init("--yes");

    assertThat(read("schema-ownership.yaml")).contains("outside: [legacy, rows_of_old]");
    assertThat(read("known-findings.txt")).doesNotContain("will-fail");
    write("m/4_c.sql", "ALTER TABLE missing ADD COLUMN a text;");
    assertThat(deed("check").out()).contains("public.missing does not exist");
  }

  @Test
  void lists_sequences_functions_and_types_that_were_there_before() throws IOException {
    write("m/1_new.sql", "CREATE TABLE new (id bigint PRIMARY KEY); DROP SEQUENCE new_s;");
    write(
        "m/3_a.sql",
        "ALTER SEQUENCE old_ids RENAME TO old_seq; ALTER TABLE old ADD COLUMN m mood; SELECT set_version(3);");

    assertThat(init("--yes"))
        .contains(
            "5 objects that they use are created by none of them (mood, set_version, new_s, 2 more)");

    assertThat(read("schema-ownership.yaml"))
        .contains("outside: [mood, set_version, new_s, old, old_ids]");
    assertThat(read("known-findings.txt")).doesNotContain("will-fail");
    write("m/2_b.sql", "DROP SEQUENCE missing;");
    assertThat(deed("check").out()).contains("public.missing does not exist");
  }

  @Test
  void drops_indexes_with_the_table_or_column_from_outside() throws IOException {
    write("m/1_new.sql", "CREATE TABLE new (id bigint PRIMARY KEY);");
    write(
        "m/2_a.sql",
        "CREATE INDEX old_a ON old (a); CREATE INDEX old_b ON old (b); CREATE INDEX old_c ON old ((c + 1)) WHERE b > 0;");
    write("m/3_b.sql", "ALTER TABLE old DROP COLUMN b;");
    write(
        "m/4_c.sql",
        "CREATE INDEX old_b ON new (id); CREATE INDEX old_c ON new (id); DROP TABLE old;");
    write("m/5_d.sql", "CREATE TABLE old (a int); CREATE INDEX old_a ON old (a);");

    init("--yes");

    assertThat(read("known-findings.txt")).doesNotContain("will-fail");
    write("m/6_e.sql", "CREATE INDEX old_a ON new (id);");
    assertThat(deed("check").out()).contains("index public.old_a exists already");
  }

  @Test
  void names_programs_between_migrations_in_sql() throws IOException {
    write("m/001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    write("m/002_fill.py", "def run(): pass");

    assertThat(init("--yes"))
        .contains("read: 1 of 2 migrations", "not read: 1 file of sql in m, which is not SQL");
    assertThat(read("known-findings.txt")).contains("not-judged");
  }

  /// Both folders are one application's, and one `structure.sql` is the schema of both.
  @Test
  void takes_what_rails_runs_after_the_deployment_into_the_same_database() throws IOException {
    var create = "class A < ActiveRecord::Migration[7.1]\nend\n";
    write("db/migrate/20260101000000_a.rb", create);
    write("db/post_migrate/20260102000000_b.rb", create);
    write("db/structure.sql", "CREATE TABLE public.notes (id bigint PRIMARY KEY);");
    write("engines/shop/db/migrate/20260103000000_c.rb", create);

    assertThat(init("--yes"))
        .contains("proposed: 1 database, 2 services", "shop", "read: 1 of 4 migrations");
    assertThat(read("known-findings.txt")).doesNotContain("duplicate-version");
  }

  @Test
  void proposes_values_for_what_graphile_migrate_takes_from_the_environment() throws IOException {
    write(
        "db/migrations/committed/000001.sql",
        "--! Previous: -\n--! Hash: sha1:0\n\nCREATE TABLE notes (id bigint PRIMARY KEY);\n"
            + "GRANT SELECT ON notes TO :VISITOR, :READER;\n");
    write("db/migrations/current.sql", "");
    write("db/.gmrc", "{\"placeholders\": {\":VISITOR\": \"!ENV\", \":READER\": \"reader\"}}");

    init("--yes");

    assertThat(read("schema-ownership.yaml"))
        .contains("VISITOR: visitor")
        .doesNotContain("READER:");
    assertThat(read("known-findings.txt")).doesNotContain("syntax-error", "unknown-placeholder");
  }

  /// `.env` is read where it is asked for, and says which database is which.
  @Test
  void says_how_the_variables_of_env_are_read() throws IOException {
    write("db/main/migrations/20260101000000_a.sql", "-- migrate:up\nCREATE TABLE a (id int);\n");
    write("db/events/migrations/20260101000000_b.sql", "-- migrate:up\nCREATE TABLE b (id int);\n");
    write(
        ".env",
        "DATABASE_URL=postgresql://127.0.0.1:1/a?connect_timeout=1\n"
            + "EVENTS_DATABASE_URL=postgresql://127.0.0.1:1/b?connect_timeout=1\n");

    init("--yes");

    assertThat(read("schema-ownership.yaml"))
        .contains("main: ${DATABASE_URL}", "events: ${EVENTS_DATABASE_URL}");
    assertThat(deed("status").err())
        .contains("help: add --env-file .env, which sets DATABASE_URL")
        .doesNotContain("127.0.0.1");
    write(".env", "EVENTS_DATABASE_URL=postgresql://127.0.0.1:1/b\n");
    assertThat(deed("status").err()).contains("help: export DATABASE_URL=");
  }
}
