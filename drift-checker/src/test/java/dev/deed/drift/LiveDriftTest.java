package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two live databases, each read through the machine's `pg_dump`.
@ExtendWith(PostgresExtension.class)
class LiveDriftTest {

  private static final String BUILT =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
      CREATE TABLE users (
        id bigserial PRIMARY KEY, name text NOT NULL DEFAULT 'x', mood mood,
        CHECK (name <> ''));
      CREATE INDEX users_mood ON users (mood) WHERE mood IN ('sad', 'ok');
      CREATE TABLE events (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE TABLE events_2026 PARTITION OF events
        FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE VIEW names AS SELECT id, name FROM users WHERE name LIKE 'a%';
      """;

  private static final String BUILT_IN_STEPS =
      """
      CREATE TYPE mood AS ENUM ('sad', 'happy');
      ALTER TYPE mood ADD VALUE 'ok' AFTER 'sad';
      CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
      CREATE TABLE events_2026 (id bigint, at date);
      ALTER TABLE events ATTACH PARTITION events_2026
        FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      ALTER TABLE events ADD PRIMARY KEY (id, at);
      CREATE TABLE people (id bigserial, name varchar(9), mood mood);
      ALTER TABLE people RENAME TO users;
      ALTER SEQUENCE people_id_seq RENAME TO users_id_seq;
      ALTER TABLE users ALTER name TYPE text, ALTER name SET DEFAULT 'x', ALTER name SET NOT NULL;
      ALTER TABLE users ADD CHECK (name <> '');
      ALTER TABLE users ADD PRIMARY KEY (id);
      CREATE VIEW names AS SELECT id, name FROM users WHERE name LIKE 'a%';
      """;

  @BeforeAll
  static void needs_a_pg_dump_that_can_read_the_server() {
    assumeTrue(PgDump.isInstalled(System.getenv()), "no pg_dump is installed");
  }

  @Test
  void finds_none_between_two_ways_to_the_same_schema(TestDatabase from, TestDatabase to) {
    from.execute(BUILT);
    to.execute(BUILT_IN_STEPS);
    // An enum's new label cannot be used in the transaction that adds it.
    to.execute("CREATE INDEX users_mood ON users (mood) WHERE mood IN ('sad', 'ok')");
    if (to.majorVersion() >= 18) {
      // From there on NOT NULL is a constraint with a name, which a renamed table does not change.
      to.execute("ALTER TABLE users RENAME CONSTRAINT people_id_not_null TO users_id_not_null");
    }

    assertThat(report(from, to)).isEqualTo("no drift\n");
  }

  @Test
  void finds_every_change_by_hand(TestDatabase from, TestDatabase to) {
    from.execute(BUILT);
    to.execute(BUILT);
    to.execute(
        """
        ALTER TABLE users ALTER name SET DEFAULT 'y';
        ALTER TABLE users DISABLE TRIGGER ALL;
        DROP INDEX users_mood;
        CREATE TABLE scratch (a integer);
        GRANT SELECT ON users TO PUBLIC;
        COMMENT ON VIEW names IS 'who';
        """);

    assertThat(report(from, to))
        .isEqualTo(
            """
            added table public.scratch [behaviour, api]
            changed table public.users [behaviour, web]
              privileges of public: (none) -> select
            changed column public.users.name [behaviour, web]
              default: 'x' -> 'y'
            missing index public.users_mood [performance, web]
            changed view public.names [cosmetic, api]
              comment: (none) -> who
            """);
  }

  @Test
  void leaves_our_own_schema_out(TestDatabase from, TestDatabase to) {
    to.execute("CREATE SCHEMA deed; CREATE TABLE deed.migration (version text)");
    to.execute(
        """
        CREATE FUNCTION deed.journal_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER deed_journal_ddl ON ddl_command_end
          EXECUTE FUNCTION deed.journal_ddl();
        """);

    assertThat(report(from, to)).isEqualTo("no drift\n");
  }

  @Test
  void reads_a_database_in_another_encoding(TestDatabase from) {
    var latin = from.name() + "_latin1";
    from.execute(
        "CREATE DATABASE %s ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
            .formatted(latin));
    try {
      var to = new TestDatabase(from.host(), from.port(), latin, from.user(), from.password());
      from.execute("CREATE TABLE größe (käse text)");
      to.execute("CREATE TABLE größe (käse text)");

      assertThat(report(from, to)).isEqualTo("no drift\n");
    } finally {
      from.execute("DROP DATABASE " + latin);
    }
  }

  @Test
  void says_that_a_database_is_not_there(TestDatabase database) {
    var variables = new HashMap<>(variables(database));
    variables.put("PGDATABASE", "nowhere");

    assertThatThrownBy(() -> PgDump.find(System.getenv()).dump(variables, "main in production"))
        .isInstanceOfSatisfying(
            PgDumpFailed.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNREADABLE))
        .hasMessageContaining("main in production")
        .hasMessageContaining("nowhere");
  }

  @Test
  void gives_a_silent_server_up() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dump =
          new PgDump(PgDumpProgram.newest(System.getenv()).orElseThrow(), Duration.ofMillis(500));
      var variables =
          Map.of("PGHOST", "127.0.0.1", "PGPORT", "" + silent.getLocalPort(), "PGDATABASE", "x");

      assertThatThrownBy(() -> dump.dump(variables, "main in production"))
          .isInstanceOfSatisfying(
              PgDumpFailed.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.TRY_AGAIN));
    }
  }

  private static String report(TestDatabase from, TestDatabase to) {
    return PlainReport.of(
        DriftCheck.between(Owners.DATABASE, side("from", from), side("to", to), Owners::of));
  }

  private static Side side(String name, TestDatabase database) {
    var dump = PgDump.find(System.getenv()).dump(variables(database), name);
    return Side.ofDatabase(name, new SourceFile(name), dump);
  }

  private static Map<String, String> variables(TestDatabase database) {
    return Map.of(
        "PGHOST", database.host(),
        "PGPORT", "" + database.port(),
        "PGDATABASE", database.name(),
        "PGUSER", database.user(),
        "PGPASSWORD", database.password());
  }
}
