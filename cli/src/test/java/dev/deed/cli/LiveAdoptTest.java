package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A database that dbmate has migrated, and deed takes over.
@ExtendWith(PostgresExtension.class)
class LiveAdoptTest {

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase shop = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void migrateByDbmate(TestDatabase database) throws IOException {
    shop = database;
    console = Console.in(folder).with(Map.of("SHOP", shop.url()));
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases:
          shop: {tool: dbmate, migrations: db}
        services:
          web: {owns: {shop: ["*"]}}
        environments:
          local: {urls: {shop: "${SHOP}"}}
        """);
    file("20260101000001_account.sql", "CREATE TABLE account (id bigint);", "DROP TABLE account;");
    file(
        "20260101000002_name.sql",
        "ALTER TABLE account ADD name text;",
        "ALTER TABLE account DROP name;");
    shop.execute(
        "CREATE TABLE account (id bigint); CREATE TABLE schema_migrations (version varchar PRIMARY KEY);"
            + " INSERT INTO schema_migrations VALUES ('20260101000001')");
  }

  private void file(String name, String up, String down) throws IOException {
    var file = folder.resolve("db").resolve(name);
    Files.createDirectories(folder.resolve("db"));
    Files.writeString(file, "-- migrate:up\n%s\n\n-- migrate:down\n%s\n".formatted(up, down));
  }

  @Test
  void takes_over_what_is_applied_and_runs_the_rest() {
    assertThat(console.run("status", "--env", "local").out())
        .contains(
            "by tool      20260101000001  account (web)", "pending      20260101000002  name (web)")
        .contains(
            "note: dbmate (public.schema_migrations): 1 of 2 applied; deed takes over with deed adopt --env local");
    assertThat(console.run("history", "--env", "local").out())
        .contains("dbmate (public.schema_migrations): 1 row", "applied    20260101000001");
    for (var command : List.of("plan", "sql", "apply")) {
      assertThat(console.run(command, "--env", "local").err())
          .contains(
              "1 pending migration of shop is applied by dbmate (public.schema_migrations), not by deed",
              "deed adopt --env local --dry-run shows how");
    }

    var dry = console.run("adopt", "--env", "local", "--dry-run");
    assertThat(dry.out()).contains("would take over from dbmate, with 1 migration");
    assertThat(shop.query("SELECT to_regclass('deed.migration') IS NULL")).containsExactly("t");

    var adopted = console.run("adopt", "--env", "local");
    assertThat(adopted.out())
        .contains(
            "taken over from dbmate, with 1 migration",
            "carried      shop/20260101000001_account (web)")
        .contains("the schema is the same as before", "the way back");
    assertThat(adopted.exit()).isZero();
    assertThat(console.run("adopt", "--env", "local").out()).contains("nothing is left to carry");

    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    assertThat(shop.query("SELECT version, state FROM deed.migration ORDER BY version"))
        .containsExactly("20260101000001|stamped", "20260101000002|applied");
    assertThat(console.run("rollback", "--env", "local", "--to", "-1").exit()).isZero();
  }

  @Test
  void compares_with_what_the_tool_has_applied() {
    var same = console.run("drift", "--env", "local", "--catalog");
    assertThat(same.exit()).as(same.screen()).isZero();
    assertThat(console.run("verify", "--env", "local").out()).contains("1 migration");

    shop.execute("ALTER TABLE account ADD COLUMN by_hand int");
    var drift = console.run("drift", "--env", "local", "--catalog");
    assertThat(drift.out()).contains("public.account.by_hand");
    assertThat(drift.exit()).isEqualTo(1);
    var verified = console.run("verify", "--env", "local");
    assertThat(verified.screen()).contains("by_hand");
  }

  @Test
  void notes_what_the_tool_has_applied_and_has_no_file() {
    shop.execute("INSERT INTO schema_migrations VALUES ('20250101000001')");
    var adopted = console.run("adopt", "--env", "local");
    assertThat(adopted.out())
        .contains("has applied 20250101000001, which has no file here: it is not carried");
    assertThat(adopted.exit()).isZero();
  }

  /// What a program does is not known: it may have made what no SQL makes.
  @Test
  void names_the_programs_whose_work_it_cannot_compare() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases:
          shop: {tool: node-pg-migrate, migrations: js}
        services:
          web: {owns: {shop: ["*"]}}
        environments:
          local: {urls: {shop: "${SHOP}"}}
        """);
    Files.createDirectories(folder.resolve("js"));
    Files.writeString(
        folder.resolve("js/1700000000000_account.sql"), "CREATE TABLE account (id bigint);\n");
    Files.writeString(
        folder.resolve("js/1700000000001_name.js"), "exports.up = pgm => pgm.addColumn();\n");
    shop.execute(
        "ALTER TABLE account ADD name text; DROP TABLE schema_migrations;"
            + " CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255), run_on timestamp);"
            + " INSERT INTO pgmigrations (name, run_on) VALUES ('1700000000000_account', now()),"
            + " ('1700000000001_name', now())");
    assertThat(console.run("adopt", "--env", "local").exit()).isZero();

    var verified = console.run("verify", "--env", "local");

    assertThat(verified.exit()).as(verified.screen()).isZero();
    assertThat(verified.out())
        .contains("the one at js/1700000000001_name.js may have made it")
        .contains(
            "not compared: what these migrations do, which are not SQL: js/1700000000001_name.js");
  }
}
