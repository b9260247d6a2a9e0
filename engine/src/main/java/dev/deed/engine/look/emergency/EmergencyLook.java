package dev.deed.engine.look.emergency;

import dev.deed.engine.History;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.ThroughPool;
import dev.deed.engine.history.HistoryTable;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Looks at a server that may be in trouble: everything that can be read within three seconds, by
/// one connection, in transactions that change nothing.
public final class EmergencyLook {

  /// What stays of the limit for the start of the program and for the screen.
  private static final Duration REST = Duration.ofMillis(700);

  private static final Duration LAST_ANSWER = Duration.ofMillis(300);

  /// A session that cannot begin must not stay on the server: it would use up a connection.
  private static final String SOON = "lock_timeout=300";

  private static final String NEXT_DOOR = "postgres";

  private EmergencyLook() {}

  /// A server that accepts a connection and does not answer is left alone when the time is over.
  ///
  /// @param limit for all of it, at least two seconds
  public static Emergency at(Address address, Duration limit) {
    var hurried = with(address, address.url().within(limit.multipliedBy(2).dividedBy(3)));
    var whole = limit.minus(REST);
    var end = System.nanoTime() + whole.minus(LAST_ANSWER).toNanos();
    var answer = new CompletableFuture<Emergency>();
    Thread.ofPlatform()
        .daemon()
        .name("deed-emergency")
        .start(() -> {
          try {
            answer.complete(look(hurried, end));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Emergency.failed(address.target(), silent(address, limit));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Emergency.failed(address.target(), silent(address, limit));
    }
  }

  private static Emergency look(Address address, long end) {
    try {
      return connected(with(address, address.url().beginningWith(SOON)), end);
    } catch (UserException failure) {
      if (isPoolsRefusal(failure)) {
        return orFailed(address, end);
      }
      return SqlStates.isLockNotAvailable(failure.getCause())
          ? fromNextDoor(address, end, failure)
          : Emergency.failed(address.target(), FullServer.explained(address, failure));
    }
  }

  /// Through a pool that takes no settings at the start of a session.
  private static Emergency orFailed(Address address, long end) {
    try {
      return connected(address, end);
    } catch (UserException failure) {
      return Emergency.failed(address.target(), FullServer.explained(address, failure));
    }
  }

  private static boolean isPoolsRefusal(UserException failure) {
    return String.valueOf(failure.getMessage()).contains("startup parameter");
  }

  /// Sessions and locks are the server's: where a database's catalogs are locked, another database
  /// shows them.
  private static Emergency fromNextDoor(Address address, long end, UserException failure) {
    var target = address.target();
    var next =
        new Address(
            target,
            address.url().of(NEXT_DOOR).beginningWith(SOON),
            new Address.Expected(address.expected().host(), null));
    try (var connections = Connections.open(next, Patience.of(Duration.ZERO));
        var lent = connections.connect()) {
      var hurry = new Hurry(lent.connection(), left(end));
      var server = hurry.ask("the server's state", EmergencyLook::server);
      var sessions = new SessionsReader(hurry).read();
      var unread = new ArrayList<>(hurry.unread());
      unread.add(
          new Unread(
              "what is in database " + address.url().database(),
              "no session can begin there, because its catalogs are locked; this was read in database "
                  + NEXT_DOOR));
      return new Emergency(target, server, sessions, List.of(), null, unread, null);
    } catch (UserException alsoFailed) {
      return Emergency.failed(target, failure);
    }
  }

  private static Emergency connected(Address address, long end) {
    try (var connections = Connections.open(address, Patience.of(Duration.ZERO));
        var lent = connections.connect()) {
      return read(address, new Hurry(lent.connection(), left(end)));
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private static Address with(Address address, ConnectionUrl url) {
    return new Address(address.target(), url, address.expected());
  }

  private static Emergency read(Address address, Hurry hurry) {
    var server = hurry.ask("the server's state", EmergencyLook::server);
    var sessions = new SessionsReader(hurry).read();
    var history =
        hurry.ask(
            "the history", asked -> new HistoryTable(address.target().database()).read(asked));
    var left = new LeftIndexes(hurry).read();
    return new Emergency(
        address.target(),
        server,
        sessions,
        left,
        history,
        explained(hurry.unread(), sessions, history),
        null);
  }

  private static ServerState server(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var rows =
          Hurry.read(
              statement.executeQuery(EmergencySql.SERVER),
              row ->
                  new ServerState(
                      row.getInt("postgres"),
                      String.valueOf(row.getString("role")),
                      String.valueOf(row.getString("database")),
                      row.getBoolean("standby"),
                      row.getBoolean("reads_all"),
                      ThroughPool.is(connection, row.getInt("pid")),
                      new ServerState.Slots(
                          row.getInt("most"), row.getInt("reserved"), row.getInt("used")),
                      row.getLong("oldest")));
      return rows.getFirst();
    }
  }

  /// Names the session that locks deed's tables.
  private static List<Unread> explained(
      List<Unread> unread, Sessions sessions, @Nullable History history) {
    if (history != null) {
      return unread;
    }
    var lockers =
        EmergencySql.HISTORY.stream()
            .flatMap(sessions::lockersOf)
            .map(session -> "pid " + session.pid())
            .distinct()
            .toList();
    return unread.stream()
        .map(one ->
            one.what().equals("the history") && !lockers.isEmpty()
                ? new Unread(one.what(), "locked by " + String.join(", ", lockers))
                : one)
        .toList();
  }

  private static NoConnection silent(Address address, Duration limit) {
    return new NoConnection(
        "%s: %s did not answer within %d s"
            .formatted(address.target().words(), address.url().place(), limit.toSeconds()),
        "the server hangs, its disk or its network does, or a pool has no connection to lend:"
            + " connect to PostgreSQL itself, on its own machine if needed (deed emergency --url URL)",
        null);
  }
}
