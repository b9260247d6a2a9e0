package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.deed.drift.PgDump;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `backup`: a file that is whole and proved, or none.
@ExtendWith(PostgresExtension.class)
class LiveBackupTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: ["*", "*.*"]}}
      environments:
        dev: {urls: {main: "%s"}}
      """;

  private static final String TABLES =
      """
      CREATE TABLE users (id int PRIMARY KEY, name text, shout text GENERATED ALWAYS AS (upper(name)) STORED);
      CREATE TABLE "Odd ""Na.me" (id int PRIMARY KEY, "user" int REFERENCES users);
      CREATE TABLE events (day date) PARTITION BY RANGE (day);
      CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      INSERT INTO users SELECT n, 'n' || n FROM generate_series(1, 300) n;
      INSERT INTO "Odd ""Na.me" SELECT n, n FROM generate_series(1, 20) n;
      INSERT INTO events SELECT '2026-02-01' FROM generate_series(1, 5);
      SELECT lo_from_bytea(0, 'large');
      """;

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void prepare(TestDatabase database) throws IOException {
    assumeTrue(PgDump.isInstalled(Map.of()));
    server = database;
    assumeTrue(PgDump.find(Map.of()).isFitFor(server.majorVersion()));
    server.execute(TABLES);
    own(server.url());
    write("migrations/main/web/01_note.sql", "ALTER TABLE users ADD note text;");
  }

  @AfterEach
  void leaves_nothing_half_done() throws IOException {
    assertThat(server.query("SELECT datname FROM pg_database WHERE datname ~ '^deed_scratch_20'"))
        .isEmpty();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".partial"))).isEmpty();
    }
  }

  @Test
  void saves_proves_and_keeps_evidence() throws IOException {
    server.execute("CREATE SCHEMA deed; DROP SCHEMA deed");
    var answer = backup(0);
    assertThat(answer.out())
        .containsPattern(
            "main \\(dev\\): /.*/deed-backups/dev-main-20260203T040506Z-[0-9a-f]{4}\\.dump, ")
        .containsPattern("as of 20.*Z, LSN [0-9A-F]+/[0-9A-F]+: 325 rows of 3 tables")
        .contains(
            "proved: restored into a scratch database", "kept as evidence for main/01_note (web)");
    var file = only();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("deed-backups/.gitignore")).hasContent("*");
    assertThat(
            server.query(
                "SELECT kind, outcome, environment, provider, details->>'rows', details->>'file',"
                    + " length(details->>'sha256') FROM deed.evidence"))
        .containsExactly("backup|passed|dev|pg_dump|325|%s|64".formatted(file));
  }

  @Test
  void saves_rows_of_some_tables() throws IOException {
    var answer = backup(0, "--tables", "\"Odd \"\"Na.me\",events_*");
    assertThat(answer.out()).contains(": 25 rows of 2 tables", "proved: ");
    assertThat(only().toString()).endsWith(".tables.dump");
    assertThat(backup(2, "--tables", "nothing").err())
        .contains("main (dev) has no table for --tables nothing");
  }

  @Test
  void refuses_what_would_not_be_whole() throws IOException {
    server.execute(
        """
        CREATE ROLE deed_backup_reader LOGIN;
        CREATE SEQUENCE hidden;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO deed_backup_reader;
        REVOKE ALL ON "Odd ""Na.me" FROM deed_backup_reader;
        ALTER TABLE users ENABLE ROW LEVEL SECURITY;
        """);
    try {
      own(server.url().replaceFirst("postgresql://[^@]*@", "postgresql://deed_backup_reader@"));
      assertThat(backup(2).err())
          .contains(
              "main (dev) was not backed up, because the backup would not be whole: ",
              "- this role may not read table public.Odd \"Na.me",
              "- row-level security hides rows of table public.users from this role",
              "- this role may not read sequence public.hidden",
              "GRANT pg_read_all_data TO <role>");
    } finally {
      server.execute("DROP OWNED BY deed_backup_reader; DROP ROLE deed_backup_reader");
    }
  }

  @Test
  void tells_what_is_wrong_with_the_programs() throws IOException {
    program("old", "echo 'pg_dump (PostgreSQL) 9.6.1'");
    assertThat(backup(2, "--pg-dump", folder.resolve("old/pg_dump").toString()).err())
        .contains("but the newest pg_dump here is 9.6.1: it must be ");
    program(
        "full",
        "[ \"$1\" = --version ] && echo 'pg_dump (PostgreSQL) 99.1' && exit;"
            + " for a in \"$@\"; do case $a in --file=*) echo half > \"${a#--file=}\";; esac; done;"
            + " echo 'pg_dump: error: could not write to output file: No space left on device' >&2; exit 1");
    assertThat(backup(3, "--pg-dump", folder.resolve("full/pg_dump").toString()).err())
        .contains("could not write to output file: No space left on device", "--to FOLDER");
    assertThat(dumps()).isEmpty();
    assertThat(
            Console.in(folder)
                .with(Map.of("DEED_PG_DUMP", folder.resolve("none").toString()))
                .run("backup", "--env", "dev")
                .err())
        .contains("there is no such file");
  }

  @Test
  void does_not_call_a_file_proved_that_cannot_be_restored() throws IOException {
    program("broken", "exec \"$(command -v pg_dump)\" \"$@\"");
    Files.writeString(
        folder.resolve("broken/pg_restore"), "#!/bin/sh\necho 'no way' >&2; exit 1\n");
    var answer = backup(1, "--pg-dump", folder.resolve("broken/pg_dump").toString());
    assertThat(answer.out())
        .contains("not proved: pg_restore could not restore into a scratch database: no way");
    assertThat(
            server.query("SELECT outcome, details->>'not_proved' IS NOT NULL FROM deed.evidence"))
        .containsExactly("failed|t");
  }

  @Test
  void is_for_migrations_that_are_pending() throws IOException {
    write("migrations/main/web/02_more.sql", "ALTER TABLE users ADD more text;");
    backup(0, "--before", "main/02");
    assertThat(server.query("SELECT version FROM deed.evidence")).containsExactly("02");
    assertThat(backup(2, "--before", "03").err()).contains("there is no migration 03");
    assertThat(Console.in(folder).run("apply", "--env", "dev", "--to", "01").exit()).isZero();
    assertThat(backup(1, "--before", "01").err())
        .contains("main/01_note (web) is applied in main (dev) already");
  }

  @Test
  void is_named_where_rows_are_lost() throws IOException {
    var note =
        "the rows from before main/01_note \\(web\\) are in the backup /.*\\.dump of 20.*Z:"
            + " deed restore 01 --env dev -d main";
    write(
        "migrations/main/web/01_note.sql",
        "-- deed: irreversible \"gone\"\nDELETE FROM users WHERE id = 300;");
    backup(0);
    var console = Console.in(folder);
    assertThat(console.run("plan", "--env", "dev").out()).containsPattern("note: " + note);
    assertThat(console.run("apply", "--env", "dev").exit()).isZero();
    assertThat(console.run("history", "--env", "dev").out()).containsPattern("note: " + note);
    var refused = console.run("rollback", "--env", "dev", "-1");
    assertThat(refused.exit()).as(refused.screen()).isEqualTo(1);
    assertThat(refused.err())
        .contains("was declared irreversible: gone")
        .containsPattern("; " + note);
    write(
        "migrations/main/web/02_more.sql",
        "-- UP Migration\nUPDATE users SET name = 'x' WHERE id = 2;\n-- DOWN Migration\n-- UPDATE users SET name = 'y' WHERE id = 2;");
    assertThat(console.run("backup", "--env", "dev", "--scratch", server.url()).out())
        .contains("kept as evidence for main/02_more (web)");
    assertThat(console.run("apply", "--env", "dev").exit()).isZero();
    assertThat(console.run("rollback", "--env", "dev", "-1").screen())
        .containsPattern("the rows from before main/02_more \\(web\\) are in the backup ");
  }

  @Test
  void keeps_a_branch_instead_of_files() throws IOException {
    var asked = new ArrayList<String>();
    var neon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    neon.createContext(
        "/",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          var answer =
              """
              {"branch": {"id": "br-1", "parent_id": "br-0", "name": "deed/backup-20260203040506",
                          "created_at": "2026-02-03T04:05:06Z"}, "operations": []}
              """
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    neon.start();
    try {
      write(
          "schema-ownership.yaml",
          OWNERSHIP
              .formatted(server.url())
              .replace("dev: {urls", "dev: {copy: {by: neon, project: p}, urls"));
      var console =
          Console.in(folder)
              .with(
                  Map.of(
                      "NEON_API_KEY",
                      "napi_secret",
                      "NEON_API_URL",
                      "http://localhost:" + neon.getAddress().getPort()));
      var answer = console.run("backup", "--env", "dev", "--on", "neon");
      assertThat(answer.out())
          .contains("main (dev): deed/backup-20260203040506\n", "kept as evidence for main/01_note")
          .containsPattern("as of 20.*Z, LSN [0-9A-F]+/[0-9A-F]+\n")
          .doesNotContain("proved", "restore it");
      assertThat(asked).hasSize(1).first().asString().contains("deed/backup-20260203040506");
      assertThat(console.run("restore", "01", "--env", "dev").err())
          .contains(
              "this backup is the branch deed/backup-20260203040506 at Neon",
              "deed branch url backup-20260203040506 --env dev --on neon");
    } finally {
      neon.stop(0);
    }
  }

  /// What a killed program has left has no lock.
  @Test
  void deletes_what_a_killed_program_has_left() throws IOException {
    write("deed-backups/dev-main-20260101T000000Z-0000.dump.partial", "half");
    backup(0);
  }

  private Path only() throws IOException {
    assertThat(dumps()).hasSize(1);
    return dumps().getFirst();
  }

  private List<Path> dumps() throws IOException {
    var place = folder.resolve("deed-backups");
    if (!Files.exists(place)) {
      return List.of();
    }
    try (var files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".dump")).toList();
    }
  }

  private Console.Answer backup(int exit, String... more) {
    var arguments = new ArrayList<>(List.of("backup", "--env", "dev", "--scratch", server.url()));
    arguments.addAll(List.of(more));
    var answer = Console.in(folder).run(arguments.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer;
  }

  private void program(String name, String script) throws IOException {
    for (var program : List.of("pg_dump", "pg_restore")) {
      write(name + "/" + program, "#!/bin/sh\n" + script + "\n");
      assertThat(folder.resolve(name).resolve(program).toFile().setExecutable(true)).isTrue();
    }
  }

  private void own(String url) throws IOException {
    write("schema-ownership.yaml", OWNERSHIP.formatted(url));
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
