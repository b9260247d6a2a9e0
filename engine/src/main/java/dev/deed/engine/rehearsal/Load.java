package dev.deed.engine.rehearsal;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Programs that work in a copy while a migration runs there: each sends a script again and again
/// in a session of its own.
public final class Load implements AutoCloseable {

  private static final String NAME = "SET application_name = 'deed load'";

  private static final String WAITING =
      """
      SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND application_name = 'deed load'
        AND wait_event_type = 'Lock'
      """;

  /// How long the load runs alone, to know how fast it usually is.
  private static final Duration ALONE = Duration.ofMillis(500);

  private static final Duration EVERY = Duration.ofMillis(10);

  private final Address address;
  private final Patience patience;
  private final LoadScript script;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Duration> usual = new ArrayList<>();
  private final List<Duration> during = new ArrayList<>();
  private volatile boolean ends;
  private volatile boolean isMeasured;
  private volatile long waitedNanos;
  private long failed;

  private Load(Address address, Patience patience, LoadScript script) {
    this.address = address;
    this.patience = patience;
    this.script = script;
  }

  /// What was seen from the beginning of the run on.
  ///
  /// @param usual median of the time before
  public record Waits(
      long transactions, Duration longest, Duration usual, Duration waited, long failed) {}

  /// Begins, and returns when it is known how fast the load usually is.
  ///
  /// @param clients how many sessions
  public static Load begin(Address address, Patience patience, LoadScript script, int clients) {
    var load = new Load(address, patience, script);
    for (var i = 0; i < clients; i++) {
      var client = i;
      load.start("deed-load", () -> load.work(client));
    }
    load.start("deed-load-watch", load::count);
    LockSupport.parkNanos(ALONE.toNanos());
    load.isMeasured = true;
    return load;
  }

  private void start(String name, Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(work));
  }

  private void work(int client) {
    try (var connections = Connections.open(address, patience);
        var lent = connections.connect()) {
      execute(lent.connection(), NAME);
      while (!ends) {
        var start = System.nanoTime();
        var isDone = once(lent.connection(), client);
        ended(Duration.ofNanos(System.nanoTime() - start), isDone);
      }
    } catch (SQLException | RuntimeException e) {
      // The copy is gone, or the server ended the session.
    }
  }

  private boolean once(Connection connection, int client) throws SQLException {
    var variables = new HashMap<String, Long>();
    variables.put("client_id", (long) client);
    variables.put("scale", 1L);
    try {
      for (var step : script.steps()) {
        switch (step) {
          case LoadScript.Assign assign ->
              variables.put(assign.variable(), assign.value().value(variables));
          case LoadScript.Sleep sleep -> LockSupport.parkNanos(sleep.duration().toNanos());
          case LoadScript.Send send ->
              execute(connection, LoadScript.filled(send.sql(), variables));
        }
      }
      return true;
    } catch (SQLException e) {
      if (connection.isClosed()) {
        throw e;
      }
      execute(connection, "ROLLBACK");
      LockSupport.parkNanos(EVERY.toNanos());
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private synchronized void ended(Duration took, boolean isDone) {
    (isMeasured ? during : usual).add(took);
    failed += isDone || !isMeasured ? 0 : 1;
  }

  private void count() {
    try (var connections = Connections.open(address, patience);
        var lent = connections.connect()) {
      execute(lent.connection(), "SET application_name = 'deed load watch'");
      for (var last = System.nanoTime(); !ends; LockSupport.parkNanos(EVERY.toNanos())) {
        var waiting = waiting(lent.connection());
        var now = System.nanoTime();
        if (isMeasured) {
          waitedNanos += waiting * (now - last);
        }
        last = now;
      }
    } catch (SQLException | RuntimeException e) {
      // The copy is gone.
    }
  }

  private static long waiting(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(WAITING)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// Ends the load when its last transactions have ended.
  public Waits end() {
    close();
    synchronized (this) {
      usual.sort(Duration::compareTo);
      return new Waits(
          during.size(),
          during.stream().max(Duration::compareTo).orElse(Duration.ZERO),
          usual.isEmpty() ? Duration.ZERO : usual.get(usual.size() / 2),
          Duration.ofNanos(waitedNanos),
          failed);
    }
  }

  @Override
  public void close() {
    ends = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
