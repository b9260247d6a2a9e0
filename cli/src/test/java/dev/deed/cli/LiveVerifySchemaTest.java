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

/// What `deed verify` finds in the catalogs that the applied migrations did not leave there, facet
/// by facet, and what it does not call a difference.
@ExtendWith(PostgresExtension.class)
class LiveVerifySchemaTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        shop:
          team: Shop team
          owns: {main: ["*", legacy]}
      environments:
        staging:
          urls: {main: "${URL}"}
      """;

  private static final String SHOP =
      """
      CREATE TYPE state AS ENUM ('new', 'paid');
      CREATE TABLE users (
        id bigserial PRIMARY KEY,
        email varchar(200) NOT NULL,
        name text,
        settings jsonb NOT NULL DEFAULT '{"a":1}',
        seen timestamptz DEFAULT now() + interval '1 day',
        day date DEFAULT '2020-1-1',
        CONSTRAINT users_email CHECK (email LIKE '%@%' AND length(email) > 3));
      CREATE TABLE orders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
        state state NOT NULL DEFAULT 'new',
        total numeric(10,2) CHECK (total >= 0));
      CREATE INDEX orders_paid ON orders (user_id) WHERE state IN ('paid');
      CREATE VIEW paid AS SELECT u.id, u.email, sum(o.total) AS total FROM users u JOIN orders o
        ON o.user_id = u.id WHERE o.state = 'paid' GROUP BY u.id, u.email HAVING count(*) > 1;
      CREATE VIEW names AS SELECT id, coalesce(name, email) AS name FROM users WHERE name <> '';
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
      CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW
        WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE PROCEDURE touch();
      ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON orders FOR SELECT
        USING (user_id IN (SELECT id FROM users WHERE name = current_user));
      CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE events_2026 PARTITION OF events
        FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      """;

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase database = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void project(TestDatabase main) throws IOException {
    database = main;
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    console = Console.in(folder).with(Map.of("URL", main.url()));
  }

  @Test
  void compares_owners_and_privileges_where_services_have_roles() throws IOException {
    var role = "shop_" + database.name();
    migration(1, SHOP);
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
    assertThat(verify().out())
        .contains("not compared: owners, and privileges that no migration grants: no service");
    database.execute("CREATE ROLE " + role);
    try {
      var yaml = OWNERSHIP.replace("  shop:\n", "  shop:\n    role: " + role + "\n");
      Files.writeString(folder.resolve("schema-ownership.yaml"), yaml);

      var answer = verify();

      assertThat(answer.out())
          .contains(
              "001_change.sql:2:1: warning: table public.users is not owned by " + role,
              "[other-owner]",
              "privileges of services' roles are not as the ownership file says [other-privileges]",
              "help: deed grants --env staging -d main writes the SQL")
          .doesNotContain("not compared: owners");
      assertThat(answer.exit()).isZero();
      console
          .run("grants", "--env", "staging")
          .out()
          .lines()
          .filter(line -> line.endsWith(";") && !line.startsWith("--"))
          .forEach(database::execute);
      assertThat(verify().out()).doesNotContain("other-owner", "other-privileges");
    } finally {
      database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void compares_default_privileges_of_roles_that_are_named() throws IOException {
    var role = "defaults_" + database.name();
    database.execute("CREATE ROLE " + role);
    try {
      migration(
          1,
          "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;"
                  .formatted(role)
              + "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor;");
      migration(2, SHOP);
      assertThat(console.run("apply", "--env", "staging").exit()).isZero();
      assertThat(verify().exit()).as(verify().out()).isZero();
      database.execute(
          "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA public REVOKE SELECT ON TABLES FROM PUBLIC"
              .formatted(role));
      database.execute(
          "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT SELECT ON SEQUENCES TO PUBLIC"
              .formatted(role));

      var answer = verify();

      assertThat(answer.out()).contains("default privileges", "is not in the database");
      assertThat(answer.exit()).isEqualTo(1);
    } finally {
      database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void does_not_miss_what_a_block_may_have_passed_over() throws IOException {
    migration(
        1,
        """
        CREATE TABLE pages (id bigint PRIMARY KEY, old text);
        CREATE TABLE leaves (id bigint PRIMARY KEY);
        DO $$ BEGIN
          IF current_setting('deed.audit', true) = 'on' THEN
            CREATE TABLE pages_log (id bigint PRIMARY KEY, at date);
            CREATE INDEX pages_old ON pages (old);
            ALTER TABLE pages ADD COLUMN logged boolean;
            DROP TABLE leaves;
          END IF;
        END $$;
        DO $$ BEGIN
          -- if all is well, 'case' closed
          CREATE TABLE IF NOT EXISTS twigs (id bigint PRIMARY KEY);
        END $$;
        """);
    apply();
    var before = verify();
    assertThat(before.exit()).as(before.out()).isZero();
    assertThat(before.out())
        .doesNotContain("missing")
        .containsPattern(
            "under a condition only, and is not in the database: .*table public.pages_log");
    var drift = console.run("drift", "--from", "migrations:staging", "--to", "staging");
    assertThat(drift.out()).doesNotContain("- table public.pages_log");

    database.execute("DROP TABLE twigs; CREATE TABLE roots (id bigint PRIMARY KEY);");

    assertThat(verify().out())
        .contains("table public.twigs is not in the database", "error: table public.roots was not");
  }

  private void migration(int version, String sql) throws IOException {
    var file = folder.resolve("migrations/main/shop/%03d_change.sql".formatted(version));
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private void apply() {
    var run = console.run("apply", "--env", "staging", "--yes");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  private Console.Answer verify() {
    return console.run("verify", "--env", "staging");
  }

  @Test
  void finds_nothing_in_what_the_server_only_prints_in_other_words() throws IOException {
    migration(1, SHOP);
    apply();

    var answer = verify();

    assertThat(answer.out()).contains("no findings").doesNotContain("other words than");
    assertThat(answer.exit()).isZero();
  }

  @Test
  void finds_every_facet_that_was_changed_by_hand() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute(
        """
        ALTER TABLE users ADD COLUMN phone text;
        ALTER TABLE users ALTER name SET NOT NULL, ALTER name SET DEFAULT 'x';
        ALTER TABLE users ALTER email DROP NOT NULL;
        ALTER TABLE users ALTER settings SET DEFAULT '{"a":2}';
        ALTER TABLE users DROP CONSTRAINT users_email, ADD CONSTRAINT users_email CHECK (length(email) > 3);
        ALTER TABLE orders DROP CONSTRAINT orders_total_check;
        ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
        ALTER POLICY own ON orders USING (true);
        ALTER TYPE state ADD VALUE 'gone';
        DROP INDEX orders_paid;
        CREATE INDEX orders_paid ON orders (user_id) WHERE state IN ('new');
        CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
        ALTER TABLE users DISABLE TRIGGER touched;
        CREATE OR REPLACE VIEW names AS SELECT id, coalesce(name, email) AS name FROM users WHERE name <> 'root';
        CREATE TABLE extra (id int);
        CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS 'SELECT 1';
        COMMENT ON TABLE users IS 'people';
        """);

    var answer = verify();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "error: column public.users.phone was not made by any migration",
            "error: column public.users.name: not null is true in the database, but the migrations leave none",
            "error: column public.users.name: default is 'x' in the database, but the migrations leave none",
            "error: column public.users.email: not null is not set in the database, but the migrations leave true",
            "error: column public.users.settings: default is",
            "error: constraint users_email on public.users: definition is",
            "error: constraint orders_total_check on public.orders is not in the database",
            "error: table public.orders: row security is not set in the database",
            "error: policy own on public.orders: using is true in the database",
            "error: type public.state: labels is",
            "index public.orders_paid: where is",
            "error: function public.touch(): body is",
            "error: trigger touched on public.users: enabled is",
            "error: view public.names: definition is",
            "error: table public.extra was not made by any migration",
            "error: function public.helper() was not made by any migration",
            "warning: table public.users: comment is people in the database",
            "owner of table public.users: shop (Shop team)");
  }

  @Test
  void lists_what_was_there_before_the_first_migration_and_is_silent_about_it() throws IOException {
    database.execute(
        """
        CREATE TABLE legacy (id int PRIMARY KEY, name text);
        CREATE FUNCTION old() RETURNS int LANGUAGE sql AS 'SELECT 1';
        """);
    migration(1, SHOP);
    migration(2, "ALTER TABLE legacy ADD COLUMN more text;");
    apply();

    var answer = verify();

    assertThat(answer.out())
        .contains(
            "not made by these migrations, and there before them: table public.legacy, function"
                + " public.old()");
    assertThat(answer.exit()).isZero();

    database.execute("ALTER TABLE users ADD COLUMN phone text; CREATE TABLE new_one (id int)");
    assertThat(verify().out())
        .contains(
            "error: column public.users.phone was not made by any migration",
            "error: table public.new_one was not made by any migration");
  }

  @Test
  void names_the_statement_that_may_have_made_a_difference_that_deed_cannot_read()
      throws IOException {
    migration(1, SHOP);
    migration(
        2,
        """
        DO $$ DECLARE t text; BEGIN
          FOR t IN SELECT unnest(ARRAY['users', 'orders']) LOOP
            EXECUTE format('ALTER TABLE %I ADD COLUMN tenant_id int', t);
          END LOOP;
          EXECUTE 'CREATE TABLE computed_' || 1 || ' (id int)';
        END $$;
        """);
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        OWNERSHIP.replace("staging:", "staging:\n    disposable: true")
            + "policies: {gate_in_disposable: warning}\n");
    apply();

    var answer = verify();

    assertThat(answer.out())
        .contains(
            "warning: column public.users.tenant_id was not made by any statement that deed can"
                + " read; the one at migrations/main/shop/002_change.sql:1 may have made it",
            "warning: table public.computed_1 was not made by any statement",
            "not compared: what these statements do that deed cannot read:"
                + " migrations/main/shop/002_change.sql:1",
            "2 migrations, ");
    assertThat(answer.exit()).isZero();

    database.execute("ALTER TABLE users ADD COLUMN phone text");
    assertThat(verify().out())
        .contains("error: column public.users.phone was not made by any migration");
  }

  @Test
  void says_so_where_a_definition_cannot_be_compared() throws IOException {
    migration(1, SHOP);
    migration(
        2,
        "CREATE VIEW wide AS SELECT u.*, x.a FROM users u"
            + " CROSS JOIN XMLTABLE('/r' PASSING xml '<r/>' COLUMNS a int PATH 'a') AS x;");
    apply();

    var answer = verify();

    assertThat(answer.out())
        .contains(
            "not compared: what PostgreSQL prints in other words than the migrations: view public.wide");
    assertThat(answer.exit()).isZero();
  }

  @Test
  void finds_a_grant_that_was_revoked_and_not_one_that_deed_grants_makes() throws IOException {
    migration(1, SHOP + "GRANT SELECT, INSERT ON users TO pg_monitor;");
    apply();
    database.execute("GRANT SELECT ON orders TO pg_monitor");
    assertThat(verify().exit()).isZero();

    database.execute("REVOKE INSERT ON users FROM pg_monitor");

    assertThat(verify().out())
        .contains("error: table public.users: privileges of pg_monitor is select in the database");
  }

  @Test
  void takes_partitions_and_extensions_for_what_others_add() throws IOException {
    migration(1, SHOP);
    apply();
    database.execute(
        """
        CREATE TABLE events_2027 PARTITION OF events
          FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
        """);

    var answer = verify();

    assertThat(answer.out())
        .contains("warning: table public.events_2027 was not made by any migration");
    assertThat(answer.exit()).isZero();
  }

  @Test
  void says_nothing_is_wrong_with_a_database_that_has_no_history() throws IOException {
    migration(1, SHOP);
    database.execute("CREATE TABLE legacy (id int)");

    var answer = verify();

    assertThat(answer.exit()).isZero();
    assertThat(answer.out()).contains("0 migrations", "table public.legacy");
  }
}
