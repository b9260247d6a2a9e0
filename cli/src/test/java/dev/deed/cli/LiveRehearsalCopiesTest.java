package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `rehearse`: which copies it makes, keeps and drops.
class LiveRehearsalCopiesTest extends LiveRehearsal {

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
}
