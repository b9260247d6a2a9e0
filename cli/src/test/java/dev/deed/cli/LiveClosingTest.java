package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The SQL that closes drift, on a live server: proved, run, and written as migrations.
@ExtendWith(PostgresExtension.class)
class LiveClosingTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 14}}
      services:
        web: {owns: {main: [users]}}
        shop: {owns: {main: ["*"]}, uses: {main: [{table: users, access: references}]}}
      environments:
        dev: {urls: {main: "${DEV_URL}"}}
      """;

  private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, mail text);\n";
  private static final String ORDERS =
      "CREATE TABLE orders (id integer, user_id integer, note text);\n";

  private static final String BY_HAND =
      """
      ALTER TABLE users ADD COLUMN name text;
      ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
      ALTER TABLE orders DROP COLUMN note;
      """;

  @TempDir private Path folder;

  @BeforeEach
  void a_project_of_two_services() throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    migration("web/20260101000000_users.sql", USERS);
    migration("shop/20260102000000_orders.sql", ORDERS);
  }

  private void migration(String name, String sql) throws IOException {
    var file = folder.resolve("migrations/main/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private Console console(TestDatabase dev) {
    return Console.in(folder).with(Map.of("DEV_URL", dev.url()));
  }

  @Test
  void proves_the_sql_before_it_says_so(TestDatabase dev) {
    dev.execute(USERS + ORDERS + BY_HAND);

    var answer =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--format",
                "sql",
                "--prove",
                "--scratch",
                dev.url());

    assertThat(answer.out())
        .contains(
            "-- main: this SQL runs on migrations and makes it equal to dev",
            "-- proved: a server ran all of it",
            "-- owner: web",
            "ALTER TABLE public.users ADD COLUMN name text;",
            "-- commented out: loses data\n-- ALTER TABLE public.orders DROP COLUMN note;");
  }

  @Test
  void gives_each_file_of_a_dry_run_a_number_of_its_own(TestDatabase dev) throws IOException {
    var files = folder.resolve("migrations/main");
    Files.move(files.resolve("web/20260101000000_users.sql"), files.resolve("web/001_users.sql"));
    Files.move(
        files.resolve("shop/20260102000000_orders.sql"), files.resolve("shop/002_orders.sql"));
    dev.execute(USERS + ORDERS + "ALTER TABLE users ADD a int; ALTER TABLE orders ADD b int;");

    var answer =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--write",
                "by hand",
                "--dry-run",
                "--scratch",
                dev.url());

    assertThat(answer.out().lines().filter(line -> line.startsWith("  would write ")))
        .as(answer.screen())
        .hasSize(2)
        .anyMatch(line -> line.contains("/003_by_hand.sql"))
        .anyMatch(line -> line.contains("/004_by_hand.sql"));
    assertThat(answer.out())
        .endsWith("next: deed drift --from migrations --to dev --catalog --write 'by hand'\n");
  }

  @Test
  void leaves_no_drift_where_it_was_run(TestDatabase dev) {
    dev.execute(USERS + ORDERS + BY_HAND);

    var sql =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--change",
                "to",
                "--format",
                "sql",
                "--allow-destructive",
                "--move-columns",
                "--scratch",
                dev.url())
            .out();
    assertThat(sql).startsWith("-- main: this SQL runs on dev and makes it equal to migrations");
    for (var statement : sql.split(";\n")) {
      if (!statement.isBlank()) {
        dev.execute(statement);
      }
    }

    var again =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--proved",
                "--scratch",
                dev.url());
    assertThat(again.out()).as(sql).contains("no drift");
  }

  @Test
  void writes_a_migration_for_each_owner(TestDatabase dev) throws IOException {
    dev.execute(USERS + ORDERS + BY_HAND);

    var answer =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--write",
                "take over",
                "--allow-destructive",
                "--scratch",
                dev.url());

    assertThat(answer.out())
        .contains(
            "wrote migrations/main/web/", "wrote migrations/main/shop/", "their downs lead back");
    assertThat(written("web"))
        .contains("ADD COLUMN name text", "requires main/", "-- DOWN Migration");
    assertThat(written("shop")).contains("DROP COLUMN note");
    assertThat(console(dev).run("check").out()).doesNotContain("error");
    var again =
        console(dev)
            .run(
                "drift",
                "--from",
                "migrations",
                "--to",
                "dev",
                "--catalog",
                "--proved",
                "--scratch",
                dev.url());
    assertThat(again.out()).contains("no drift");
  }

  private String written(String service) throws IOException {
    try (var files = Files.list(folder.resolve("migrations/main/" + service))) {
      return Files.readString(files.sorted().skip(1).findFirst().orElseThrow());
    }
  }
}
