package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.deed.engine.Pace;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A backfill slows down, and waits, for what the server and other sessions can bear.
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BrakesTest {

  private static final String ROWS =
      "INSERT INTO users (id, name) SELECT i, 'Name ' || i FROM generate_series(1, 4000) i;";
  private static final String TABLE =
      "CREATE TABLE users (id bigint PRIMARY KEY, name text) WITH (autovacuum_enabled = off);\n";
  private static final String LOWER =
      "UPDATE users SET name = lower(name) WHERE name <> lower(name);";

  @TempDir Path folder;

  private static Pace pace(Duration lag, long wal, int dead) {
    return new Pace(List.of(), 5_000, Duration.ZERO, Duration.ofMillis(30), lag, wal, dead, null);
  }

  private static ServerLoad load(long wal, int millis, int dead, int lag) {
    return new ServerLoad(
        wal, Duration.ofMillis(millis), dead, Duration.ofMillis(lag), "walreceiver");
  }

  @Test
  void waits_for_what_is_above_a_limit_only() {
    var all = pace(Duration.ofSeconds(2), 1 << 20, 20);
    assertThat(load(1 << 20, 1_000, 20, 2_000).exceeds(all)).isEmpty();
    assertThat(load(0, 1_000, 0, 2_150).exceeds(all))
        .contains("replica walreceiver is 2.1 s behind");
    assertThat(load(0, 1_000, 21, 0).exceeds(all)).contains("21 % of the table's rows are dead");
    // The same WAL in half of the time is twice as much a second.
    assertThat(load(4 << 20, 4_000, 0, 0).exceeds(all)).isEmpty();
    assertThat(load(4 << 20, 2_000, 0, 0).exceeds(all))
        .contains("the server writes 2 MB of WAL a second");
    assertThat(load(1 << 20, 0, 0, 0).exceeds(all)).isPresent();
    assertThat(load(0, 0, 0, 0).exceeds(all)).isEmpty();
  }

  @Test
  void waits_for_nothing_without_a_limit() {
    var none = pace(Duration.ZERO, 0, 0);
    assertThat(load(Long.MAX_VALUE, 1, 100, Integer.MAX_VALUE).exceeds(none)).isEmpty();
    assertThat(load(0, 1, 0, 10_001).exceeds(Pace.DEFAULT)).isPresent();
    assertThat(load(Long.MAX_VALUE, 1, 100, 10_000).exceeds(Pace.DEFAULT)).isEmpty();
  }

  /// @param took milliseconds of a batch for each row that it has; a `w` says that others waited
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // Never more than the directive allows, and twice as many at most.
        "5000 # 30 # 0.001 0.001 0.001 0.001 # 1000 2000 4000 5000 5000",
        "300 # 30 # 0.001 # 300 300",
        // Half as many at least, and never fewer than ten.
        "5000 # 30 # 1 1 1 1 1 1 1 # 1000 500 250 125 62 31 30 30",
        "5000 # 30 # 100 100 100 100 100 100 100 100 # 1000 500 250 125 62 31 15 10 10",
        "4 # 30 # 100 # 4 4",
        // Sessions that wait for its rows halve it whatever it took.
        "5000 # 30 # 0.01w 0.01w 0.01 # 1000 500 250 500",
        // Without a target the size is the directive's.
        "5000 # 0 # 100 100w # 5000 5000 5000",
      })
  void fits_batches_into_the_time_that_one_may_take(
      int most, int target, String took, String expected) {
    var pace =
        new Pace(
            List.of(), most, Duration.ZERO, Duration.ofMillis(target), Duration.ZERO, 0, 0, null);
    var size = new BatchSize(pace);
    var sizes = new StringBuilder().append(size.rows());
    for (var each : took.strip().split(" ")) {
      var perRow = Double.parseDouble(each.replace("w", ""));
      size.took(Duration.ofNanos((long) (perRow * size.rows() * 1e6)));
      if (each.endsWith("w")) {
        size.isInTheWay();
      }
      sizes.append(' ').append(size.rows());
    }
    assertThat(sizes).hasToString(expected);
  }

  @Test
  void takes_another_limit_from_a_person() {
    var size = new BatchSize(Pace.DEFAULT);
    size.limit(40);
    assertThat(size.rows()).isEqualTo(40);
    size.limit(2_000);
    size.took(Duration.ofNanos(1));
    assertThat(size.rows()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TABLE,
        "CREATE TABLE users (id bigint PRIMARY KEY, name text) PARTITION BY RANGE (id);\n"
            + "CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (0) TO (2000) WITH (autovacuum_enabled = off);\n"
            + "CREATE TABLE users_2 PARTITION OF users DEFAULT WITH (autovacuum_enabled = off);\n"
      })
  void waits_while_too_many_rows_are_dead(String table, TestDatabase auth) {
    var project =
        project(auth, table, "-- deed: backfill batch=200 pause=130ms target=off max-dead=10%");
    var reasons = new CopyOnWriteArrayList<String>();

    var run =
        project.apply(
            waiting(reason -> {
              reasons.add(reason);
              if (reasons.size() == 1) {
                assertThat(auth.query("SELECT waits FROM deed.backfill")).containsExactly(reason);
              }
              auth.execute("VACUUM users");
            }));

    assertThat(run.failure()).isNull();
    assertThat(reasons)
        .isNotEmpty()
        .allMatch(r -> r.matches("\\d+ % of the table's rows are dead"));
    assertThat(auth.query("SELECT state, waits FROM deed.backfill")).containsExactly("proved|");
  }

  /// A trigger holds the second batch open until another session waits for one of its rows.
  @Test
  void makes_the_next_batch_smaller_where_others_wait(TestDatabase auth) {
    var project =
        project(
            auth,
            """
            CREATE TABLE users (id bigint PRIMARY KEY, name text, n int);
            CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                FOR i IN 1..1000 LOOP
                    EXIT WHEN EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)));
                    PERFORM pg_sleep(0.02);
                END LOOP;
                RETURN new;
            END
            $$;
            CREATE TRIGGER linger BEFORE UPDATE ON users FOR EACH ROW WHEN (old.id = 150) EXECUTE FUNCTION linger();
            """,
            "-- deed: backfill batch=100 target=20s");
    var writer =
        CompletableFuture.runAsync(() -> {
          auth.await(
              "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
              "1");
          auth.execute("UPDATE users SET n = 1 WHERE id = 101");
        });

    assertThat(project.apply().failure()).isNull();
    writer.join();
    assertThat(
            auth.query(
                "SELECT count(*) FROM users WHERE n IS NULL GROUP BY xmin::text ORDER BY min(id) LIMIT 5"))
        .containsExactly("100", "99", "50", "100", "100");
  }

  @Test
  void waits_while_a_replica_is_behind(TestDatabase auth) throws Exception {
    var project =
        project(auth, TABLE, "-- deed: backfill batch=200 pause=130ms target=off max-lag=300ms");
    var reasons = new CopyOnWriteArrayList<String>();
    try (var replica = replica(() -> SlowReplica.of(auth))) {
      var run =
          project.apply(
              waiting(reason -> {
                reasons.add(reason);
                assertThat(auth.query("SELECT waits FROM deed.backfill")).containsExactly(reason);
                if (reasons.size() == 3) {
                  replica.replay();
                }
              }));

      assertThat(run.failure()).isNull();
    }
    assertThat(reasons)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(r -> r.matches("replica slow replica is \\d+\\.\\d s behind"));
    assertThat(auth.query("SELECT state, waits FROM deed.backfill")).containsExactly("proved|");
  }

  @Test
  void does_not_wait_for_an_archive_of_wal(TestDatabase auth) throws Exception {
    var project =
        project(auth, TABLE, "-- deed: backfill batch=200 pause=130ms target=off max-lag=300ms");
    var reasons = new CopyOnWriteArrayList<String>();
    try (var _ = replica(() -> SlowReplica.archive(auth))) {
      assertThat(project.apply(waiting(reasons::add)).failure()).isNull();
      auth.await("SELECT replay_lag > '1 s' AND replay_lsn IS NULL FROM pg_stat_replication", "t");
    }
    assertThat(reasons).isEmpty();
  }

  @Test
  void says_that_replicas_are_hidden_from_the_role(TestDatabase auth) throws Exception {
    var role = "filler_" + auth.name();
    auth.execute(
        "CREATE ROLE %1$s LOGIN PASSWORD 'secret'; ALTER DATABASE %2$s OWNER TO %1$s; ALTER SCHEMA public OWNER TO %1$s"
            .formatted(role, auth.name()));
    var own = new TestDatabase(auth.host(), auth.port(), auth.name(), role, "secret");
    var warnings = new CopyOnWriteArrayList<String>();
    Consumer<RunEvent> listener =
        event -> {
          if (event instanceof RunEvent.Noticed noticed) {
            warnings.add(noticed.message());
          }
        };
    try {
      project(own, TABLE, "-- deed: backfill").apply(listener);
      assertThat(warnings).isEmpty();
      try (var _ = replica(() -> SlowReplica.of(auth))) {
        own.execute("UPDATE users SET name = upper(name)");
        new Project(folder)
            .on(AUTH, own)
            .file("auth/web/3_again.sql", "-- deed: backfill batch=100\n" + LOWER)
            .file("auth/web/4_off.sql", "-- deed: backfill max-lag=off\n" + LOWER)
            .apply(listener);
      }
      assertThat(warnings)
          .containsExactly(
              "role %1$s may not see how far replicas are behind, so the backfill does not wait for them: GRANT pg_read_all_stats TO %1$s"
                  .formatted(role));
    } finally {
      auth.execute(
          "ALTER DATABASE %2$s OWNER TO CURRENT_USER; REASSIGN OWNED BY %1$s TO CURRENT_USER; DROP OWNED BY %1$s; DROP ROLE %1$s"
              .formatted(role, auth.name()));
    }
  }

  private static SlowReplica replica(Callable<SlowReplica> start) throws Exception {
    try {
      return start.call();
    } catch (SQLException e) {
      return abort("the server lets no replica in: " + e.getMessage());
    }
  }

  private static Consumer<RunEvent> waiting(Consumer<String> reasons) {
    return event -> {
      if (event instanceof RunEvent.BackfillProgress progress && progress.waits() != null) {
        reasons.accept(progress.waits());
      }
    };
  }

  private Project project(TestDatabase auth, String table, String directive) {
    return new Project(folder)
        .on(AUTH, auth)
        .file("auth/web/1_users.sql", table + ROWS)
        .file("auth/web/2_fill.sql", directive + "\n" + LOWER);
  }
}
