package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Copies by `dump` with rows: which rows they have, and what is in the place of masked values.
@ExtendWith(PostgresExtension.class)
class LiveCopiedRowsTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: ["*", "*.*"]}}
      environments:
        dev:
          copy: {by: dump%s}
          urls: {main: "%s"}
      """;

  private static final String TABLES =
      """
      CREATE TABLE countries (code text PRIMARY KEY, name text);
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email text NOT NULL UNIQUE,
        name varchar(8),
        shout text GENERATED ALWAYS AS (upper(name)) STORED,
        manager bigint REFERENCES users,
        country text REFERENCES countries,
        token text);
      CREATE TABLE "Odd ""Name" ("select" int PRIMARY KEY, "User's" bigint REFERENCES users);
      CREATE TABLE events (id int, day date, "user" bigint REFERENCES users, phone text, PRIMARY KEY (id, day))
        PARTITION BY RANGE (day);
      CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE TABLE clicks (event int, day date, FOREIGN KEY (event, day) REFERENCES events);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$;
      INSERT INTO countries SELECT 'c' || n, 'country ' || n FROM generate_series(1, 100) n;
      INSERT INTO users (email, name, manager, country, token)
        SELECT 'person' || n || '@secret.org', 'n' || n, CASE WHEN n > 1 THEN n / 2 END, 'c' || n % 100 + 1, 'secret' || n
        FROM generate_series(1, 200) n;
      INSERT INTO "Odd ""Name" SELECT n, n FROM generate_series(1, 50) n;
      INSERT INTO events SELECT n, '2025-12-01'::date + n, n, 'secret' || n FROM generate_series(1, 60) n;
      INSERT INTO clicks SELECT id, day FROM events;
      CREATE TRIGGER refuse BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION refuse();
      CREATE MATERIALIZED VIEW mails AS SELECT email FROM users;
      CREATE VIEW all_mails AS SELECT email FROM users;
      """;

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void prepare(TestDatabase database) {
    server = database;
    server.execute(TABLES);
  }

  @AfterEach
  void leaves_no_copy() {
    server
        .query("SELECT datname FROM pg_database WHERE datname ~ '^deed_branch_'")
        .forEach(name -> server.execute("DROP DATABASE " + name));
    assertThat(server.query("SELECT datname FROM pg_database WHERE datname ~ '^deed_scratch_20'"))
        .isEmpty();
  }

  @Test
  void masks_values_before_they_leave_the_server() throws IOException {
    own(
        ", sample: 100%, mask: {public.users.email: \"'user' || id || '@example.com'\","
            + " \"*.phone\": \"'555' -- none\", \"token\": \"NULL\", users.name: \"'long name of ' || id\"}");
    var copy = branch(0);
    assertThat(copy.query("SELECT count(*), min(email), max(email) FROM users"))
        .containsExactly("200|user100@example.com|user9@example.com");
    assertThat(copy.query("SELECT count(token) FROM users")).containsExactly("0");
    assertThat(copy.query("SELECT DISTINCT name, shout FROM users"))
        .containsExactly("long nam|LONG NAM");
    assertThat(copy.query("SELECT DISTINCT phone FROM events")).containsExactly("555");
    assertThat(copy.query("SELECT count(*) FROM mails WHERE email ~ 'example'"))
        .containsExactly("200");
    assertThat(copy.query("SELECT count(*) FROM events_2026")).containsExactly("30");
    assertThat(copy.query("SELECT count(*) FROM clicks JOIN events USING (day)"))
        .containsExactly("60");
    assertThat(copy.query("SELECT nextval(pg_get_serial_sequence('users', 'id'))"))
        .containsExactly("201");
    assertThat(copy.query("SELECT count(*) FROM \"Odd \"\"Name\"")).containsExactly("50");
    assertThat(copy.query("SELECT count(*) FROM pg_trigger WHERE tgname = 'refuse'"))
        .containsExactly("1");
  }

  @Test
  void samples_rows_with_all_that_they_refer_to() throws IOException {
    own(", tables: [clicks], sample: 5");
    var copy = branch(0);
    assertThat(copy.query("SELECT count(*) FROM clicks")).containsExactly("5");
    assertThat(copy.query("SELECT count(*) FROM events")).containsExactly("5");
    assertThat(copy.query("SELECT count(*) FROM \"Odd \"\"Name\"")).containsExactly("0");
    assertThat(
            copy.query(
                "SELECT count(*) BETWEEN 5 AND 40,"
                    + " count(*) FILTER (WHERE manager IS NULL) FROM users"))
        .containsExactly("t|1");
    server.execute("DROP DATABASE deed_branch_b_main");
    var share = branch(0, "--sample", "10%", "--tables", "users,\"Odd \"\"Name\"");
    assertThat(share.query("SELECT count(*) BETWEEN 10 AND 120 FROM users")).containsExactly("t");
    assertThat(share.query("SELECT count(*) > 0 FROM \"Odd \"\"Name\"")).containsExactly("t");
    assertThat(share.query("SELECT count(*) FROM events")).containsExactly("0");
  }

  @Test
  void tells_all_that_would_leave_a_value_unmasked() throws IOException {
    server.execute("CREATE TABLE hidden (id int); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY");
    own(
        ", tables: [users, event, \"ev*\"], sample: 10%, mask: {users.emial: \"'x'\", users.email: users.email,"
            + " users.shout: \"'x'\", users.id: \"id + 1\", name: \"1; SELECT 2\", \"us*.token\": \"'a'\", \"*rs.token\": \"'b'\"}");
    assertThat(refused())
        .contains(
            "no rows of dev were copied: \n- ",
            "there is no column for the mask of users.emial",
            "the mask of users.email leaves public.users.email as it is",
            "public.users.shout cannot be masked by users.shout, because PostgreSQL computes it",
            "public.users.manager refers to public.users.id, and only one of them is masked, by users.id",
            "public.events_2025.user refers to public.users.id",
            "the mask of name is not an SQL expression",
            "public.users.token is masked by both us*.token and *rs.token",
            "there is no table event");
    own(
        ", sample: 10%, mask: {users.email: \"NULL\", users.token: \"token::int::text\","
            + " users.name: nothing, phone: \"nextval('public.users_id_seq')::text\"}");
    assertThat(refused())
        .contains(
            "the mask of users.email is NULL, and public.users.email is NOT NULL",
            "the mask of users.token fails on public.users.token: SQLSTATE 22P02, whose message may have a value",
            "the mask of users.name fails on public.users.name: column \"nothing\" does not exist (42703)",
            "cannot execute nextval() in a read-only transaction")
        .doesNotContain("secret");
    // What holds for the first rows may not hold for the last.
    own(
        ", sample: 100%, mask: {users.email: \"CASE WHEN id = 200 THEN email::int::text ELSE email || '' END\"}");
    assertThat(refused())
        .contains("rows of public.users could not be read: SQLSTATE 22P02")
        .doesNotContain("secret");
    own(", sample: 100%, mask: {users.email: \"'same'\"}");
    assertThat(refused())
        .contains("could not create unique index", "a mask must keep unique values different")
        .doesNotContain("secret");
  }

  @Test
  void copies_nothing_that_is_not_masked_by_another_provider() throws IOException {
    own(", mask: {email: \"'x' || id\"}");
    var console = Console.in(folder);
    assertThat(console.run("rehearse", "--env", "dev", "--on", "template").err())
        .contains("dev has masks for its copies in the ownership file, and the provider template");
    assertThat(console.run("rehearse", "--sample", "5%").err())
        .contains("the copy provider embedded does not choose rows");
    assertThat(console.run("rehearse", "--env", "dev", "--sample", "half").err())
        .contains("--sample takes a share such as 5%");
  }

  @Test
  void names_the_tables_that_the_role_may_not_read() throws IOException {
    server.execute(
        """
        CREATE ROLE deed_rows_reader LOGIN;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO deed_rows_reader;
        REVOKE ALL ON users FROM deed_rows_reader;
        ALTER TABLE clicks ENABLE ROW LEVEL SECURITY;
        """);
    try {
      own(", tables: [clicks], sample: 5");
      var file = folder.resolve("schema-ownership.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst("postgresql://[^@]*@", "postgresql://deed_rows_reader@"));
      assertThat(refused())
          .contains(
              "this role may not read public.users",
              "row-level security hides rows of public.clicks from this role");
    } finally {
      server.execute("DROP OWNED BY deed_rows_reader; DROP ROLE deed_rows_reader");
    }
  }

  @Test
  void rehearses_on_the_rows() throws IOException {
    own(", sample: 100%, mask: {email: \"'user' || id\"}");
    var file = folder.resolve("migrations/main/web/01_note.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "-- UP Migration\nUPDATE countries SET name = upper(name);\n"
            + "-- DOWN Migration\n-- UPDATE countries SET name = lower(name) || '.';\n");
    var answer = Console.in(folder).run("rehearse", "--env", "dev", "--scratch", server.url());
    assertThat(answer.screen())
        .contains(
            "tried on databases with the schema of dev and with 470 rows of 6 tables, 1 column masked, on ",
            "public.countries has other values in name");
  }

  private String refused() {
    return branch().err();
  }

  private TestDatabase branch(int exit, String... more) {
    var answer = branch(more);
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return new TestDatabase(
        server.host(), server.port(), "deed_branch_b_main", server.user(), server.password());
  }

  private Console.Answer branch(String... more) {
    var arguments =
        new ArrayList<>(
            List.of("branch", "create", "b", "--env", "dev", "--scratch", server.url()));
    arguments.addAll(List.of(more));
    return Console.in(folder).run(arguments.toArray(String[]::new));
  }

  private void own(String more) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"), OWNERSHIP.formatted(more, server.url()));
  }
}
