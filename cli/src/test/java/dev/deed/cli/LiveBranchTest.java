package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `branch` on the environment's own server.
@ExtendWith(PostgresExtension.class)
class LiveBranchTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: [users]}}
      environments:
        dev:
          urls: {main: "%s"}
      """;

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void writeFiles(TestDatabase database) throws IOException {
    server = database;
    write("schema-ownership.yaml", OWNERSHIP.formatted(database.url()));
    write(
        "migrations/main/web/01_users.sql",
        """
        -- UP Migration
        CREATE TABLE users (id int PRIMARY KEY);

        -- DOWN Migration
        -- DROP TABLE users;
        """);
  }

  @Test
  void keeps_a_branch_until_it_is_deleted_or_has_expired() throws IOException {
    var console = Console.in(folder);
    assertThat(console.run("apply", "--env", "dev").exit()).isZero();
    assertThat(branch("create", "my-change", "--for", "3650d").out())
        .contains("my-change: postgresql://");
    var name = "deed_branch_my_change_main";
    assertThat(databases()).contains(name);
    assertThat(branch("list").out()).contains(name).contains("until 2036-02-01T04:05:06Z");
    assertThat(branch("gc").out()).contains("nothing").doesNotContain(name);
    assertThat(databases()).contains(name);
    assertThat(
            console.run("branch", "create", "my-change", "--env", "dev", "--on", "template").err())
        .contains("there is a branch my-change of dev/main already");
    branch("url", "my-change", "--to", "urls.env");
    assertThat(Files.readString(folder.resolve("urls.env")))
        .startsWith("MAIN_URL=postgresql://")
        .contains("/" + name);
    assertThat(branch("delete", "my-change").out()).contains("deleted my-change");
    assertThat(branch("delete", "my-change").out()).contains("there is no branch my-change");
    assertThat(databases()).doesNotContain(name);
    // The clock of the test is long past for the server.
    branch("create", "old", "--for", "1s");
    execute(
        "COMMENT ON DATABASE deed_branch_old_main IS 'deed branch old of dev/main until"
            + " 2026-01-01T00:00:00Z'");
    execute("CREATE DATABASE deed_branch_notes");
    execute("COMMENT ON DATABASE deed_branch_notes IS 'deed branch notes: keep it until friday'");
    assertThat(branch("gc").out()).contains("dropped deed_branch_old_main");
    assertThat(databases()).doesNotContain("deed_branch_old_main").contains("deed_branch_notes");
    execute("DROP DATABASE deed_branch_notes");
  }

  @Test
  void tells_what_is_asked_wrongly_from_what_may_succeed_later() {
    assertThat(branchExit("create", "Not a name", "--on", "template")).isEqualTo(2);
    assertThat(branchExit("create", "mine", "--on", "dump")).isEqualTo(2);
    assertThat(branchExit("create", "mine", "--on", "embedded")).isEqualTo(2);
    assertThat(branchExit("url", "mine", "--on", "template")).isEqualTo(1);
  }

  private int branchExit(String action, String... rest) {
    var all = new ArrayList<>(List.of("branch", action, "--env", "dev"));
    all.addAll(List.of(rest));
    return Console.in(folder).run(all.toArray(String[]::new)).exit();
  }

  @Test
  void keeps_a_branch_whose_reset_fails_and_tells_branches_apart() throws IOException {
    assertThat(Console.in(folder).run("apply", "--env", "dev").exit()).isZero();
    branch("create", "mine", "--for", "3650d");
    execute("ALTER DATABASE deed_branch_mine_main CONNECTION LIMIT 3");
    try (var _ = server.connect()) {
      var reset =
          Console.in(folder).run("branch", "reset", "mine", "--env", "dev", "--on", "template");
      assertThat(reset.err()).contains("cannot be copied while sessions are connected to it");
      assertThat(server.query("SELECT datconnlimit FROM pg_database WHERE datname ~ '_mine_main$'"))
          .containsExactly("3");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    branch("reset", "mine", "--for", "3650d");
    assertThat(server.query("SELECT datconnlimit FROM pg_database WHERE datname ~ '_mine_main$'"))
        .containsExactly("-1");
    // Another environment's branch of that name is not this one's.
    execute(
        "COMMENT ON DATABASE deed_branch_mine_main IS"
            + " 'deed branch mine of live/main until 2999-01-01T00:00:00Z'");
    branch("delete", "mine");
    assertThat(databases()).contains("deed_branch_mine_main");
    assertThat(
            Console.in(folder)
                .run("branch", "create", "mine", "--env", "dev", "--on", "template")
                .err())
        .contains("there is a branch mine of live/main already", "take another name");
    execute("DROP DATABASE deed_branch_mine_main");
  }

  @Test
  void does_not_say_try_again_where_the_role_may_not_create_a_database() throws IOException {
    server.execute("CREATE ROLE deed_brancher LOGIN; GRANT pg_read_all_data TO deed_brancher");
    try {
      write(
          "schema-ownership.yaml",
          OWNERSHIP.formatted(
              server.url().replaceFirst("postgresql://[^@]*@", "postgresql://deed_brancher@")));
      assertThat(branchExit("create", "mine", "--on", "template")).isEqualTo(1);
    } finally {
      server.execute("DROP OWNED BY deed_brancher; DROP ROLE deed_brancher");
    }
  }

  private Console.Answer branch(String... arguments) {
    var all = new ArrayList<>(List.of("branch"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--env", "dev", "--on", "template"));
    var answer = Console.in(folder).run(all.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isZero();
    return answer;
  }

  private List<String> databases() {
    return server.query("SELECT datname FROM pg_database");
  }

  private void execute(String sql) {
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
