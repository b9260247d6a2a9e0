package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The sizes of tables in an environment.
@ExtendWith(PostgresExtension.class)
class LiveOwnersTest {

  @TempDir private Path folder;

  @Test
  void shows_how_large_the_tables_of_an_environment_are(TestDatabase database) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: }
        services: {web: {owns: {main: ["*"]}}}
        environments: {local: {urls: {main: "${MAIN_URL}"}}}
        """);
    var migrations = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        migrations.resolve("1_users.sql"),
        "CREATE TABLE users (id int PRIMARY KEY); CREATE VIEW seen AS SELECT id FROM users;"
            + " CREATE TABLE later (id int);");
    database.execute("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1)");
    var console = Console.in(folder).with(Map.of("MAIN_URL", database.url()));

    var answer = console.run("owners", "--env", "local", "--format", "html=map.html");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(console.run("owners", "--env", "local").out())
        .contains("public.users, 24 kB", "public.seen (view)  ", "public.later  ");
    assertThat(Files.readString(folder.resolve("map.html")))
        .contains("users <small>24 kB</small>", "<b>Size:</b> 24 kB with its indexes");
    assertThat(console.run("owners", "--env", "local", "users").err())
        .contains("--env shows sizes in the list of all tables");
  }
}
