package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A project with two services, of which a test tries migrations on copies of its database; no copy
/// is left.
@ExtendWith(PostgresExtension.class)
abstract class LiveRehearsal {

  static final String OWNERSHIP =
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

  static final String COPIES =
      "SELECT count(*) FROM pg_database WHERE datname LIKE 'deed_scratch_20%'";

  /// Where newer programs of PostgreSQL may be than those that are installed.
  static final Map<String, String> PROGRAMS =
      Map.of("PATH", System.getenv().getOrDefault("PATH", ""));

  @TempDir Path folder;
  TestDatabase server = new TestDatabase("", 0, "", "", "");

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

  java.util.List<String> databases() {
    return server.query("SELECT datname FROM pg_database");
  }

  void execute(String sql) {
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Console.Answer rehearse(int exit, String... more) {
    var arguments =
        new java.util.ArrayList<>(java.util.List.of("rehearse", "--scratch", server.url()));
    arguments.addAll(java.util.List.of(more));
    var answer = Console.in(folder).with(PROGRAMS).run(arguments.toArray(String[]::new));
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer;
  }

  void web(String name, String up, String down) throws IOException {
    write("migrations/main/web/%s.sql".formatted(name), text(up, down));
  }

  void api(String name, String up, String down) throws IOException {
    write("migrations/main/api/%s.sql".formatted(name), text(up, down));
  }

  static String text(String up, String down) {
    return "-- UP Migration\n%s;\n%s"
        .formatted(up, down.isEmpty() ? "" : "\n-- DOWN Migration\n-- %s;\n".formatted(down));
  }

  void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
