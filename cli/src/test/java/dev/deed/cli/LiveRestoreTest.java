package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.PgDump;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `restore`: into a new database only; the one in use is exchanged by a person's word only.
@ExtendWith(PostgresExtension.class)
class LiveRestoreTest {

  private static final String DATE = "20260203040506";

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void backUp(TestDatabase database) throws IOException {
    assumeTrue(PgDump.isInstalled(Map.of()));
    server = database;
    assumeTrue(PgDump.find(Map.of()).isFitFor(server.majorVersion()));
    server.execute(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        CREATE TABLE "Odd ""Na.me" ("user" int REFERENCES users);
        INSERT INTO users VALUES (1, 'ann'), (2, 'bob');
        INSERT INTO "Odd ""Na.me" VALUES (1);
        """);
    server.execute("ALTER DATABASE " + server.name() + " SET search_path = public, \"Odd\"");
    server.execute("ALTER DATABASE " + server.name() + " SET work_mem = '5MB'");
    server.execute("REVOKE TEMPORARY ON DATABASE " + server.name() + " FROM PUBLIC");
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases:
          main: {postgres: 14}
        services:
          web: {owns: {main: ["*"]}}
        environments:
          dev: {urls: {main: "%s"}}
        """
            .formatted(server.url()));
    write("migrations/main/web/01_drop.sql", "ALTER TABLE users DROP name;");
    run(0, "backup", "--scratch", server.url());
    server.execute("ALTER TABLE users DROP name; DELETE FROM \"Odd \"\"Na.me\"");
  }

  @AfterEach
  void dropCopies() {
    server
        .query("SELECT datname FROM pg_database WHERE datname ~ '_(before|restored)_2026|copy of'")
        .forEach(
            name -> other("postgres").execute("DROP DATABASE \"%s\" WITH (FORCE)".formatted(name)));
    assertThat(
            other("postgres")
                .query("SELECT datname FROM pg_database WHERE datname ~ '^deed_scratch_20'"))
        .isEmpty();
  }

  @Test
  void restores_into_a_new_database() throws IOException {
    assertThat(run(0, "restore", "01", "--dry-run").out())
        .contains(
            "nothing was done; the plan:",
            "create database %s_restored_%s on ".formatted(server.name(), DATE));
    var answer = run(0, "restore", "01");
    assertThat(answer.out())
        .contains(
            "restored into database %s_restored_%s: 3 rows of 2 tables"
                .formatted(server.name(), DATE))
        .doesNotContain("way back");
    var restored = other(server.name() + "_restored_" + DATE);
    assertThat(restored.query("SELECT name FROM users ORDER BY id")).containsExactly("ann", "bob");
    assertThat(restored.query("SHOW search_path")).containsExactly("public, \"Odd\"");
    assertThat(restored.query("SHOW work_mem")).containsExactly("5MB");
    assertThat(
            restored.query(
                "SELECT count(*) FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname ="
                    + " current_database() AND a.grantee = 0"))
        .containsExactly("1");
    assertThat(
            server.query(
                "SELECT count(*) FROM pg_attribute WHERE attname = 'name' AND attrelid = 'users'::regclass"))
        .containsExactly("0");
    assertThat(run(1, "restore", "01").err()).contains("there is a database", "--as NAME");
    assertThat(run(1, "restore", file().toString(), "--as", server.name()).err())
        .contains("deed restores only into a new one");
    // Not beside it: which file of a folder comes first is not certain.
    var torn = folder.resolve("torn.dump");
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(file()), (int) Files.size(file()) / 2));
    assertThat(run(1, "restore", torn.toString(), "--as", "copy of a part").err())
        .contains(
            "pg_restore could not restore into a new database",
            "nothing was changed in %s; if the file is damaged: another backup"
                .formatted(server.name()))
        .doesNotContain("--scratch");
    run(0, "restore", file().toString(), "--as", "copy of 'it'");
    assertThat(other("copy of 'it'").query("SELECT count(*) FROM users")).containsExactly("2");
  }

  @Test
  void exchanges_the_databases_by_a_persons_word() throws Exception {
    var restored = server.name() + "_restored_" + DATE;
    var old = server.name() + "_before_" + DATE;
    assertThat(run(1, "restore", "01", "--swap").err())
        .contains(
            "rename database %s to %s, and %s to %s, in one transaction"
                .formatted(server.name(), old, restored, server.name()),
            "a database in use is replaced only by a person's word, and there is no terminal");
    try (var session = server.connect()) {
      assertThat(run(1, "restore", "01", "--swap", "--yes").err())
          .contains(server.name() + " cannot be renamed while sessions are connected to it: pid ");
      assertThat(session.isValid(60)).isTrue();
    }
    var typed =
        Console.in(folder).typing(server.name()).run("restore", "01", "--env", "dev", "--swap");
    assertThat(typed.exit()).as(typed.screen()).isZero();
    assertThat(server.query("SELECT name FROM users ORDER BY id")).containsExactly("ann", "bob");
    assertThat(other(old).query("SELECT count(*) FROM users")).containsExactly("2");
    var back =
        typed.out().lines().map(String::strip).filter(l -> l.startsWith("ALTER DATABASE")).toList();
    assertThat(back).hasSize(2);
    back.forEach(other("postgres")::execute);
    assertThat(
            server.query(
                "SELECT to_regclass('\"Odd \"\"Na.me\"') IS NOT NULL, count(*) FROM \"Odd \"\"Na.me\""))
        .containsExactly("t|0");
  }

  @Test
  void ends_sessions_where_that_is_asked_for() throws SQLException, IOException {
    try (var session = server.connect()) {
      run(0, "restore", "01", "--swap", "--yes", "--end-sessions");
      assertThat(session.isValid(60)).isFalse();
    }
    assertThat(server.query("SELECT count(*) FROM \"Odd \"\"Na.me\"")).containsExactly("1");
  }

  @Test
  void exchanges_nothing_for_rows_of_some_tables() throws IOException {
    run(0, "backup", "--scratch", server.url(), "--tables", "*Na.me*,\"Odd \"\"Na.me\"");
    assertThat(run(1, "restore", "01", "--swap", "--yes").err())
        .contains(".tables.dump has the rows of some tables only, and cannot take the place");
    assertThat(run(0, "restore", "01").out()).contains(": 0 rows of 3 tables");
  }

  @Test
  void refuses_what_is_no_backup() throws IOException {
    write("notes.txt", "x");
    assertThat(run(2, "restore", "notes.txt").err())
        .contains("is not a backup in pg_dump's custom format");
    assertThat(run(2, "restore", "02").err())
        .contains("02 is neither a file nor a migration of main");
    Files.write(file(), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(run(2, "restore", "01").err()).contains("is not the file that was saved");
    Files.delete(file());
    assertThat(run(2, "restore", "01").err()).contains("is not on this machine");
  }

  @Test
  void needs_the_right_to_create_a_database() throws IOException {
    server.execute("CREATE ROLE deed_restorer LOGIN; GRANT pg_read_all_data TO deed_restorer");
    try {
      var file = folder.resolve("schema-ownership.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst("postgresql://[^@]*@", "postgresql://deed_restorer@"));
      var refused = run(1, "restore", file().toString());
      assertThat(refused.err())
          .contains(
              "the role of main (dev) may not create databases", "ALTER ROLE <role> CREATEDB");
      server.execute("ALTER ROLE deed_restorer CREATEDB");
      var answer = run(0, "restore", file().toString());
      assertThat(answer.err()).contains("its objects will belong to the role of the URL");
      assertThat(answer.out()).contains(": 3 rows of 2 tables");
    } finally {
      dropCopies();
      server.execute("DROP OWNED BY deed_restorer; DROP ROLE deed_restorer");
    }
  }

  private Path file() throws IOException {
    try (var files = Files.list(folder.resolve("deed-backups"))) {
      return files.filter(file -> file.toString().endsWith(".dump")).findFirst().orElseThrow();
    }
  }

  private TestDatabase other(String name) {
    return new TestDatabase(server.host(), server.port(), name, server.user(), server.password());
  }

  private Console.Answer run(int exit, String... words) {
    var arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--env", "dev"));
    var answer = Console.in(folder).run(arguments.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer;
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
