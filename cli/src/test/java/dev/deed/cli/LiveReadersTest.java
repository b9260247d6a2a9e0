package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/// Who still reads the old column of a changeover, as a real `pg_stat_statements` counts it.
@ExtendWith(PostgresExtension.class)
class LiveReadersTest {

  private static final String PART =
      "-- deed: changeover names phase=%s operation=rename-column table=public.users old=name new=full_name\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT name FROM users WHERE id = 1|it is still read by postgres (1 call of `SELECT name FROM users WHERE id = $1`; gone if there is none until 20",
        "SELECT u.name FROM public.users u|it is still read by",
        "SELECT upper(\"name\") FROM users|it is still read by",
        "SELECT id FROM users WHERE name IS NULL|it is still read by",
        "UPDATE users SET name = name WHERE id = 1|it is still read by",
        "INSERT INTO users (id, name) VALUES (9, 'x')|it is still read by",
        "SELECT t.id FROM teams t WHERE EXISTS (SELECT FROM users u WHERE u.name = t.name)|it is still read by",
        "WITH n AS (SELECT name FROM users) SELECT count(*) FROM n|it is still read by",
      })
  void holds_the_contract_while_the_column_is_named(String sql, String words, TestDatabase main)
      throws IOException {
    var console = story(main);
    main.query(sql.replaceFirst("^((?:UPDATE|INSERT).*)", "$1 RETURNING 1"));

    var held = console.run("apply", "--env", "staging");

    assertThat(held.screen()).contains("4_contract (web) is not due: ", words);
    assertThat(console.run("changeover", "names", "--env", "staging").out())
        .contains("holds the contract: it is still read by");
    later(main);
    assertThat(console.run("apply", "--env", "staging").screen()).contains("applied      4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM users",
        "SELECT full_name FROM users",
        "SELECT t.name FROM teams t JOIN users u ON u.id = t.id",
        "SELECT name FROM teams",
        "SELECT 'name' FROM users",
      })
  void does_not_hold_it_for_what_names_another_column(String sql, TestDatabase main)
      throws IOException {
    var console = story(main);
    main.query(sql);

    assertThat(console.run("apply", "--env", "staging").screen())
        .contains("applied      4")
        .doesNotContain("read by", "whole rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM users|these read whole rows, with users.name among the columns",
        "SELECT u FROM users u|these read whole rows, with users.name among the columns",
        "COPY public.users (id, name, full_name) TO STDOUT|these copy all columns, as pg_dump does",
        "COPY users TO STDOUT|these read whole rows, with users.name among the columns",
      })
  void tells_of_what_reads_all_columns_but_does_not_wait_for_it(
      String sql, String words, TestDatabase main) throws IOException, SQLException {
    var console = story(main);
    send(sql, main);

    assertThat(console.run("changeover", "names", "--env", "staging").out()).contains(words);
    assertThat(console.run("apply", "--env", "staging").screen())
        .contains(words, "postgres (`" + sql, "applied      4");
  }

  @Test
  void holds_the_contract_for_a_copy_of_some_columns(TestDatabase main)
      throws IOException, SQLException {
    var console = story(main);
    send("COPY public.users (name) TO STDOUT", main);

    assertThat(console.run("apply", "--env", "staging").screen())
        .contains("it is still read by postgres (1 call of `COPY public.users (name) TO STDOUT`");
  }

  /// It counts again from the last call that was noticed, not from the switch.
  @Test
  void lets_a_reader_go_that_was_quiet_for_as_long_as_the_contract_waits(TestDatabase main)
      throws IOException {
    var console = story(main);
    main.query("SELECT name FROM users");
    assertThat(console.run("apply", "--env", "staging").screen()).contains("1 call of");

    assertThat(console.run("apply", "--env", "staging").screen())
        .contains("no new call of `SELECT name FROM users`; gone if there is none until 20");
    main.query("SELECT name FROM users");
    main.query("SELECT name FROM users");
    assertThat(console.run("apply", "--env", "staging").screen()).contains("2 calls of");
    later(main);
    assertThat(console.run("apply", "--env", "staging").screen()).contains("applied      4");
  }

  @Test
  void says_plainly_where_nothing_is_counted(TestDatabase main) throws IOException {
    var console = story(main);
    main.execute("DROP EXTENSION pg_stat_statements");

    assertThat(console.run("contract", "--env", "staging").out())
        .contains(
            "note: main/4_contract (web): pg_stat_statements is not installed in this database, so"
                + " who still reads users.name is not known");
    assertThat(console.run("apply", "--env", "staging").screen())
        .contains("pg_stat_statements is not installed", "applied      4");
  }

  @Test
  void says_that_a_role_sees_only_its_own_statements(TestDatabase main) throws IOException {
    story(main);
    main.query("SELECT name FROM users");
    var role = main.name() + "_low";
    main.execute(
        """
        CREATE ROLE %1$s LOGIN; GRANT ALL ON SCHEMA deed TO %1$s;
        GRANT ALL ON ALL TABLES IN SCHEMA deed TO %1$s; GRANT ALL ON users TO %1$s;
        """
            .formatted(role));
    try {
      var low = new TestDatabase(main.host(), main.port(), main.name(), role, "");
      assertThat(project(low).run("contract", "--env", "staging").out())
          .contains("this role sees no statements of other roles", "GRANT pg_read_all_stats");
    } finally {
      main.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  /// Its contract drops the new column and gives its name to the old one.
  @Test
  void asks_for_the_name_that_goes_and_not_for_the_one_that_stays(TestDatabase main)
      throws IOException {
    assumeTrue(
        main.query("SHOW shared_preload_libraries").getFirst().contains("pg_stat_statements"));
    main.execute("CREATE EXTENSION pg_stat_statements");
    var console = project(main);
    for (var file : new String[] {"2_expand.sql", "3_backfill.sql", "4_contract.sql"}) {
      Files.delete(folder.resolve("migrations/main/web").resolve(file));
    }
    assertThat(
            console
                .run("expand", "rename-column", "users", "name", "full_name", "--wait", "1h")
                .exit())
        .isZero();
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
    later(main);
    main.query("SELECT full_name FROM users");
    main.query("SELECT name FROM users");

    var story = console.run("changeover", "rename_column_users_name", "--env", "staging").out();

    assertThat(story)
        .contains("it is still read by postgres (1 call of `SELECT name FROM users`")
        .doesNotContain("SELECT full_name");
    main.execute("ALTER TABLE users DISABLE TRIGGER zz_deed_2_rename_column_users_name");
    main.execute("DROP TRIGGER zz_deed_1_rename_column_users_name ON users");
    assertThat(console.run("contract", "--env", "staging").out())
        .contains(
            "trigger zz_deed_1_rename_column_users_name on public.users is gone",
            "trigger zz_deed_2_rename_column_users_name on public.users is switched off",
            "deed changeover abandon");
  }

  /// The session's own search path does not find the table.
  @Test
  void finds_dependants_in_the_schema_that_the_ownership_file_means(TestDatabase main)
      throws IOException {
    var console = story(main);
    main.execute("CREATE VIEW names AS SELECT name FROM users");
    main.execute("ALTER DATABASE %s SET search_path = pg_catalog".formatted(main.name()));

    for (var command : new String[] {"contract --env staging", "apply --env staging"}) {
      assertThat(console.run(command.split(" ")).screen())
          .contains("these depend on it: view ", "names");
    }
  }

  private static void send(String sql, TestDatabase main) throws SQLException, IOException {
    if (sql.startsWith("COPY")) {
      try (var connection = main.connect()) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, new StringWriter());
      }
    } else {
      main.query(sql);
    }
  }

  /// Everything but the contract is applied, long ago.
  private Console story(TestDatabase main) throws IOException {
    assumeTrue(
        main.query("SHOW shared_preload_libraries").getFirst().contains("pg_stat_statements"));
    main.execute("CREATE EXTENSION pg_stat_statements");
    var console = project(main);
    var applied = console.run("apply", "--env", "staging");
    assertThat(applied.exit()).as(applied.screen()).isZero();
    later(main);
    return console;
  }

  private static void later(TestDatabase main) {
    main.execute(
        """
        UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2';
        UPDATE deed.statement_sample SET at = now() - interval '5 h';
        """);
  }

  private Console project(TestDatabase main) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {owns: {main: ["*"]}}}
        rules: {missing-down: off}
        environments: {staging: {urls: {main: "%s"}}}
        """
            .formatted(main.url()));
    write(
        "1_users.sql",
        """
        CREATE TABLE users (id bigint PRIMARY KEY, name text);
        CREATE TABLE teams (id bigint PRIMARY KEY, name text);
        INSERT INTO users VALUES (1, 'a');
        """);
    write(
        "2_expand.sql", PART.formatted("expand") + "ALTER TABLE users ADD COLUMN full_name text;");
    write(
        "3_backfill.sql",
        PART.formatted("backfill")
            + "-- deed: backfill\nUPDATE users SET full_name = name WHERE full_name IS DISTINCT FROM name;");
    write(
        "4_contract.sql",
        PART.formatted("contract")
            + "-- deed: contract of=2 wait=1h\nALTER TABLE users DROP COLUMN name;"
            + "\n-- DOWN Migration\n-- ALTER TABLE users ADD COLUMN name text;\n");
    return Console.in(folder);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
