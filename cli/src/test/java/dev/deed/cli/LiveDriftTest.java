package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.PgDump;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What `deed drift` takes for a side, and what it says of a side that it could not read as asked.
@ExtendWith(PostgresExtension.class)
class LiveDriftTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
        other: {postgres: 14}
      services:
        shop:
          team: Shop team
          owns: {main: ["*"], other: ["*"]}
      environments:
        staging:
          urls: {main: "${URL}"}
        production:
          urls: {main: "${PRODUCTION:-postgresql://u@localhost:1/none}", other: "${URL}"}
      """;

  private static final String SHOP =
      """
      CREATE TABLE users (id bigserial PRIMARY KEY, email varchar(200) NOT NULL CHECK (email LIKE '%@%'));
      CREATE VIEW mails AS SELECT * FROM users WHERE email <> '';
      CREATE FUNCTION two() RETURNS integer LANGUAGE sql AS 'SELECT 2';
      """;

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase database = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void project(TestDatabase main) throws IOException {
    assumeTrue(PgDump.isInstalled(System.getenv()), "no pg_dump is installed");
    database = main;
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    console = Console.in(folder).with(Map.of("URL", main.url(), "PATH", System.getenv("PATH")));
  }

  private void migration(int version, String sql) throws IOException {
    var file = folder.resolve("migrations/main/shop/%03d_change.sql".formatted(version));
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private void apply() {
    var run = console.run("apply", "--env", "staging", "--yes");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void compares_an_environment_with_what_was_applied_there() throws IOException {
    migration(1, SHOP);
    apply();
    migration(2, "CREATE TABLE pending (id integer);");

    var same = console.run("drift", "--env", "staging");
    database.execute("ALTER TABLE users ADD COLUMN phone text; DROP VIEW mails;");
    var changed = console.run("drift", "--env", "staging");

    assertThat(same.err()).isEmpty();
    assertThat(same.out())
        .isEqualTo(
            """
            main, from migrations@staging to staging: no drift
              not compared: owners, which migrations@staging does not name
              not compared: privileges that nothing in migrations@staging grants (deed
                grants --check compares them)
            """);
    assertThat(same.exit()).isZero();
    assertThat(words(changed.out()))
        .contains("main, from migrations@staging to staging 2 differences")
        .contains("owner: shop (Shop team)")
        .containsPattern("added +column public.users.phone")
        .containsPattern("missing +view public.mails")
        .doesNotContain("pending");
    assertThat(changed.exit()).isEqualTo(1);
  }

  @Test
  void reads_the_same_from_the_catalogs() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute("ALTER TABLE users ADD COLUMN phone text; DROP VIEW mails;");

    // The next command asks the same side.
    assertThat(console.run("drift", "--env", "staging", "--catalog").out())
        .contains(" --catalog --format sql")
        .satisfies(said ->
            assertThat(said.replace(" --catalog", ""))
                .isEqualTo(console.run("drift", "--env", "staging").out()));
  }

  @Test
  void compares_with_what_the_files_say() throws IOException {
    migration(1, SHOP);
    apply();
    migration(2, "CREATE TABLE pending (id integer);");

    var head = console.run("drift", "--from", "migrations", "--to", "staging");
    var first = console.run("drift", "--from", "migrations@1", "--to", "staging");
    var back = console.run("drift", "--from", "staging", "--to", "migrations@head");
    var files = console.run("drift", "--from", "migrations@1", "--to", "migrations");

    assertThat(head.out()).containsPattern("missing +table public.pending");
    assertThat(first.out()).contains("no drift");
    assertThat(back.out()).containsPattern("added +table public.pending");
    assertThat(files.out()).containsPattern("added +table public.pending").contains("1 difference");
  }

  @Test
  void says_what_is_no_side() throws IOException {
    migration(1, SHOP);

    assertThat(console.run("drift", "--from", "stagin", "--to", "staging").err())
        .contains("stagin is neither an environment, nor migrations, nor a file")
        .contains("did you mean staging?");
    assertThat(console.run("drift", "--from", "migrations@stging", "--to", "staging").err())
        .contains("stging is neither a version nor an environment")
        .contains("did you mean migrations@staging?");
    assertThat(console.run("drift", "--from", "migration", "--to", "staging").err())
        .contains("did you mean migrations?");
    assertThat(console.run("drift", "--from", "migrations@7", "--to", "staging").err())
        .contains("no migration file", "7");
    assertThat(console.run("drift", "--from", "staging").err())
        .contains("give either --env, or two sides with --from and --to");
  }

  /// Nobody can tell what it made; what it may have made is no difference, and is said.
  @Test
  void does_not_call_a_difference_what_a_block_may_have_made() throws IOException {
    migration(
        1,
        SHOP
            + """
            -- deed: touches users defines
            -- deed: touches made_by_block defines
            DO $$ BEGIN
              EXECUTE (SELECT 'CREATE TABLE ' || 'made_by_block (id int)');
              EXECUTE format('ALTER TABLE users ADD COLUMN %I text', 'phone');
            END $$;
            """);
    apply();
    database.execute("DROP FUNCTION two()");

    var drift = console.run("drift", "--env", "staging");

    assertThat(words(drift.out()))
        .contains("1 difference")
        .containsPattern("missing +function public.two\\(\\)")
        .contains("which deed cannot read: migrations/main/shop/001_change.sql:6")
        .containsPattern("may have made or changed.*: .*table public.made_by_block \\(migrations/");
  }

  @Test
  void runs_on_a_scratch_server_what_deed_cannot_read() throws IOException {
    migration(
        1,
        SHOP
            + """
            -- deed: touches users defines
            -- deed: touches made_by_block defines
            DO $$ BEGIN
              EXECUTE (SELECT 'CREATE TABLE ' || 'made_by_block (id int)');
              EXECUTE format('ALTER TABLE users ADD COLUMN %I text', 'phone');
            END $$;
            """);
    apply();
    migration(2, "CREATE TABLE pending (id integer);");
    database.execute("ALTER TABLE made_by_block ADD COLUMN by_hand text");
    var scratch = database.url();

    var drift = console.run("drift", "--env", "staging", "--proved", "--scratch", scratch);
    var files =
        console.run(
            "drift",
            "--from",
            "migrations@1",
            "--to",
            "migrations",
            "--proved",
            "--scratch",
            scratch);
    var nothing = console.run("drift", "--from", "staging", "--to", "staging", "--proved");

    assertThat(words(drift.out()))
        .contains("1 difference")
        .contains("added column public.made_by_block.by_hand")
        .doesNotContain("cannot read", "privileges that");
    assertThat(words(files.out())).contains("1 difference").contains("added table public.pending");
    assertThat(nothing.err()).contains("neither side is migrations");
    assertThat(
            database.query("SELECT count(*) FROM pg_database WHERE datname LIKE 'deed_scratch%'"))
        .containsExactly("0");
  }

  @Test
  void lists_what_was_there_before_the_first_migration() throws IOException {
    database.execute("CREATE TABLE legacy (id integer)");
    migration(1, SHOP);
    apply();
    database.execute("CREATE TABLE by_hand (id integer)");

    var drift = console.run("drift", "--env", "staging");

    assertThat(words(drift.out()))
        .contains("1 difference")
        .containsPattern("added +table public.by_hand")
        .contains("what was there before migrations@staging: table public.legacy");
  }

  @Test
  void reads_the_catalogs_where_pg_dump_does_not_fit() throws IOException {
    migration(1, SHOP);
    apply();
    var old =
        program(
            """
            echo 'pg_dump: error: aborting because of server version mismatch' >&2
            echo 'pg_dump: detail: server version: 99.1; pg_dump version: 13.18' >&2
            exit 1
            """);

    var found = with("DEED_PG_DUMP", old).run("drift", "--env", "staging");
    var named = console.run("drift", "--env", "staging", "--pg-dump", old);

    assertThat(words(found.out()))
        .contains("no drift")
        .contains("staging was read from the catalogs: main (staging) runs PostgreSQL 99");
    assertThat(named.err()).contains("the newest pg_dump here is 13.18").contains("--catalog");
    assertThat(named.exit()).isEqualTo(2);
  }

  @Test
  void reads_the_catalogs_where_the_role_may_not_lock_a_table() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute(
        """
        DO $$ BEGIN
          IF to_regrole('drift_reader') IS NULL THEN
            CREATE ROLE drift_reader LOGIN PASSWORD 'p%a@s:s/w#d';
          END IF;
        END $$;
        GRANT USAGE ON SCHEMA deed TO drift_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA deed TO drift_reader;
        """);
    var url =
        "postgresql://drift_reader:p%%25a%%40s%%3As%%2Fw%%23d@%s:%d/%s"
            .formatted(database.host(), database.port(), database.name());

    var drift = with("URL", url).run("drift", "--env", "staging");

    assertThat(drift.err()).isEmpty();
    assertThat(words(drift.out()))
        .contains("no drift")
        .containsPattern("staging was read from the catalogs: .*permission denied for table");
  }

  @Test
  void names_the_session_that_locks_a_table() throws IOException, SQLException {
    migration(1, SHOP);
    apply();
    var waited =
        program(
            """
            echo 'pg_dump: error: query failed: ERROR:  canceling statement due to statement timeout' >&2
            echo 'pg_dump: detail: Query was: LOCK TABLE public.users IN ACCESS SHARE MODE' >&2
            exit 1
            """);
    try (var other = database.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SET application_name = 'locker'; LOCK TABLE users");

      var drift = console.run("drift", "--env", "staging", "--pg-dump", waited);
      var catalog = console.run("drift", "--env", "staging", "--catalog");

      assertThat(drift.err())
          .contains("public.users is locked by pid ", "locker", "LOCK TABLE users");
      assertThat(drift.exit()).isEqualTo(3);
      assertThat(catalog.err()).contains("public.users is locked by pid ", "locker");
      assertThat(catalog.exit()).isEqualTo(3);
    }
  }

  @Test
  void reports_the_others_where_one_database_cannot_be_reached() throws IOException {
    migration(1, SHOP);

    var drift = console.run("drift", "--from", "migrations@base", "--to", "production");

    assertThat(drift.out()).contains("other, from migrations@base to production: no drift");
    assertThat(drift.err()).contains("error: main: pg_dump could not read main (production)");
    assertThat(drift.exit()).isEqualTo(3);
  }

  @Test
  void names_the_pending_migration() throws IOException {
    migration(1, SHOP);
    apply();
    migration(2, "ALTER TABLE users ADD COLUMN phone text; CREATE TABLE pets (id integer);");
    migration(3, "ALTER TABLE users ALTER email DROP NOT NULL;");

    var drift = console.run("drift", "--from", "migrations", "--to", "staging");

    assertThat(words(drift.out()))
        .containsPattern(
            "missing column public.users.phone"
                + " cause: migrations/main/shop/002_change.sql is not applied in staging")
        .containsPattern(
            "missing table public.pets"
                + " cause: migrations/main/shop/002_change.sql is not applied in staging")
        .containsPattern(
            "changed column public.users.email not null: \\(none\\) -> true"
                + " cause: migrations/main/shop/003_change.sql is not applied in staging");
  }

  @Test
  void names_the_migration_that_failed() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute("ALTER TABLE users ADD COLUMN phone integer");
    migration(2, "ALTER TABLE users ADD COLUMN phone text;");
    assertThat(console.run("apply", "--env", "staging", "--yes").exit()).isNotZero();

    var drift = console.run("drift", "--env", "staging");

    assertThat(words(drift.out()))
        .contains(
            "added column public.users.phone cause: migrations/main/shop/002_change.sql did not end"
                + " in staging: ")
        .contains("already exists");
  }

  @Test
  void names_what_was_recorded_by_hand() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute("ALTER TABLE users ADD COLUMN phone text");
    Files.writeString(folder.resolve("done.sql"), "ALTER TABLE users ADD COLUMN phone integer;");
    var recorded =
        console.run(
            "record", "phone", "-e", "staging", "--service", "shop", "--sql", "done.sql", "--yes");
    assertThat(recorded.exit()).as(recorded.err()).isZero();

    var drift = console.run("drift", "--env", "staging");

    assertThat(words(drift.out()))
        .containsPattern(
            "changed column public.users.phone type: integer -> text"
                + " cause: recorded by hand as \\d+ in staging by ");
  }

  @Test
  void names_the_statement_in_the_journal() throws IOException {
    migration(1, SHOP);
    apply();
    var installed = console.run("journal", "install", "--env", "staging");
    assertThat(installed.out()).isEqualTo("main (staging): the journal is installed\n");
    migration(2, "CREATE TABLE later (id integer);");
    apply();
    database.execute(
        """
        SET application_name = 'psql'; ALTER TABLE users ADD COLUMN phone text; DROP VIEW mails\
        """);
    database.execute("CREATE FUNCTION three(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 3'");
    database.execute("CREATE INDEX by_hand ON users (email)");
    database.execute("DROP TABLE later");
    database.execute("DO $$ BEGIN CREATE TABLE t (a int); PERFORM 'password abc'; END $$");

    var drift = console.run("drift", "--env", "staging");
    var shown = console.run("journal", "--env", "staging", "--last", "30");
    var verified = console.run("verify", "--env", "staging");

    var psql = database.user() + " with psql from 127.0.0.1 in staging at ";
    assertThat(words(drift.out()))
        .contains("added column public.users.phone cause: " + psql)
        .contains("missing view public.mails cause: " + psql)
        .containsPattern("added function public.three\\(integer\\) cause: .*CREATE FUNCTION three")
        .containsPattern("added index public.by_hand cause: .*CREATE INDEX by_hand")
        .containsPattern("missing table public.later cause: ")
        .doesNotContain("event trigger", "cause: not known", "abc");
    assertThat(shown.out())
        .contains("ALTER TABLE")
        .contains("may have a password")
        .doesNotContain("abc");
    assertThat(verified.out()).doesNotContain("deed_journal");
    assertThat(console.run("journal", "remove", "--env", "staging").exit()).isZero();
    assertThat(console.run("journal", "--env", "staging").out()).contains("there is no journal");
    assertThat(database.query("SELECT count(*) FROM pg_event_trigger")).containsExactly("0");
  }

  @Test
  void says_what_a_journal_needs() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute(
        """
        DO $$ BEGIN
          IF to_regrole('journal_plain') IS NULL THEN
            CREATE ROLE journal_plain LOGIN PASSWORD 'plain';
          END IF;
        END $$;
        GRANT CREATE ON SCHEMA deed TO journal_plain;
        """);
    var url =
        "postgresql://journal_plain:plain@%s:%d/%s"
            .formatted(database.host(), database.port(), database.name());

    var refused = with("URL", url).run("journal", "install", "--env", "staging");

    assertThat(refused.err()).contains("the journal needs an event trigger").contains("superuser");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(database.query("SELECT to_regclass('deed.journal')")).containsExactly("");
  }

  @Test
  void reads_archives() throws IOException, InterruptedException {
    migration(1, SHOP);
    database.execute(SHOP);
    for (var format : new String[] {"custom", "directory", "tar", "plain"}) {
      var dump =
          new ProcessBuilder(
              "pg_dump", "--format=" + format, "--file=" + folder.resolve(format), database.url());
      assertThat(dump.inheritIO().start().waitFor()).isZero();
    }

    for (var format : new String[] {"custom", "directory", "tar"}) {
      var same = console.run("drift", "--from", format, "--to", "plain", "-d", "main");
      assertThat(same.err()).isEmpty();
      assertThat(same.out()).contains("no drift");
    }
    Files.write(
        folder.resolve("cut"),
        java.util.Arrays.copyOf(Files.readAllBytes(folder.resolve("custom")), 1_000));
    var cut = console.run("drift", "--from", "cut", "--to", "plain", "-d", "main");
    assertThat(cut.err()).contains("cut is a dump in custom format that pg_restore could not read");
    assertThat(cut.exit()).isEqualTo(2);
  }

  /// On one line, however wide the terminal is.
  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private Console with(String name, String value) {
    var environment = new HashMap<>(console.environment());
    environment.put(name, value);
    return console.with(environment);
  }

  private String program(String answer) throws IOException {
    var version = "if [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 13.18'; exit; fi\n";
    var path = Files.writeString(folder.resolve("pg_dump"), "#!/bin/sh\n" + version + answer);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    return path.toString();
  }
}
