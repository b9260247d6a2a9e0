package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.EmergencyLook;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.engine.look.emergency.Unread;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What `deed emergency` shows of a server in trouble, and whom it ends.
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class LiveEmergencyTest {

  @TempDir private Path folder;
  private TestDatabase main = new TestDatabase("", 0, "", "", "");
  private final List<Connection> sessions = new ArrayList<>();
  private final List<Thread> waiting = new ArrayList<>();

  @BeforeEach
  void prepare(TestDatabase database) throws IOException {
    main = database;
    main.execute("CREATE TABLE users (id int); CREATE TABLE orders (id int)");
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: {postgres: 14}}
        services:
          web: {team: Web platform, contact: "#web", owns: {main: [users, "user_*"]}}
          api: {owns: {main: [orders]}}
        environments:
          production: {protected: true, urls: {main: "${MAIN_URL}"}}
        """);
    write(
        "migrations/main/web/1_nick.sql",
        """
        -- UP Migration
        ALTER TABLE users ADD COLUMN nick text;
        -- DOWN Migration (Rollback)
        -- ALTER TABLE users DROP COLUMN nick;
        """);
  }

  @AfterEach
  void end() throws SQLException, InterruptedException {
    for (var session : sessions) {
      session.abort(Runnable::run);
    }
    for (var thread : waiting) {
      thread.join(60_000);
    }
  }

  @Test
  void shows_a_tree_of_who_waits_for_whom_with_owners() throws SQLException {
    var holder = session("report");
    run(holder, "BEGIN; SELECT FROM users; SELECT $$ALTER ROLE x PASSWORD 'hunter22'$$");
    var run = session("deed");
    run(run, "SELECT pg_advisory_lock(%d, 1)".formatted(0x64656564));
    sendLater(run, "ALTER TABLE users ADD COLUMN nick text");
    awaitWaiting(1);
    var reader = session("web");
    sendLater(reader, "SELECT count(*) FROM users");
    awaitWaiting(2);

    var answer = emergency();

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("main (production): PostgreSQL ", " connections in use, ", " free (")
        .contains("deed's run: pid %s, ".formatted(pid(run)), "main/1_nick (web), statement 1 of 1")
        .contains(
            "2 sessions wait, each below what it waits for:\n  pid %s, ".formatted(pid(holder)))
        .contains("report, idle in transaction for ")
        .contains("      holds ACCESS SHARE on public.users (owner: web (Web platform, #web))\n")
        .contains("    deed's run, pid %s, ".formatted(pid(run)))
        .contains("        waits for ACCESS EXCLUSIVE on public.users (owner: web (")
        .contains("      pid %s, ".formatted(pid(reader)), "web (service web (Web platform, #web))")
        .contains("1. wait and look again: 2 waiting")
        .contains("2. cancel deed's own statement: 1 session waits for it; its transaction is")
        .contains("deed emergency --env production --cancel " + pid(run) + "\n")
        .contains("3. end the transaction of pid %s: 2 sessions wait".formatted(pid(holder)))
        .contains("deed emergency --env production --cancel %s --terminate".formatted(pid(holder)))
        .contains("PASSWORD '********'")
        .doesNotContain("hunter22");
    assertThat(emergency("--format", "json").out())
        .contains("\"run\" : " + pid(run), "\"blocked_by\" : [ %s ]".formatted(pid(run)))
        .contains("\"owner\" : \"web\"", "\"migration\" : \"main/1_nick (web)\"")
        .doesNotContain("hunter22");
  }

  /// To end one of two readers is of no use; without the statement that waits for both, the third
  /// goes on.
  @Test
  void names_the_statement_that_makes_others_wait_while_it_waits() throws SQLException {
    var one = session("report");
    run(one, "BEGIN; SELECT FROM users");
    var other = session("report");
    run(other, "BEGIN; SELECT FROM users");
    var first = session("psql");
    sendLater(first, "ALTER TABLE users ADD COLUMN nick text");
    awaitWaiting(1);
    var reader = session("web");
    sendLater(reader, "SELECT count(*) FROM users");
    awaitWaiting(2);

    assertThat(emergency().out())
        .containsSubsequence(
            "2. cancel the statement of pid %s, which waits itself: 1 session waits for it, and what waits for nothing else goes on"
                .formatted(pid(first)),
            "3. end the transaction of pid ",
            ": 2 sessions wait for it, and for 1 other session, and it is idle",
            "4. end the transaction of pid ",
            ": 2 sessions wait for it, and for 1 other session, and it is idle");

    one.close();
    other.close();
  }

  @Test
  void cancels_only_what_is_named_and_confirmed() throws SQLException {
    var holder = session("report");
    run(holder, "BEGIN; LOCK TABLE orders");
    var waiter = session("psql");
    sendLater(waiter, "SELECT count(*) FROM orders");
    awaitWaiting(1);

    var unasked = emergency("--cancel", pid(waiter));
    assertThat(unasked.exit()).isEqualTo(1);
    assertThat(unasked.err())
        .contains("pid %s in database ".formatted(pid(waiter)), "it locks tables of api")
        .contains("nothing was cancelled: there is no terminal to confirm on");
    var wrong = console().typing("yes").run(arguments("--cancel", pid(waiter)));
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("Type %s to cancel its statement: ".formatted(pid(waiter)));
    assertThat(waitingNow()).isEqualTo("1");

    var idle = emergency("--cancel", pid(holder), "--yes");
    assertThat(idle.exit()).isEqualTo(1);
    assertThat(idle.err())
        .contains("runs no statement: it is idle in transaction", "add --terminate");

    var typed = console().typing(pid(waiter)).run(arguments("--cancel", pid(waiter)));
    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out())
        .contains("the statement of pid %s has ended".formatted(pid(waiter)))
        .contains("not recorded in the history: this database has no history of deed");
    assertThat(waitingNow()).isEqualTo("0");

    var ended = emergency("--cancel", pid(holder), "--terminate", "--yes");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(emergency("--cancel", pid(holder), "--yes").err())
        .contains("there is no session with pid " + pid(holder));
    assertThat(emergency("--cancel", checkpointer(), "--yes").err())
        .contains("is a checkpointer, a process of the server itself");
  }

  @Test
  void keeps_in_the_history_who_was_ended_by_whom_and_why() throws Exception {
    write(
        "migrations/main/web/1_nick.sql",
        "-- deed: irreversible \"x\"\nCOMMENT ON TABLE users IS 'x';");
    var applied = console().run("apply", "--env", "production", "--yes");
    assertThat(applied.exit()).as(applied.screen()).isZero();
    var holder = session("report");
    run(holder, "BEGIN; LOCK TABLE orders; SELECT $$ALTER ROLE x PASSWORD 'hunter22'$$");

    var ended =
        emergency("--cancel", pid(holder), "--terminate", "--yes", "--reason", "orders are down");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("recorded in the history: deed history --verbose shows it");
    assertThat(console().run("history", "--env", "production", "--verbose").screen())
        .contains(
            "terminated by deed emergency as role ",
            "pid %s of role ".formatted(pid(holder)),
            "(report) in database ",
            "because orders are down: ",
            "PASSWORD '********'")
        .doesNotContain("hunter22");

    var other = session("web");
    run(other, "BEGIN; LOCK TABLE orders");
    main.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(main.name()));
    var unrecorded = emergency("--cancel", pid(other), "--terminate", "--yes", "--format", "json");
    assertThat(unrecorded.exit()).as(unrecorded.err()).isZero();
    assertThat(unrecorded.out())
        .contains("\"ended\" : true", "\"recorded\" : false", "read-only transaction");
  }

  @Test
  void refuses_a_session_that_has_gone_on_meanwhile() throws SQLException {
    var holder = session("report");
    run(holder, "BEGIN; LOCK TABLE orders");
    var pid = Integer.parseInt(pid(holder));
    var address = address();
    var seen = EmergencyLook.at(address, Duration.ofSeconds(30)).sessions().find(pid).orElseThrow();
    run(holder, "COMMIT; BEGIN; LOCK TABLE orders");

    assertThatThrownBy(() -> new SessionEnding(address, seen, true, "").send(() -> true))
        .isInstanceOf(SessionEnding.Changed.class)
        .hasMessageContaining("has begun another transaction");
    assertThat(holder.isValid(60)).isTrue();
  }

  @Test
  void shows_what_can_be_read_where_the_history_is_locked() throws SQLException {
    main.execute(
        "CREATE SCHEMA deed; CREATE TABLE deed.format (version int); CREATE TABLE deed.migration (x int)");
    var holder = session("report");
    run(holder, "BEGIN; LOCK TABLE deed.migration, deed.format");

    var answer = emergency();

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("not read: the history: locked by pid " + pid(holder))
        .contains("idle in a transaction, which keeps its locks:\n  pid " + pid(holder));
  }

  @Test
  void reads_another_database_where_the_catalogs_are_locked() throws SQLException {
    var holder = session("report");
    run(holder, "BEGIN; LOCK TABLE pg_class");

    var answer = emergency();

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("pid %s, ".formatted(pid(holder)), "LOCK TABLE pg_class")
        .contains("not read: what is in database %s: no session can begin".formatted(main.name()));
    run(holder, "ROLLBACK");
    assertThat(waitingNow()).isEqualTo("0");
  }

  @Test
  void does_not_call_well_what_it_has_not_read() {
    var target = new Target(new EnvironmentName("production"), new DatabaseName("main"));
    var unread = List.of(new Unread("the sessions", "the time was over"));
    var found = new Emergency(target, null, Sessions.NONE, List.of(), null, unread, null);
    var screen =
        new EmergencyScreen(found, EmergencyScreen.Whose.UNKNOWN, null, List.of(), List.of());

    var text = Format.TEXT.render(new DatabaseReport.Emergencies(List.of(screen))).orElseThrow();

    assertThat(text)
        .contains("is not known", "not read: the sessions: the time was over")
        .doesNotContain("no run of deed is active", "no session waits");
  }

  @Test
  void says_what_a_role_may_not_see_and_what_it_may_not_have() throws SQLException {
    var role = main.name() + "_reader";
    main.execute("CREATE ROLE " + role + " LOGIN");
    try {
      var holder = session("report");
      run(holder, "BEGIN; LOCK TABLE orders");
      var reader = new TestDatabase(main.host(), main.port(), main.name(), role, "");
      var seen = console().run("emergency", "--limit", "30s", "--url", reader.url(), "-d", "main");
      assertThat(seen.exit()).isZero();
      assertThat(seen.out()).contains("GRANT pg_read_all_stats TO " + role);
      assertThat(
              console()
                  .run(
                      "emergency",
                      "--url",
                      reader.url(),
                      "--limit",
                      "30s",
                      "--cancel",
                      pid(holder),
                      "--yes")
                  .err())
          .contains("and this role may not see what it does");

      main.execute("ALTER ROLE " + role + " CONNECTION LIMIT 0");
      var refused = console().run("emergency", "--limit", "30s", "--url", reader.url());
      assertThat(refused.exit()).isEqualTo(3);
      assertThat(refused.err())
          .contains("too many connections for role", "CONNECTION LIMIT): connect as another role");
    } finally {
      main.execute("DROP ROLE " + role);
    }
  }

  @Test
  void needs_no_ownership_file_and_no_readable_migration() throws IOException {
    write("migrations/main/web/1_nick.sql", "ALTER TABLE ((");
    assertThat(emergency().exit()).isZero();
    Files.delete(folder.resolve("schema-ownership.yaml"));

    var answer = console().run("emergency", "--limit", "30s", "--url", main.url());

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("no run of deed is active", "no session waits for another one")
        .contains("no migration was ever applied here by deed");
  }

  @Test
  void says_what_the_last_migration_changed_and_what_the_way_back_loses() throws IOException {
    write(
        "migrations/main/web/1_nick.sql",
        """
        -- UP Migration
        CREATE TABLE user_nicks (id int PRIMARY KEY);
        -- DOWN Migration (Rollback)
        -- DROP TABLE user_nicks;
        """);
    var applied = console().run("apply", "--env", "production", "--yes");
    assertThat(applied.exit()).as(applied.err()).isZero();
    main.execute(
        "CREATE INDEX left_over ON orders (id);"
            + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'left_over'::regclass");

    var answer = emergency();

    assertThat(answer.out())
        .contains(
            "  main/1_nick (web): applied at ",
            "      CREATE TABLE user_nicks (id int PRIMARY KEY)")
        .contains("invalid index public.left_over on public.orders (owner: api)")
        .contains("DROP INDEX CONCURRENTLY public.left_over")
        .contains("deed new \"WHAT IT CORRECTS\" --fixes 1 --service web --database main")
        .contains("it loses table user_nicks with all that is in it; it locks: ACCESS EXCLUSIVE on")
        .contains("deed rollback --env production --to -1 --dry-run");

    main.execute("UPDATE deed.migration SET state = 'started', statements = 3, finished = '{a}'");
    assertThat(emergency().out())
        .contains("finish, undo or abandon main/1_nick (web), which is half-way: 1 of 3 statements")
        .contains("deed apply --env production", "deed rollback --env production --abandon 1")
        .doesNotContain("--fixes", "--to -1");
  }

  @Test
  void looks_again_until_it_is_stopped() {
    for (var command : List.of("emergency", "status")) {
      var out = new ByteArrayOutputStream();
      var surroundings =
          new Surroundings(
              Map.of("MAIN_URL", main.url()),
              folder,
              Clock.systemUTC(),
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(out, true, UTF_8),
              new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
              false,
              false,
              stop -> {
                Thread.startVirtualThread(() -> stopAfterSecond(out, stop));
                return () -> {};
              });

      var exit = Program.run(surroundings, command, "--env", "production", "--watch");

      assertThat(exit).isZero();
      assertThat(out.toString(UTF_8).split("main \\(production\\): ")).hasSizeGreaterThan(2);
    }
  }

  @Test
  void refuses_what_makes_no_sense() {
    assertThat(console().run("emergency").err()).contains("give either --env or --url");
    assertThat(emergency("--url", main.url()).err()).contains("give either --env or --url");
    assertThat(emergency("--yes").err()).contains("need --cancel PID");
    assertThat(emergency("--cancel", "0").err()).contains("the number of one process");
    assertThat(console().run("emergency", "--url", "http://x").exit()).isEqualTo(2);
  }

  private static void stopAfterSecond(ByteArrayOutputStream out, Runnable stop) {
    Await.until(
        "a second look", () -> out.toString(UTF_8).split("main \\(production\\): ").length >= 3);
    stop.run();
  }

  private Console.Answer emergency(String... options) {
    return console().run(arguments(options));
  }

  private static String[] arguments(String... options) {
    var all = new ArrayList<>(List.of("emergency", "--env", "production", "--limit", "30s"));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private Console console() {
    return Console.in(folder).with(Map.of("MAIN_URL", main.url()));
  }

  private Address address() {
    var target = new Target(new EnvironmentName("production"), new DatabaseName("main"));
    return new Address(target, ConnectionUrl.parse(main.url(), Map.of()));
  }

  private Connection session(String application) throws SQLException {
    var connection =
        DriverManager.getConnection(main.jdbcUrl() + "&ApplicationName=" + application);
    sessions.add(connection);
    return connection;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void sendLater(Connection connection, String sql) {
    waiting.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                run(connection, sql);
              } catch (SQLException e) {
                // Cancelled, or ended with the test.
              }
            }));
  }

  private static String pid(Connection connection) throws SQLException {
    return String.valueOf(connection.unwrap(org.postgresql.PGConnection.class).getBackendPID());
  }

  private String checkpointer() {
    return main.query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
        .getFirst();
  }

  private String waitingNow() {
    return main.query(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
        .getFirst();
  }

  private void awaitWaiting(int count) {
    Await.until("sessions to wait", this::waitingNow, String.valueOf(count)::equals);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
