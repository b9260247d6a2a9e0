package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renames by hand, known by the oids and attribute numbers that `deed.snapshot` keeps.
@ExtendWith(PostgresExtension.class)
class LiveRenameEvidenceTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 14}}
      services: {web: {owns: {main: ["*"]}}}
      environments:
        prod: {urls: {main: "${PROD_URL}"}}
      """;

  /// Two columns, two indexes, two constraints and two types are alike: by their definitions alone
  /// it is not certain which one was renamed.
  private static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('good', 'bad');
      CREATE TYPE state AS ENUM ('good', 'bad');
      CREATE TABLE users (id integer PRIMARY KEY, note text, remark text, mood mood, state state);
      CREATE TABLE orders (id integer, total integer, CONSTRAINT positive CHECK (total > 0),
        CONSTRAINT above_zero CHECK (total > 0));
      CREATE INDEX users_note ON users (note);
      CREATE INDEX users_note_again ON users (note);
      CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION eins() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      """;

  @TempDir private Path folder;

  @BeforeEach
  void a_project_with_one_migration() throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(web.resolve("20260101000000_start.sql"), SCHEMA);
  }

  private Console console(String url) {
    return Console.in(folder).with(Map.of("PROD_URL", url));
  }

  private Console applied(TestDatabase prod) {
    var console = console(prod.url());
    var answer = console.run("apply", "--env", "prod");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    return console;
  }

  private static String drift(Console console, String... more) {
    var words = new ArrayList<>(List.of("drift", "--env", "prod", "--catalog"));
    words.addAll(java.util.List.of(more));
    return console.run(words.toArray(String[]::new)).out().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE users RENAME TO accounts | renamed table public.users -> public.accounts | had the name public.users at",
        "ALTER TABLE users RENAME note TO text | renamed column public.users.note -> public.users.text | attribute 2 of the table with oid",
        "ALTER TABLE orders RENAME CONSTRAINT positive TO good | renamed constraint positive on public.orders -> good on public.orders | had the name positive at",
        "ALTER INDEX users_note_again RENAME TO i | renamed index public.users_note_again -> public.i | had the name public.users_note_again at",
        "ALTER TYPE state RENAME TO status | renamed type public.state -> public.status | had the name public.state at",
        "ALTER FUNCTION eins() RENAME TO uno | renamed function public.eins() -> public.uno() | had the name public.eins at",
      })
  void names_the_evidence_of_a_rename(String sql, String said, String evidence, TestDatabase prod) {
    var console = applied(prod);
    prod.execute(sql);

    assertThat(drift(console)).contains(said, "evidence: ", evidence, " in prod ");
  }

  @Test
  void chooses_between_two_that_are_alike(TestDatabase prod) {
    var console = applied(prod);
    prod.execute(
        "ALTER INDEX users_note RENAME TO one; ALTER INDEX users_note_again RENAME TO two");

    assertThat(drift(console))
        .contains("renamed index public.users_note -> public.one")
        .contains("renamed index public.users_note_again -> public.two");
  }

  @Test
  void knows_that_a_new_column_is_another_one(TestDatabase prod) {
    var console = applied(prod);
    prod.execute("ALTER TABLE orders DROP COLUMN total, DROP COLUMN id");
    prod.execute("ALTER TABLE orders ADD COLUMN number integer");

    assertThat(drift(console))
        .contains("missing column public.orders.id", "added column public.orders.number")
        .doesNotContain("renamed");
  }

  @Test
  void offers_a_rename_of_what_was_also_changed(TestDatabase prod) {
    var console = applied(prod);
    prod.execute(
        "ALTER TABLE users RENAME note TO body; ALTER TABLE users ALTER body SET NOT NULL");
    prod.execute("ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD COLUMN tax integer");

    var said = drift(console);
    assertThat(said)
        .contains("missing column public.users.note", "added column public.users.body")
        .contains("ALTER TABLE public.users RENAME COLUMN note TO body")
        .contains("ALTER TABLE public.orders RENAME TO sales")
        .contains("may be one object that was renamed and changed: attribute 2 of the table with");
    assertThat(drift(console, "--format", "json"))
        .contains("ALTER TABLE public.orders RENAME TO sales");
  }

  @Test
  void remembers_a_name_after_later_runs(TestDatabase prod) throws IOException {
    var console = applied(prod);
    prod.execute("ALTER TABLE users RENAME TO accounts");
    Files.writeString(
        folder.resolve("migrations/main/web/20260102000000_more.sql"),
        "CREATE TABLE more (id integer PRIMARY KEY);\n");
    assertThat(console.run("apply", "--env", "prod").exit()).isZero();

    assertThat(drift(console)).contains("renamed table public.users -> public.accounts", "oid");
    assertThat(
            prod.query(
                "SELECT count(*)::text FROM deed.snapshot WHERE name IN ('accounts', 'more')"))
        .containsExactly("2");
  }

  @Test
  void does_not_believe_a_copy_from_another_database(TestDatabase prod) {
    var console = applied(prod);
    prod.execute("UPDATE deed.snapshot SET schema = '1 2 3' WHERE kind = 'taken'");
    prod.execute("ALTER TABLE users RENAME note TO body");

    assertThat(drift(console)).contains("renamed column", "evidence: all else about it is equal");
  }

  @Test
  void does_without_the_table_where_the_role_may_not_create_it(TestDatabase prod)
      throws IOException {
    var console = applied(prod);
    prod.execute("DROP TABLE deed.snapshot");
    prod.execute(
        """
        DO $$ BEGIN CREATE ROLE snapshot_less LOGIN PASSWORD 'less'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        GRANT USAGE ON SCHEMA deed TO snapshot_less;
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO snapshot_less;
        GRANT USAGE, CREATE ON SCHEMA public TO snapshot_less;
        """);
    Files.writeString(
        folder.resolve("migrations/main/web/20260102000000_more.sql"),
        "CREATE TABLE more (id integer PRIMARY KEY);\n");
    var less = console(prod.url().replaceFirst("//[^@]*@", "//snapshot_less:less@"));

    var answer = less.run("apply", "--env", "prod");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.screen()).doesNotContain("snapshot");
    assertThat(prod.query("SELECT coalesce(to_regclass('deed.snapshot')::text, 'none')"))
        .containsExactly("none");
    assertThat(console.run("verify", "--env", "prod").exit()).isZero();
    prod.execute("DROP OWNED BY snapshot_less");
  }
}
