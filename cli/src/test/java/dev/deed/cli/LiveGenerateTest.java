package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `generate`: from the migrations of a schema that a real tool has made to the next schema that it
/// made.
@ExtendWith(PostgresExtension.class)
class LiveGenerateTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 15}}
      services: {web: {owns: {main: ["*"]}}}
      environments:
        dev: {urls: {main: "${DEV_URL}"}}
      """;

  private static final String SCRATCH =
      "SELECT datname FROM pg_database WHERE datname LIKE 'deed\\_scratch\\_%'";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"drizzle", "knex", "sqlalchemy", "django"})
  void leads_to_the_next_schema_of_a_tool(String tool, TestDatabase dev) throws IOException {
    var console = Console.in(folder).with(Map.of("DEV_URL", dev.url()));
    var fixture = Golden.fixture("generate/" + tool);
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.copy(fixture.resolve("before.sql"), web.resolve("20260101000000_before.sql"));
    Files.copy(fixture.resolve("wanted.sql"), folder.resolve("wanted.sql"));

    run(console, 1, "generate", "--to", "wanted.sql", "--check", "--scratch", dev.url());
    var answer =
        run(
            console,
            0,
            "generate",
            "next",
            "--to",
            "wanted.sql",
            "--scratch",
            dev.url(),
            "--allow-destructive");
    assertThat(answer.out())
        .contains("the migrations lead to the wanted schema", "the downs lead back");
    try (var written = Files.list(web)) {
      Golden.check(
          fixture.resolve("expected.sql"),
          String.join("\n", written.sorted().skip(1).map(LiveGenerateTest::text).toList())
              // Before 16, PostgreSQL repeats a table's name where a view has only that table.
              .replace(
                  "SELECT id, user_id FROM public.orders WHERE paid",
                  "SELECT orders.id, orders.user_id FROM public.orders WHERE orders.paid"));
    }
    run(console, 0, "generate", "--to", "wanted.sql", "--check", "--scratch", dev.url());
    try (var written = Files.list(web)) {
      for (var file : written.filter(f -> !f.endsWith("20260101000000_before.sql")).toList()) {
        var check = console.run("check", "migrations/main/web/" + file.getFileName());
        assertThat(check.out()).as(check.out()).contains("1 warning").doesNotContain("error");
      }
    }
    run(console, 0, "apply", "--env", "dev");
    run(console, 0, "verify", "--env", "dev");
    run(console, 0, "rollback", "--env", "dev", "--to", "20260101000000");
    run(console, 0, "verify", "--env", "dev");
  }

  /// The scratch server is newer than those that the files are for.
  @Test
  void writes_nothing_that_the_declared_version_does_not_have(TestDatabase dev) throws IOException {
    assumeTrue(dev.majorVersion() > 14);
    var console = Console.in(folder).with(Map.of("DEV_URL", dev.url()));
    Files.writeString(
        folder.resolve("schema-ownership.yaml"), OWNERSHIP.replace("postgres: 15", "postgres: 14"));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        folder.resolve("wanted.sql"),
        "CREATE TABLE a (id int, CONSTRAINT a_id UNIQUE NULLS NOT DISTINCT (id));\n");

    var answer = run(console, 1, "generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.err())
        .contains(
            "error: nothing is written, since PostgreSQL 14 does not have NULLS NOT DISTINCT, which came with version 15: CREATE TABLE public.a",
            "raise the version in the ownership file");
    assertThat(web).isEmptyDirectory();
  }

  @Test
  void leaves_out_what_would_hurt(TestDatabase dev) throws IOException {
    var console = Console.in(folder).with(Map.of("DEV_URL", dev.url()));
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve("20260101000000_a.sql"),
        "-- UP Migration\nCREATE TABLE a (id int PRIMARY KEY, old text, size int);\n-- DOWN Migration\n-- DROP TABLE a;\n");
    Files.writeString(
        folder.resolve("wanted.sql"),
        """
        CREATE TABLE a (id int PRIMARY KEY, size bigint, must text NOT NULL, may text);
        CREATE INDEX a_must ON a (must);
        """);

    var answer = run(console, 0, "generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.out())
        .contains("without the statements that are left out, this still differs");
    try (var written = Files.list(web)) {
      var file = written.filter(f -> f.toString().endsWith("_next.sql")).findFirst().orElseThrow();
      var text = Files.readString(file);
      assertThat(text)
          .contains("\nALTER TABLE public.a ADD COLUMN may text;\n")
          .doesNotContain("DROP COLUMN old", "TYPE bigint")
          .contains(
              "\n-- ALTER TABLE public.a ADD COLUMN must text NOT NULL;\n",
              "deed expand add-required-column")
          .contains("\n-- CREATE INDEX CONCURRENTLY a_must ON public.a USING btree (must);\n")
          .doesNotContain("deed: ignore");
      assertThat(run(console, 0, "check", "migrations/main/web/" + file.getFileName()).out())
          .contains("1 warning");
    }
  }

  @Test
  void writes_no_file_in_which_all_would_be_left_out(TestDatabase dev) throws IOException {
    var console = project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    Files.writeString(
        folder.resolve("wanted.sql"), "CREATE TABLE a (id int PRIMARY KEY, must text NOT NULL);\n");
    var web = folder.resolve("migrations/main/web");

    var answer = run(console, 1, "generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.out())
        .contains(
            "no file is written for web, because each statement needs a decision:"
                + " ALTER TABLE public.a ADD COLUMN must text NOT NULL (",
            "run this again with --allow-destructive")
        .doesNotContain("written:");
    try (var files = Files.list(web)) {
      assertThat(files).hasSize(1);
    }
    run(
        console,
        0,
        "generate",
        "next",
        "--to",
        "wanted.sql",
        "--scratch",
        dev.url(),
        "--allow-destructive");
    try (var files = Files.list(web)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void gives_each_owner_a_file_in_an_order_that_runs(TestDatabase dev) throws IOException {
    var console =
        project(dev, "20260101000000_a.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {postgres: 15}}
        services:
          web: {owns: {main: [users, profiles]}}
          billing: {owns: {main: [invoices]}, uses: {main: [{table: users, access: references}, {table: profiles, access: references}]}}
        environments: {dev: {urls: {main: "${DEV_URL}"}}}
        """);
    var folderOfWanted = Files.createDirectories(folder.resolve("wanted"));
    Files.writeString(
        folderOfWanted.resolve("1_users.sql"),
        "CREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE TABLE profiles (id bigint PRIMARY KEY REFERENCES users);\n");
    Files.writeString(
        folderOfWanted.resolve("2_invoices.sql"),
        "CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users, profile_id bigint REFERENCES profiles);\n"
            + "CREATE INDEX ON invoices (user_id);\nCREATE INDEX ON invoices (profile_id);\n"
            + "CREATE FUNCTION total() RETURNS bigint LANGUAGE sql STABLE AS $$\nSELECT count(*)\n  FROM public.invoices\n$$;\n");

    assertThat(run(console, 1, "generate", "next", "--to", "wanted", "--scratch", dev.url()).err())
        .contains("no service owns function public.total()", "--service NAME");
    assertThat(
            run(
                    console,
                    0,
                    "generate",
                    "users",
                    "--to",
                    "wanted",
                    "-s",
                    "web",
                    "--scratch",
                    dev.url())
                .out())
        .contains(
            "written: migrations/main/web/",
            "left out, because other services own them or what they need: ",
            "function public.total()");
    assertThat(
            run(
                    console,
                    0,
                    "generate",
                    "money",
                    "--to",
                    "wanted",
                    "-s",
                    "billing",
                    "--scratch",
                    dev.url())
                .out())
        .contains(
            "written: migrations/main/billing/",
            "lead to the wanted schema",
            "the downs lead back");
    run(console, 0, "generate", "--to", "wanted", "--check", "--scratch", dev.url(), "-s", "web");
    run(console, 0, "apply", "--env", "dev");
    run(console, 0, "rollback", "--env", "dev", "--to", "base");
  }

  @Test
  void calls_a_schema_another_one_where_only_an_index_is_missing(TestDatabase dev)
      throws IOException {
    var console =
        project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY, note text);");
    Files.writeString(
        folder.resolve("wanted.sql"),
        "CREATE TABLE a (id int PRIMARY KEY, note text);\nCREATE INDEX a_note ON a (note);\n");
    assertThat(
            run(console, 1, "generate", "--check", "--to", "wanted.sql", "--scratch", dev.url())
                .out())
        .contains("index public.a_note", "next: deed generate DESCRIPTION --to wanted.sql");
    Files.writeString(
        folder.resolve("wanted.sql"), "CREATE TABLE a (note text, id int PRIMARY KEY);\n");
    run(console, 0, "generate", "--check", "--to", "wanted.sql", "--scratch", dev.url());
  }

  @Test
  void takes_no_line_of_sql_from_a_description(TestDatabase dev) throws IOException {
    var console = project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    Files.writeString(
        folder.resolve("wanted.sql"), "CREATE TABLE a (id int PRIMARY KEY, b int);\n");
    assertThat(
            run(
                    console,
                    0,
                    "generate",
                    "x\nDROP TABLE a;",
                    "--to",
                    "wanted.sql",
                    "--dry-run",
                    "--scratch",
                    dev.url())
                .out())
        .contains("-- Migration: x DROP TABLE a;\n")
        .doesNotContain("\nDROP TABLE a;");
    assertThat(
            run(console, 2, "generate", "!!!", "--to", "wanted.sql", "--scratch", dev.url()).err())
        .contains("the description needs a letter or digit");
  }

  @Test
  void leaves_no_database_on_a_server_that_is_named(TestDatabase dev) throws IOException {
    var console = project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    Files.writeString(folder.resolve("wanted.sql"), "CREATE TABLE a (id int);\nBROKEN;\n");
    run(console, 2, "generate", "x", "--to", "wanted.sql", "--scratch", dev.url());
    assertThat(dev.query(SCRATCH)).isEmpty();

    var server =
        new ScratchServer(
            ConnectionUrl.parse(dev.url(), Map.of()), Patience.of(Duration.ofSeconds(10)));
    server.create(new DatabaseName("main"));
    assertThat(dev.query(SCRATCH)).hasSize(1);
    server.dropAll();
    assertThat(dev.query(SCRATCH)).isEmpty();
  }

  @Test
  void reads_a_dump_and_a_database_that_a_tool_has_built(TestDatabase dev, TestDatabase built)
      throws IOException, InterruptedException {
    var console = project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    built.execute("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY)");
    for (var wanted : List.of(built.url(), "dump.sql")) {
      var dump = folder.resolve("dump.sql").toString();
      assertThat(
              new ProcessBuilder("pg_dump", "--schema-only", "--file=" + dump, built.url())
                  .inheritIO()
                  .start()
                  .waitFor())
          .isZero();
      var answer =
          run(console, 0, "generate", "b", "--to", wanted, "--dry-run", "--scratch", dev.url());
      assertThat(answer.out())
          .contains("CREATE TABLE public.b (", "the migrations lead to the wanted schema")
          .doesNotContain("OWNER TO");
    }
  }

  @Test
  void says_where_a_wanted_schema_does_not_load(TestDatabase dev) throws IOException {
    var console = project(dev, "20260101000000_a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    Files.writeString(
        folder.resolve("wanted.sql"), "CREATE TABLE a (id int);\n\nCREATE TABLE b (id inte);\n");
    assertThat(run(console, 2, "generate", "x", "--to", "wanted.sql", "--scratch", dev.url()).err())
        .contains(
            "the wanted schema does not load: wanted.sql:3:20: type \"inte\" does not exist (42704)")
        .doesNotContain("Rolled back", "deed apply");
    Files.writeString(folder.resolve("wanted.sql"), "CREATE EXTENSION no_such_thing;\n");
    assertThat(run(console, 2, "generate", "x", "--to", "wanted.sql", "--scratch", dev.url()).err())
        .contains(
            "wanted.sql:1:1: ", "no_such_thing", "install on the scratch server what it needs");
    Files.writeString(folder.resolve("wanted.sql"), "CREATE TABLE (id int;\n");
    assertThat(run(console, 2, "generate", "x", "--to", "wanted.sql", "--scratch", dev.url()).err())
        .contains("wanted.sql:1:");
    assertThat(run(console, 2, "generate", "x", "--to", "wnated.sql", "--scratch", dev.url()).err())
        .contains("wnated.sql is neither an environment");
    assertThat(
            run(
                    console,
                    3,
                    "generate",
                    "x",
                    "--to",
                    "wanted.sql",
                    "--scratch",
                    "postgresql://localhost:1/x")
                .err())
        .contains("localhost:1");
  }

  private Console project(TestDatabase dev, String file, String up) throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve(file),
        "-- UP Migration\n"
            + up
            + "\n-- DOWN Migration\n-- DROP TABLE %s;\n".formatted(up.split(" ")[2]));
    return Console.in(folder).with(Map.of("DEV_URL", dev.url()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file)
          .replaceAll("20\\d{12}", "VERSION")
          .replaceAll("(?m)^-- Created: .*", "-- Created: NOW");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Console.Answer run(Console console, int exit, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(List.of(arguments) + answer.screen()).isEqualTo(exit);
    return answer;
  }
}
