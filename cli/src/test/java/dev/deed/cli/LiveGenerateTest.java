package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
          String.join("\n", written.sorted().skip(1).map(LiveGenerateTest::text).toList()));
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
          .contains("\n-- ALTER TABLE public.a DROP COLUMN old;\n")
          .contains(
              "\n-- ALTER TABLE public.a ALTER COLUMN size TYPE bigint;\n",
              "deed expand change-type")
          .contains(
              "\n-- ALTER TABLE public.a ADD COLUMN must text NOT NULL;\n",
              "deed expand add-required-column")
          .contains("\n-- CREATE INDEX CONCURRENTLY a_must ON public.a USING btree (must);\n")
          .doesNotContain("deed: ignore");
      assertThat(run(console, 0, "check", "migrations/main/web/" + file.getFileName()).out())
          .contains("1 warning");
    }
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
