package dev.deed.engine.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Backend;
import dev.deed.engine.connect.BorrowedConnection;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.PooledConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The session that makes and drops scratch databases. It holds an advisory lock for each, so that
/// others see that its program still runs.
final class ScratchKeeper implements AutoCloseable {

  /// Of the advisory locks: "dscr" in ASCII.
  private static final int LOCK_CLASS = 0x64736372;

  private static final String NOW =
      "SELECT pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS')";

  private static final String HOLD =
      "SELECT pg_catalog.pg_advisory_lock(%d, pg_catalog.hashtext(?))".formatted(LOCK_CLASS);

  private static final String RELEASE =
      "SELECT pg_catalog.pg_advisory_unlock(%d, pg_catalog.hashtext(?))".formatted(LOCK_CLASS);

  private static final String TRY_HOLD =
      "SELECT pg_catalog.pg_try_advisory_lock(%d, pg_catalog.hashtext(?))".formatted(LOCK_CLASS);

  private static final String TRY_SHARE =
      "SELECT pg_catalog.pg_try_advisory_lock_shared(%d, pg_catalog.hashtext(?))"
          .formatted(LOCK_CLASS);

  private static final String UNSHARE =
      "SELECT pg_catalog.pg_advisory_unlock_shared(%d, pg_catalog.hashtext(?))"
          .formatted(LOCK_CLASS);

  private static final String SESSIONS =
      "SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE datname = ?";

  /// `pg_locks` shows the locks of all databases. A branch that does not say when it expires, as
  /// deed writes it, is left alone.
  private static final String LEFTOVERS =
      """
      SELECT d.datname
      FROM pg_catalog.pg_database d
      WHERE CASE
              WHEN d.datname LIKE 'deed\\_scratch\\_%%' THEN true
              WHEN d.datname LIKE 'deed\\_branch\\_%%'
                   AND pg_catalog.shobj_description(d.oid, 'pg_database') ~ '%s'
              THEN pg_catalog.substring(pg_catalog.shobj_description(d.oid, 'pg_database'), '\\S+$')
                     ::timestamptz < pg_catalog.clock_timestamp()
              ELSE false
            END
        AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_locks l
          WHERE l.locktype = 'advisory' AND l.classid = %d AND l.objsubid = 2
            AND l.pid <> pg_catalog.pg_backend_pid()
            AND l.objid::bigint
                = (pg_catalog.hashtext(d.datname)::bigint + 4294967296) %% 4294967296)
      ORDER BY d.datname
      """
          .formatted(ScratchBranch.REMARK, LOCK_CLASS);

  private static final String BRANCHES =
      """
      SELECT d.datname, pg_catalog.shobj_description(d.oid, 'pg_database') AS remark,
             CASE WHEN pg_catalog.has_database_privilege(d.oid, 'CONNECT')
                  THEN pg_catalog.pg_database_size(d.oid) ELSE 0 END AS bytes
      FROM pg_catalog.pg_database d
      WHERE d.datname LIKE 'deed\\_branch\\_%%'
        AND pg_catalog.shobj_description(d.oid, 'pg_database') ~ '%s'
      ORDER BY d.datname
      """
          .formatted(ScratchBranch.REMARK);

  private static final String WHO =
      """
      SELECT 'pid ' || pid || ' (' || coalesce(usename, '') || ', ' || coalesce(application_name, '') || ')'
      FROM pg_catalog.pg_stat_activity WHERE datname = ? ORDER BY pid LIMIT 5
      """;

  private static final String FOLDER =
      """
      SELECT CASE WHEN (pg_catalog.inet_server_addr() IS NULL
                        OR host(pg_catalog.inet_server_addr()) IN ('127.0.0.1', '::1'))
                       AND pg_catalog.pg_has_role('pg_read_all_settings', 'MEMBER')
             THEN pg_catalog.current_setting('data_directory') END
      """;

  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Address address;
  private final Connections connections;
  private final BorrowedConnection lent;
  private final Backend backend;

  private ScratchKeeper(Address address, Connections connections, BorrowedConnection lent)
      throws SQLException {
    this.address = address;
    this.connections = connections;
    this.lent = lent;
    this.backend = Backend.of(lent.connection());
  }

  /// @throws PooledConnection if the session, and so its locks, may become another program's
  static ScratchKeeper open(Address address, Patience patience) {
    PooledConnection.refuse(address);
    var connections = Connections.open(address, patience);
    try {
      var keeper = new ScratchKeeper(address, connections, connections.connect());
      var pool = connections.pool(keeper.lent.connection(), keeper.backend);
      if (pool.isPresent()) {
        throw pool.get();
      }
      keeper.noticeEndOfClient();
      return keeper;
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    } catch (SQLException e) {
      connections.close();
      throw ScratchFailed.of(address.url().place(), "", e);
    }
  }

  /// Where the program is killed while the server makes a copy, the server would complete it.
  /// Servers on some systems cannot notice.
  private void noticeEndOfClient() {
    try {
      ask(
          "SELECT pg_catalog.set_config('client_connection_check_interval', '1s', false)",
          List.of());
    } catch (ScratchFailed _) {
      // The next program finds the copy.
    }
  }

  /// Ends another one's session, and with it what it is doing and what it holds.
  void end(ScratchKeeper other, Duration longest) {
    var deadline = System.nanoTime() + longest.toNanos();
    try {
      other.backend.end(lent.connection());
      while (other.backend.isThere(lent.connection()) && System.nanoTime() < deadline) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (SQLException e) {
      throw ScratchFailed.of(address.url().place(), "", e);
    }
  }

  /// As digits, by the server's clock.
  String now() {
    return ask(NOW, List.of()).getFirst().getFirst();
  }

  void hold(String name) {
    ask(HOLD, List.of(name));
  }

  void release(String name) {
    ask(RELEASE, List.of(name));
  }

  /// Does not wait for another session that holds or shares it.
  boolean tryHold(String name) {
    return ask(TRY_HOLD, List.of(name)).getFirst().getFirst().equals("t");
  }

  /// Together with other sessions that share it.
  boolean tryShare(String name) {
    return ask(TRY_SHARE, List.of(name)).getFirst().getFirst().equals("t");
  }

  void unshare(String name) {
    ask(UNSHARE, List.of(name));
  }

  List<String> leftovers() {
    return ask(LEFTOVERS, List.of()).stream().map(List::getFirst).toList();
  }

  List<ScratchBranch> branches() {
    return ask(BRANCHES, List.of()).stream()
        .map(row -> new ScratchBranch(row.get(0), row.get(1), Long.parseLong(row.get(2))))
        .toList();
  }

  /// A server process ends a moment after its client has gone.
  void awaitEnd(String database, Duration longest) {
    var deadline = System.nanoTime() + longest.toNanos();
    while (!ask(SESSIONS, List.of(database)).getFirst().getFirst().equals("0")
        && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  List<String> sessions(String database) {
    return ask(WHO, List.of(database)).stream().map(List::getFirst).toList();
  }

  long bytesOf(String database) {
    return Long.parseLong(
        ask("SELECT pg_catalog.pg_database_size(?::name)", List.of(database))
            .getFirst()
            .getFirst());
  }

  /// On this machine only.
  Optional<String> dataFolder() {
    return ask(FOLDER, List.of()).stream()
        .map(List::getFirst)
        .filter(f -> !f.equals("null"))
        .findFirst();
  }

  void execute(String sql) {
    try (var statement = lent.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw ScratchFailed.of(address.url().place(), sql, e);
    }
  }

  List<List<String>> ask(String sql, List<String> parameters) {
    try (var query = lent.connection().prepareStatement(sql)) {
      for (var i = 0; i < parameters.size(); i++) {
        query.setString(i + 1, parameters.get(i));
      }
      try (var results = query.executeQuery()) {
        var rows = new ArrayList<List<String>>();
        while (results.next()) {
          var row = new ArrayList<String>();
          for (var i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(results.getString(i)));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw ScratchFailed.of(address.url().place(), sql, e);
    }
  }

  @Override
  public void close() {
    lent.close();
    connections.close();
  }
}
