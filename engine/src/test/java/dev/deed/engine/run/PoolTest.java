package dev.deed.engine.run;

import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.Histories;
import dev.deed.engine.look.HistorySnapshot;
import dev.deed.engine.look.Inspection;
import dev.deed.engine.look.LiveRights;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.checkup.Expectations;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.sql.EnvironmentName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What deed does behind a connection pool; where PgBouncer is installed, as `.ci/run` sees to.
@ExtendWith(PostgresExtension.class)
@EnabledIf("dev.deed.engine.run.PgBouncer#isInstalled")
@Timeout(60)
class PoolTest {

  private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(1));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"transaction", "statement"})
  void refuses_a_pool_that_keeps_no_session_before_it_changes_anything(
      String mode, TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, mode)) {
      var failure = project(pool).failure();

      assertThat(failure).isInstanceOf(PooledConnection.class);
      assertThat(failure).hasMessageContaining("connection pool that keeps no session");
      assertThat(database.query("SELECT to_regclass('deed.migration'), to_regclass('t')"))
          .containsExactly("|");
      assertThat(locks(database)).isEmpty();
    }
  }

  /// Whose locks say that the program of a copy still runs.
  @ParameterizedTest
  @ValueSource(strings = {"transaction", "statement"})
  void makes_no_copies_through_a_pool_that_keeps_no_session(String mode, TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, mode);
        var server =
            new ScratchServer(ConnectionUrl.parse(pool.database().url(), Map.of()), PATIENCE)) {
      assertThatThrownBy(() -> server.create(MAIN)).isInstanceOf(PooledConnection.class);
      assertThat(database.query("SELECT FROM pg_database WHERE datname ~ '^deed_scratch'"))
          .isEmpty();
      assertThat(locks(database)).isEmpty();
    }
  }

  @Test
  void makes_copies_through_a_pool_in_session_mode(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "session");
        var server =
            new ScratchServer(ConnectionUrl.parse(pool.database().url(), Map.of()), PATIENCE);
        var copy = server.create(MAIN)) {
      assertThat(copy.address().url().database()).startsWith("deed_scratch_");
    }
  }

  @Test
  void names_the_address_of_the_server_behind_the_pool(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "transaction")) {
      assertThat(project(pool).failure().advice()).contains(":" + database.port());
    }
  }

  @Test
  void finds_a_pool_that_hands_out_its_sessions_in_turn(TestDatabase database) {
    try (var pool =
        PgBouncer.before(
            database, folder, "transaction", "server_round_robin = 1", "min_pool_size = 3")) {
      assertThat(project(pool).failure()).isInstanceOf(PooledConnection.class);
    }
  }

  @Test
  void finds_a_pool_of_a_single_session(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "transaction", "default_pool_size = 1")) {
      assertThat(project(pool).failure()).isInstanceOf(PooledConnection.class);
      assertThat(locks(database)).isEmpty();
    }
  }

  @Test
  void works_through_a_pool_that_keeps_the_session(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "session")) {
      assertThat(project(pool).apply().failure()).isNull();
      assertThat(database.query("SELECT to_regclass('t')")).containsExactly("t");
    }
  }

  @Test
  void tells_what_it_waits_for_if_a_pool_has_no_second_session(TestDatabase database)
      throws SQLException {
    var waits = new CopyOnWriteArrayList<Patience.Waiting>();
    var patience = new Patience(Duration.ofMillis(2_500), waits::add);
    try (var pool = PgBouncer.before(database, folder, "session", "default_pool_size = 1");
        var connections = Connections.open(address(pool), patience);
        var first = connections.connect()) {
      assertThatThrownBy(connections::connect)
          .isInstanceOf(NoConnection.class)
          .hasMessageContaining("had no session within 2 s");

      assertThat(waits.getFirst().place()).startsWith("a session of the pool at ");
      assertThat(waits.getFirst().reason()).isEqualTo("all of its sessions are in use");
      assertThat(first.connection().isValid(60)).isTrue();
    }
  }

  @Test
  void leaves_nothing_behind_in_a_pooled_session_that_it_only_read(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "transaction", "default_pool_size = 1")) {
      var before = settings(pool.database());

      read(address(pool));

      assertThat(settings(pool.database())).isEqualTo(before);
      assertThat(locks(database)).isEmpty();
      pool.database().execute("CREATE TABLE written (id int); INSERT INTO written VALUES (1)");
    }
  }

  /// Such a pool also refuses the transactions of those who only read.
  @Test
  void names_a_pool_in_statement_mode_where_it_only_reads(TestDatabase database) {
    try (var pool = PgBouncer.before(database, folder, "statement")) {
      var address = address(pool);
      assertThat(HistorySnapshot.of(List.of(address), PATIENCE, false).getFirst().failure())
          .isInstanceOf(PooledConnection.class);
      assertThat(Inspection.of(List.of(address), PATIENCE).getFirst().failure())
          .isInstanceOf(PooledConnection.class);
      assertThat(checked(address).failure()).isInstanceOf(PooledConnection.class);
    }
  }

  @Test
  void tells_in_a_checkup_whether_a_pool_keeps_the_session(TestDatabase database) {
    try (var transaction = PgBouncer.before(database, folder, "transaction");
        var session = PgBouncer.before(database, folder, "session")) {
      assertThat(checkup(address(transaction)).level()).isEqualTo(Diagnosis.Level.PROBLEM);
      assertThat(checkup(address(session)).level()).isEqualTo(Diagnosis.Level.OK);
    }
  }

  /// Every way in which deed reads without a wish to write.
  private static void read(Address address) {
    assertThat(Histories.read(List.of(address), PATIENCE).getFirst().failure()).isNull();
    assertThat(HistorySnapshot.of(List.of(address), PATIENCE, true).getFirst().failure()).isNull();
    assertThat(Inspection.of(List.of(address), PATIENCE).getFirst().failure()).isNull();
    assertThat(LiveRights.of(List.of(address), PATIENCE, Set.of("web")).getFirst().failure())
        .isNull();
    assertThat(checked(address).failure()).isNull();
  }

  private static Checkup checked(Address address) {
    var expectations =
        new Expectations(
            Map.of(), Map.of(), Set.of(), new TreeSet<>(), Clock.systemUTC(), PATIENCE);
    return Checkup.of(List.of(address), expectations).getFirst();
  }

  private static Diagnosis checkup(Address address) {
    return checked(address).diagnoses().stream()
        .filter(diagnosis -> diagnosis.check().equals("pool"))
        .findFirst()
        .orElseThrow();
  }

  private Project project(PgBouncer pool) {
    return new Project(folder)
        .on(MAIN, pool.database())
        .file("main/web/1_t.sql", "CREATE TABLE t (id int);");
  }

  private static Address address(PgBouncer pool) {
    var target = new Target(new EnvironmentName("local"), MAIN);
    return new Address(target, ConnectionUrl.parse(pool.database().url(), Map.of()));
  }

  /// All but those of the connection itself.
  private static List<String> settings(TestDatabase database) {
    return database.query(
        "SELECT name, setting FROM pg_settings WHERE source = 'session' AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'extra_float_digits') ORDER BY 1");
  }

  private static List<String> locks(TestDatabase database) {
    return database.query(
        "SELECT classid, objid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  }
}
