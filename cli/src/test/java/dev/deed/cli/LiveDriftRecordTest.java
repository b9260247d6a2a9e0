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

/// `drift --record`: the files learn what production has, and production's history that it has it.
@ExtendWith(PostgresExtension.class)
class LiveDriftRecordTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 14}}
      services:
        web: {owns: {main: [users]}}
        shop: {owns: {main: [orders]}, uses: {main: [{table: users, access: references}]}}
      environments:
        prod: {protected: true, urls: {main: "${PROD_URL}"}}
        staging: {urls: {main: "${STAGING_URL}"}}
      """;

  private static final String BY_HAND =
      """
      ALTER TABLE users ADD COLUMN name text, ALTER COLUMN id TYPE bigint;
      CREATE INDEX users_name ON users (name);
      ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
      """;

  @TempDir private Path folder;

  @BeforeEach
  void a_project_of_two_services() throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    migration("web/20260101000000_users.sql", "CREATE TABLE users (id integer PRIMARY KEY);\n");
    migration(
        "shop/20260102000000_orders.sql",
        "CREATE TABLE orders (id integer, user_id integer, note text);\n");
  }

  private void migration(String name, String sql) throws IOException {
    var file = folder.resolve("migrations/main/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  /// Both environments have the migrations.
  private Console applied(TestDatabase prod, TestDatabase staging) {
    var console =
        Console.in(folder).with(Map.of("PROD_URL", prod.url(), "STAGING_URL", staging.url()));
    for (var environment : List.of("prod", "staging")) {
      var answer = console.run("apply", "--env", environment, "--yes");
      assertThat(answer.exit()).as(answer.screen()).isZero();
    }
    return console;
  }

  private static Console.Answer drift(Console console, TestDatabase scratch, String... options) {
    var words =
        new ArrayList<>(
            List.of("drift", "--env", "prod", "--catalog", "--proved", "--scratch", scratch.url()));
    words.addAll(List.of(options));
    return console.run(words.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (var files = Files.walk(folder.resolve("migrations"))) {
      return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
  }

  @Test
  void lets_the_files_and_the_history_learn_what_production_has(
      TestDatabase prod, TestDatabase staging) throws IOException {
    var console = applied(prod, staging);
    prod.execute(BY_HAND);

    var answer = drift(console, prod, "--record", "hotfix of May", "--yes", "--prove");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(answer.out())
        .contains("wrote migrations/main/web/", "wrote migrations/main/shop/", "no drift")
        .contains("recorded as applied in prod");
    assertThat(drift(console, prod).out()).contains("no drift");
    assertThat(console.run("verify", "--env", "prod").exit()).isZero();
    var check = console.run("check");
    assertThat(check.exit()).as(check.out()).isZero();
    // A protected environment refuses them until they are read; another one gets them by apply.
    var apply = console.run("apply", "--env", "staging");
    assertThat(apply.exit()).as(apply.screen()).isZero();
    var same =
        console.run(
            "drift", "--from", "staging", "--to", "prod", "--catalog", "--fail-on", "cosmetic");
    assertThat(same.out()).as(same.screen()).contains("no drift");
    assertThat(console.run("apply", "--env", "prod", "--yes").exit()).isZero();
  }

  /// On a server of 18, which names each NOT NULL, too.
  @Test
  void writes_what_the_version_of_the_files_has(TestDatabase prod, TestDatabase staging)
      throws IOException {
    var console = applied(prod, staging);
    prod.execute("ALTER TABLE users ADD COLUMN name text DEFAULT 'x' NOT NULL");
    prod.execute("ALTER TABLE orders ALTER COLUMN user_id SET NOT NULL");

    var answer = drift(console, prod, "--record", "hotfix", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
    var check = console.run("check");
    assertThat(check.exit()).as(check.out()).isZero();
    assertThat(drift(console, prod).out()).contains("no drift");
  }

  @Test
  void shows_what_it_would_write(TestDatabase prod, TestDatabase staging) throws IOException {
    var console = applied(prod, staging);
    prod.execute(BY_HAND);
    var before = files();

    var answer = drift(console, prod, "--record", "hotfix", "--dry-run");

    assertThat(answer.out())
        .contains("would write migrations/main/web/")
        .contains("-- migrations/main/web/", "ADD COLUMN name text;")
        .endsWith("next: deed drift --env prod --catalog --proved --record hotfix\n")
        .doesNotContain("recorded as applied");
    assertThat(answer.exit()).isOne();
    assertThat(files()).isEqualTo(before);
    assertThat(drift(console, prod).exit()).isOne();
  }

  @Test
  void writes_nothing_where_a_protected_environment_is_not_confirmed(
      TestDatabase prod, TestDatabase staging) throws IOException {
    var console = applied(prod, staging);
    prod.execute(BY_HAND);
    var before = files();

    var refused = drift(console.typing("no"), prod, "--record", "hotfix");

    assertThat(refused.err())
        .contains("these differences become migrations, recorded as applied: column public.users")
        .contains("prod is protected. Type main to continue: ");
    assertThat(refused.exit()).isOne();
    assertThat(files()).isEqualTo(before);
    assertThat(drift(console.typing("main"), prod, "--record", "hotfix").exit()).isZero();
  }

  @Test
  void drops_in_the_files_only_what_it_is_allowed_to(TestDatabase prod, TestDatabase staging)
      throws IOException {
    var console = applied(prod, staging);
    prod.execute("ALTER TABLE orders DROP COLUMN note, ADD COLUMN remark integer");

    var kept = drift(console, prod, "--record", "hotfix", "--yes");

    assertThat(kept.exit()).isOne();
    assertThat(kept.out())
        .contains("missing column public.orders.note", "--allow-destructive")
        .doesNotContain("added column public.orders.remark");
    assertThat(drift(console, prod).out()).contains("1 difference:");

    var dropped = drift(console, prod, "--record", "drop notes", "--yes", "--allow-destructive");
    assertThat(dropped.exit()).as(dropped.screen()).isZero();
    assertThat(drift(console, prod).out()).contains("no drift");
  }

  @Test
  void leaves_what_no_service_claims(TestDatabase prod, TestDatabase staging) throws IOException {
    var console = applied(prod, staging);
    prod.execute("CREATE TABLE scrap (id integer)");
    var before = files();

    var nothing = drift(console, prod, "--record", "hotfix", "--yes");

    assertThat(nothing.out())
        .contains("no service claims them", "table public.scrap", "there is nothing to write");
    assertThat(nothing.exit()).isOne();
    assertThat(files()).isEqualTo(before);

    prod.execute("ALTER TABLE users ADD COLUMN name text");
    var some = drift(console, prod, "--record", "hotfix", "--yes");
    assertThat(some.out())
        .contains("wrote migrations/main/web/", "added table public.scrap")
        .doesNotContain("added column public.users.name");
    assertThat(some.exit()).isOne();
  }

  @Test
  void records_only_one_service(TestDatabase prod, TestDatabase staging) throws IOException {
    var console = applied(prod, staging);
    prod.execute(BY_HAND);

    var answer = drift(console, prod, "--record", "hotfix", "--yes", "--only", "web");

    assertThat(answer.out())
        .contains("wrote migrations/main/web/")
        .doesNotContain("migrations/main/shop/");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    assertThat(drift(console, prod).out())
        .contains("added constraint orders_user_id_fkey on public.orders");
  }

  @Test
  void refuses_to_overtake_a_pending_migration(TestDatabase prod, TestDatabase staging)
      throws IOException {
    var console = applied(prod, staging);
    prod.execute("ALTER TABLE users ADD COLUMN name text");
    migration("web/20260103000000_name.sql", "ALTER TABLE users ADD COLUMN name text;\n");
    var before = files();

    var answer = drift(console, prod, "--record", "hotfix", "--yes");

    assertThat(answer.err())
        .contains("main/20260103000000_name", "deed apply --env prod", "deed stamp --env prod");
    assertThat(answer.exit()).isOne();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void says_how_to_record_what_the_role_may_not(TestDatabase prod, TestDatabase staging)
      throws IOException {
    applied(prod, staging);
    prod.execute(BY_HAND);
    prod.execute(
        """
        DO $$ BEGIN CREATE ROLE drift_reader LOGIN PASSWORD 'reader'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        GRANT USAGE ON SCHEMA deed, public TO drift_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA deed, public TO drift_reader;
        """);
    var reader =
        Console.in(folder)
            .with(
                Map.of(
                    "PROD_URL",
                    prod.url().replaceFirst("//[^@]*@", "//drift_reader:reader@"),
                    "STAGING_URL",
                    staging.url()));
    var before = files();

    var answer = drift(reader, staging, "--record", "hotfix", "--yes");

    assertThat(answer.err())
        .contains("the migrations were written, but not recorded in main (prod)")
        .contains("deed stamp --env prod --database main --to 2026");
    assertThat(answer.exit()).isNotZero();
    assertThat(files()).hasSizeGreaterThan(before.size());
    prod.execute("DROP OWNED BY drift_reader");
  }

  @Test
  void refuses_options_that_contradict_each_other(TestDatabase prod, TestDatabase staging) {
    var console = Console.in(folder).with(Map.of("PROD_URL", prod.url(), "STAGING_URL", "x"));

    assertThat(console.run("drift", "--from", "migrations", "--to", "prod", "--record", "x").err())
        .contains("--record needs --env");
    assertThat(drift(console, prod, "--record", "x", "--change", "to").err())
        .contains("--record changes the migrations");
    assertThat(drift(console, prod, "--record", "x", "--write", "y").err())
        .contains("exclude each other");
    assertThat(drift(console, prod, "--dry-run").err()).contains("give one of them");
    assertThat(drift(console, prod, "--yes").err()).contains("--yes is for --record");
  }
}
