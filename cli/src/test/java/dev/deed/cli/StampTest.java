package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The example's databases, created before deed was introduced.
@ExtendWith(PostgresExtension.class)
class StampTest {

  private static final String STATES = "SELECT DISTINCT state FROM deed.migration ORDER BY 1";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase auth;
  private TestDatabase main;

  @BeforeEach
  void copyExample(TestDatabase ofAuth, TestDatabase ofMain) throws IOException {
    auth = ofAuth;
    main = ofMain;
    ExampleProject.copyTo(folder);
    console =
        Console.in(folder)
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL", auth.url(),
                    "STAGING_DATABASE_URL", main.url(),
                    "PROD_AUTH_DATABASE_URL", auth.url(),
                    "PROD_DATABASE_URL", main.url()));
  }

  private void forgetHistory(TestDatabase... databases) {
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
    for (var database : databases) {
      database.execute("DROP SCHEMA deed CASCADE");
    }
  }

  @Test
  void writes_down_what_is_there() {
    forgetHistory(auth, main);

    var stamp = console.run("stamp", "--env", "staging", "--to", "head");

    assertThat(stamp.exit()).isZero();
    assertThat(stamp.out())
        .contains("auth (staging): 10 migrations stamped", "main (staging): 10 migrations stamped");
    assertThat(auth.query(STATES)).containsExactly("stamped");
    assertThat(auth.query("SELECT DISTINCT event FROM deed.event")).containsExactly("stamped");
    assertThat(console.run("status", "--env", "staging").exit()).isZero();
    assertThat(console.run("verify", "--env", "staging").exit()).isZero();
    assertThat(console.run("apply", "--env", "staging").out())
        .isEqualTo("auth (staging): nothing to do\nmain (staging): nothing to do\n");
  }

  @Test
  void keeps_the_way_back() {
    forgetHistory(auth);
    assertThat(console.run("stamp", "--env", "staging", "-d", "auth", "--to", "head").exit())
        .isZero();

    assertThat(console.run("rollback", "--env", "staging", "-d", "auth", "--to", "base").exit())
        .isZero();

    assertThat(auth.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("0");
    assertThat(auth.query(STATES)).containsExactly("reverted");
  }

  @Test
  void refuses_what_is_not_there() {
    forgetHistory(auth);
    auth.execute(
        """
        DROP TABLE user_devices;
        ALTER TABLE users DROP COLUMN preferences;
        ALTER TABLE sessions ALTER COLUMN token_hash TYPE varchar(99);
        DROP INDEX sessions_expires_at_idx;
        """);

    var stamp = console.run("stamp", "--env", "staging", "-d", "auth", "--to", "head");

    assertThat(stamp.exit()).isEqualTo(1);
    assertThat(stamp.err())
        .contains(
            "table public.user_devices is not in the database, but this migration creates it",
            "column public.users.preferences is not in the database",
            "nothing was stamped",
            "--force skips this check");
    assertThat(auth.query("SELECT to_regclass('deed.migration')")).containsExactly("");

    var asFar = console.run("stamp", "--env", "staging", "-d", "auth", "--to", "20260105090000");
    assertThat(asFar.out()).contains("auth (staging): 1 migration stamped");
    var forced = console.run("stamp", "--env", "staging", "-d", "auth", "--to", "head", "--force");
    assertThat(forced.out()).contains("auth (staging): 9 migrations stamped");
    assertThat(console.run("verify", "--env", "staging", "-d", "auth").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE users ALTER created_at DROP DEFAULT|column public.users.created_at: default",
        "ALTER TABLE users ALTER email DROP NOT NULL|column public.users.email: ",
        "DROP FUNCTION apply_credit_transaction() CASCADE|function public.apply_credit_transaction() is not in the database",
        "ALTER TABLE user_credits DROP CONSTRAINT user_credits_balance_not_negative|user_credits_balance_not_negative on public.user_credits is not in the database",
      })
  void refuses_what_is_otherwise(String byHand, String problem) {
    forgetHistory(auth);
    auth.execute(byHand);

    var stamp = console.run("stamp", "--env", "staging", "-d", "auth", "--to", "head");

    assertThat(stamp.err()).contains(problem, "nothing was stamped");
    assertThat(stamp.exit()).isEqualTo(1);
  }

  @Test
  void stamps_a_service_with_what_it_requires() {
    forgetHistory(auth);

    var stamp =
        console.run(
            "stamp", "--env", "staging", "-d", "auth", "--service", "billing", "--to", "+1");

    assertThat(stamp.out())
        .contains("auth (staging): 2 migrations stamped")
        .contains("create_users (web)", "create_user_credits (billing)");
    assertThat(stamp.err())
        .contains(
            "auth/20260105090000_create_users (web) is included: "
                + "auth/20260106080000_create_user_credits (billing) requires it");
  }

  @Test
  void asks_before_a_protected_environment() {
    forgetHistory(auth, main);

    var asked = console.run("stamp", "--env", "production", "--to", "head");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err())
        .contains("production is protected, and there is no terminal to confirm on");
    assertThat(auth.query("SELECT to_regclass('deed.migration')")).containsExactly("");

    assertThat(console.run("stamp", "--env", "production", "--to", "head", "--yes").exit())
        .isZero();
  }
}
