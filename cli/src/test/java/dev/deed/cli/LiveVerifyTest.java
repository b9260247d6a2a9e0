package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
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

/// What `deed verify` reports after a database or the files were changed by hand.
@ExtendWith(PostgresExtension.class)
class LiveVerifyTest {

  private static final String PREFERENCES =
      "migrations/auth/web/20260112100000_add_user_preferences.sql";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));

  private TestDatabase auth = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void applyExample(TestDatabase database) throws IOException {
    auth = database;
    ExampleProject.copyTo(folder);
    console = Console.in(folder).with(Map.of("STAGING_AUTH_DATABASE_URL", auth.url()));
    assertThat(console.run("apply", "--env", "staging", "-d", "auth").exit()).isZero();
  }

  @Test
  void finds_nothing_where_nothing_was_changed() {
    var answer = verify();

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            """
            auth (staging): 10 migrations, 19 relations and %d other objects compared: no findings
              not compared: owners, and privileges that no migration grants: no service has a role in the ownership file
            """
                .formatted(others()));
  }

  /// PostgreSQL 18 has a constraint for each column that is NOT NULL.
  private int others() {
    return auth.majorVersion() < 18 ? 43 : 64;
  }

  @Test
  void finds_what_was_dropped_and_changed_by_hand() {
    auth.execute(
        """
        ALTER TABLE users ALTER email TYPE varchar(300);
        DROP TABLE credit_transactions;
        ALTER TABLE sessions DROP COLUMN user_agent;
        DROP INDEX sessions_expires_at_idx;
        CREATE TABLE more (id int);
        """);

    var answer = verify();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "20260105090000_create_users.sql:8:1: error: column public.users.email has type"
                + " character varying(300) in the database, but the migrations gave it type text"
                + " [changed-type]",
            "20260106083000_create_credit_transactions.sql:8:1: error: table"
                + " public.credit_transactions is not in the database",
            "error: column public.sessions.user_agent is not in the database",
            "error: index public.sessions_expires_at_idx is not in the database",
            "owner of table public.users: web (Web platform, #web-platform)",
            "auth (staging): error: table public.more was not made by any migration [unknown-object]",
            "auth (staging): 10 migrations, 19 relations and %d other objects compared: 5 errors"
                .formatted(others()));
  }

  @Test
  void finds_an_invalid_index() {
    auth.execute("INSERT INTO users (email) VALUES ('a@example.com'), ('b@example.com')");
    assertThat(fails("CREATE UNIQUE INDEX CONCURRENTLY twice ON users ((1))")).isTrue();

    var answer = verify();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "auth (staging): error: index public.twice is invalid",
            "DROP INDEX CONCURRENTLY public.twice");
  }

  @Test
  void finds_files_that_were_changed_and_a_history_that_was() throws IOException {
    var file = folder.resolve(PREFERENCES);
    Files.writeString(file, Files.readString(file).replace("jsonb", "json"));
    auth.execute(
        "UPDATE deed.migration SET up = up || ' ;SELECT 1' WHERE version = '20260105091500'");
    // As an older deed has written it, without a checksum of what is kept.
    auth.execute(
        "UPDATE deed.migration SET down = NULL, alone = NULL, kept_checksum = NULL"
            + " WHERE version = '20260110090000'");
    auth.execute(
        "UPDATE deed.migration SET state = 'failed', error = E'one\\n\\ntwo' WHERE version = '20260106080000'");

    var answer = verify();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            PREFERENCES + ":1:1: error: " + PREFERENCES + " was changed after it was applied",
            "the text of auth/20260105091500_create_sessions (web) in the history does not match its"
                + " checksum",
            "auth/20260110090000_create_user_devices (web) was applied without a down, but the file"
                + " has one now",
            "auth/20260106080000_create_user_credits (billing) failed: one; two");
  }

  @Test
  void tells_of_a_database_that_does_not_answer_and_goes_on() throws IOException {
    var ownership = folder.resolve("schema-ownership.yaml");
    Files.writeString(ownership, Files.readString(ownership) + "policies: {connect_wait: 0s}\n");
    var answer =
        console
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL",
                    console.environment().get("STAGING_AUTH_DATABASE_URL"),
                    "STAGING_DATABASE_URL",
                    "postgresql://nobody@localhost:1/main"))
            .run("verify", "--env", "staging", "--format", "json");

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.out()).contains("\"migrations\" : 10", "\"verdict\" : \"try_again\"");
    assertThat(answer.err()).contains("error: main (staging): no connection to localhost:1");
  }

  private Console.Answer verify() {
    return console.run("verify", "--env", "staging", "-d", "auth");
  }

  private boolean fails(String sql) {
    try {
      auth.execute(sql);
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
