package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `deed init` with a database at hand.
@ExtendWith(PostgresExtension.class)
class LiveInitTest {

  @TempDir private Path folder;

  private String yaml() throws IOException {
    return Files.readString(folder.resolve("schema-ownership.yaml"));
  }

  private String quietCheck() {
    var check = Console.in(folder).run("check");
    assertThat(check.exit()).as(check.screen()).isZero();
    return check.out();
  }

  @Test
  void claims_the_tables_of_a_database_without_migrations(TestDatabase database)
      throws IOException {
    database.execute(
        """
        CREATE SCHEMA billing;
        CREATE TABLE users (id bigint PRIMARY KEY);
        CREATE TABLE "Odd name" (id bigint);
        CREATE TABLE billing.invoices (id bigint);
        CREATE TABLE flyway_schema_history (id bigint);
        CREATE TABLE parts (id bigint) PARTITION BY RANGE (id);
        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (2);
        """);
    var answer = Console.in(folder).run("init", "--yes", "--url", database.url());
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out()).contains("the database of --url has 4 tables");
    assertThat(yaml())
        .contains("tables are grouped by their schema", "postgres: ", "billing.*", "Odd name")
        .doesNotContain("flyway_schema_history", "parts_1", database.url());
    quietCheck();
    assertThat(Console.in(folder).run("init").exit()).isEqualTo(1);
  }

  @Test
  void reads_the_database_that_env_names(TestDatabase database) throws IOException {
    database.execute("CREATE TABLE users (id bigint PRIMARY KEY)");
    Files.writeString(folder.resolve(".env"), "SHOP_URL='" + database.url() + "'\n");
    var answer = Console.in(folder).run("init", "--yes");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out()).contains("the database of SHOP_URL has 1 table");
    assertThat(yaml()).contains("${SHOP_URL}").doesNotContain(database.url());
    quietCheck();
  }

  @Test
  void joins_the_files_and_the_catalogs(TestDatabase database) throws IOException {
    database.execute(
        "CREATE TABLE users (id bigint); CREATE SCHEMA x; CREATE TABLE x.extra (a int)");
    Files.createDirectories(folder.resolve("db"));
    Files.writeString(folder.resolve("db/1_users.sql"), "CREATE TABLE users (id bigint);\n");
    var answer = Console.in(folder).run("init", "--yes", "--url", database.url());
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(yaml()).contains("tool: sql", "x.*", "# guess: the server's version");
    quietCheck();
  }
}
