package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `generate` where tables in use change: stories of expand and contract, which lead there and
/// back, and to which `check` objects nothing.
@ExtendWith(PostgresExtension.class)
class LiveGenerateStoriesTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 14}}
      services: {web: {owns: {main: ["*"]}}}
      environments: {dev: {disposable: true, urls: {main: "${DEV_URL}"}}}
      """;

  private static final String BEFORE =
      """
      CREATE TABLE users (id integer PRIMARY KEY, mail text, size integer NOT NULL, old text);
      CREATE TABLE orders (id integer PRIMARY KEY, user_id integer, total integer);
      CREATE TABLE scrap (id integer PRIMARY KEY);
      """;

  /// Without it a story of a foreign key makes one of its own.
  private static final String INDEX = "CREATE INDEX orders_user_id ON orders (user_id);\n";

  @TempDir private Path folder;

  private Console project(TestDatabase dev, String wanted) throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve("20260101000000_before.sql"),
        "-- UP Migration\n"
            + BEFORE
            + INDEX
            + "-- DOWN Migration\n-- DROP TABLE users, orders, scrap;\n");
    Files.writeString(folder.resolve("wanted.sql"), wanted);
    return Console.in(folder).with(Map.of("DEV_URL", dev.url()));
  }

  private List<String> written() throws IOException {
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      return files.sorted().skip(1).map(LiveGenerateStoriesTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// There and back by the files that were written.
  private static void leadsThereAndBack(Console console, TestDatabase dev) {
    var check = console.run("check");
    assertThat(check.exit()).as(check.out()).isZero();
    assertThat(check.out().lines().filter(l -> l.contains("warning:")).toList())
        .as(check.out())
        .allMatch(line -> line.contains("[unread]") || line.contains("not yet read"));
    var same = console.run("generate", "--to", "wanted.sql", "--check", "--scratch", dev.url());
    assertThat(same.exit()).as(same.screen()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail text | email text | rename-column",
        "size integer | size bigint | change-type",
        "mail text | mail text NOT NULL | set-not-null",
        "mail text | mail text CHECK (mail <> '') | add-check",
        "mail text | mail text UNIQUE | add-unique",
        "user_id integer | user_id integer REFERENCES users ON DELETE CASCADE | add-foreign-key",
        ", old text | '' | drop-column",
        "CREATE TABLE scrap (id integer PRIMARY KEY); | '' | drop-table",
        "TABLE scrap | TABLE remains | rename-table",
      })
  void makes_a_story_of_a_change(String part, String instead, String operation, TestDatabase dev)
      throws IOException {
    var wanted =
        BEFORE
            .replace(part, instead)
            .concat(INDEX)
            .replace(
                "remains (id integer PRIMARY KEY)",
                "remains (id integer CONSTRAINT scrap_pkey PRIMARY KEY)");
    var console = project(dev, wanted);

    var answer = console.run("generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out())
        .as(String.join("\n", written()))
        .contains("note: " + operation)
        .contains("the migrations lead to the wanted schema", "the downs lead back");
    assertThat(written())
        .allMatch(text -> text.contains("-- deed: generated\n"))
        .allMatch(text -> text.contains("operation=" + operation));
    leadsThereAndBack(console, dev);
  }

  @Test
  void puts_what_hurts_nothing_before_and_what_needs_a_story_after_it(TestDatabase dev)
      throws IOException {
    var console =
        project(
            dev,
            """
            CREATE TABLE teams (id integer PRIMARY KEY);
            CREATE TABLE users (id integer PRIMARY KEY, email text, size bigint NOT NULL, team_id integer REFERENCES teams);
            CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users, total integer CHECK (total > 0));
            CREATE INDEX users_email ON users (email);
            CREATE INDEX orders_user_id ON orders (user_id);
            CREATE VIEW mails AS SELECT email FROM users;
            """);

    var answer = console.run("generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.exit()).as(answer.screen()).isZero();
    var texts = written();
    assertThat(texts.getFirst()).contains("CREATE TABLE public.teams").doesNotContain("changeover");
    assertThat(texts.getLast()).contains("CREATE VIEW public.mails", "-- deed: requires main/");
    assertThat(String.join("\n", texts))
        .contains("operation=change-type", "operation=drop-table", "operation=add-foreign-key");
    assertThat(answer.out())
        .as(String.join("\n", texts))
        .contains("the migrations lead to the wanted schema", "the downs lead back");
    leadsThereAndBack(console, dev);
    var apply = console.run("apply", "--env", "dev");
    assertThat(apply.exit()).as(apply.screen()).isZero();
  }

  @Test
  void shows_the_files_of_a_story(TestDatabase dev) throws IOException {
    var console = project(dev, BEFORE.replace("size integer", "size bigint") + INDEX);

    var answer =
        console.run("generate", "next", "--to", "wanted.sql", "--dry-run", "--scratch", dev.url());

    assertThat(answer.out())
        .contains("-- deed: changeover", "phase=contract", "-- deed: generated");
    assertThat(written()).isEmpty();
  }

  @Test
  void writes_plain_statements_where_no_story_closes_the_difference(TestDatabase dev)
      throws IOException {
    var console =
        project(
            dev,
            BEFORE.replace(
                    "mail text",
                    "mail text, CONSTRAINT one UNIQUE (mail) DEFERRABLE INITIALLY DEFERRED")
                + INDEX);

    var answer = console.run("generate", "next", "--to", "wanted.sql", "--scratch", dev.url());

    assertThat(answer.out())
        .contains("the migrations lead to the wanted schema", "the downs lead back");
    assertThat(String.join("\n", written()))
        .contains("DEFERRABLE INITIALLY DEFERRED")
        .doesNotContain("changeover");
  }
}
