package dev.deed.engine.run;

import dev.deed.engine.connect.Backend;
import dev.deed.engine.connect.BorrowedConnection;
import dev.deed.engine.connect.ConnectionFailure;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.NotExpected;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;

/// One session of PostgreSQL, from the run lock to the end. Transactions are begun and ended by
/// explicit SQL: JDBC stays in auto-commit mode and adds nothing.
final class Session implements AutoCloseable {

  private static final String IDLE_LIMIT = "SET idle_in_transaction_session_timeout = %d; ";
  private static final String NOTICE_GONE_CLIENTS = "SET client_connection_check_interval = '1s'; ";

  /// A client machine that vanished closes no connection: its session, and with it the run lock,
  /// would stay for hours.
  private static final String NOTICE_GONE_MACHINES =
      "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3; ";

  /// Settings of one script must not reach the next one. (Not DISCARD ALL: it releases the run
  /// lock.)
  private static final String FRESH = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; ";

  /// Removes what a script created in its session: a temporary table would hide a table of the next
  /// script.
  private static final String FORGET = "CLOSE ALL; UNLISTEN *; DISCARD TEMP; ";

  private static final String DEALLOCATE = "DEALLOCATE ALL; ";

  private static final String PID = "SELECT pg_catalog.pg_backend_pid(); ";

  /// Ends everything before it in the same message: `SET TRANSACTION` may follow.
  private static final String BEGIN = "BEGIN; END; BEGIN; ";

  private static final String END_OF_SCRIPT =
      "SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE";

  private final Connections connections;
  private final BorrowedConnection lent;
  private final BaseConnection driver;
  private final RunPolicy policy;
  private final Backend backend;
  private final PreparedRecord record = new PreparedRecord();
  private boolean forgets;
  private @Nullable String settings;

  /// The transaction that was begun ahead and is not used yet.
  private @Nullable BeginMessage begun;

  private Session(
      Connections connections, BorrowedConnection lent, RunPolicy policy, Backend backend)
      throws SQLException {
    this.connections = connections;
    this.lent = lent;
    this.driver = lent.connection().unwrap(BaseConnection.class);
    this.policy = policy;
    this.backend = backend;
  }

  /// @throws NotExpected if this is not the database that the environment expects
  static Session open(Connections connections, RunPolicy policy) {
    var lent = connections.connect();
    try {
      var connection = lent.connection();
      NotExpected.refuse(connections.address(), connection);
      var backend = Backend.of(connection);
      var pool = connections.pool(connection, backend);
      if (pool.isPresent()) {
        throw pool.get();
      }
      return new Session(connections, lent, policy, backend);
    } catch (UserException refusal) {
      lent.close();
      throw refusal;
    } catch (SQLException e) {
      lent.close();
      throw ConnectionFailure.of(connections.address(), e);
    }
  }

  Connection connection() {
    return lent.connection();
  }

  Connections connections() {
    return connections;
  }

  /// The server process, as in `pg_stat_activity`.
  int pid() {
    return backend.pid();
  }

  Backend backend() {
    return backend;
  }

  /// How this session records what is done.
  PreparedRecord record() {
    return record;
  }

  PGConnection driver() {
    return driver;
  }

  /// Called from another thread: PostgreSQL cancels the session's current statement.
  void cancel() throws SQLException {
    driver.cancelQuery();
  }

  void execute(String sql) throws SQLException {
    send(new SqlMessage(), sql);
  }

  /// Sends a text as it is: no JDBC escapes, no splitting at semicolons.
  SqlMessage send(String sql) throws SQLException {
    var message = new SqlMessage();
    send(message, sql);
    return message;
  }

  void send(SqlMessage message, String sql) throws SQLException {
    message.send(driver, sql);
  }

  /// Ends a transaction, and begins that of the next script in the same message.
  void send(SqlMessage message, String sql, BeginMessage next) throws SQLException {
    message.send(driver, sql + "; " + PID + forgetting(next.deallocates()) + text(next));
    begun = isHere(message) ? next : null;
  }

  /// Gives up a transaction that was begun ahead, or failed to begin.
  void giveUpNext() throws SQLException {
    begun = null;
    rollback();
  }

  /// Rolls back a transaction that was begun ahead.
  void settle() throws SQLException {
    if (begun != null) {
      giveUpNext();
    }
  }

  /// Sends texts as they are: no JDBC escapes, no splitting at semicolons.
  Statement statement() throws SQLException {
    var statement = connection().createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  /// Begins a transaction for a script.
  ///
  /// @throws PooledConnection if the session has changed
  void begin(BeginMessage beginning) throws SQLException {
    if (beginning.equals(begun)) {
      begun = null;
      forgets = false;
    } else {
      executeHere(beginning.deallocates(), text(beginning));
    }
  }

  /// Begins a transaction for the history.
  void begin() throws SQLException {
    executeHere(true, FRESH + settings() + "BEGIN");
  }

  /// Sets the same limits for a statement outside of transactions.
  void prepareAlone(ServiceName service, Duration lockTimeout, Duration statementTimeout)
      throws SQLException {
    executeHere(true, FRESH + settings() + limits(service, "", lockTimeout, statementTimeout));
  }

  /// The next statements belong to another script.
  void forget() {
    forgets = true;
  }

  /// Checks deferred constraints now, while their errors can be distinguished from the history's.
  /// The history is then written by the connected role.
  void endScript() throws SQLException {
    execute(END_OF_SCRIPT);
  }

  void commit() throws SQLException {
    execute("COMMIT");
  }

  void rollback() throws SQLException {
    execute("ROLLBACK");
  }

  /// Limits the duration of one of deed's own statements.
  void limit(Duration statementTimeout) throws SQLException {
    execute("SET statement_timeout = " + statementTimeout.toMillis());
  }

  void refresh() throws SQLException {
    execute(FRESH + settings());
  }

  @Override
  public void close() {
    lent.close();
  }

  private String limits(
      ServiceName service, String local, Duration lockTimeout, Duration statementTimeout) {
    var role = policy.roles().get(service);
    return "SET %slock_timeout = %d; SET %sstatement_timeout = %d"
            .formatted(local, lockTimeout.toMillis(), local, statementTimeout.toMillis())
        + (role == null ? "" : "; SET " + local + "ROLE " + Identifier.quoted(role));
  }

  private String text(BeginMessage beginning) {
    var modes = beginning.modes().isEmpty() ? "" : "SET TRANSACTION " + beginning.modes() + "; ";
    return FRESH
        + settings()
        + BEGIN
        + modes
        + limits(beginning.service(), "LOCAL ", policy.lockTimeout(), policy.statementTimeout());
  }

  /// Queried from the server on first use: a run with nothing to do does not need them.
  private String settings() {
    var known = settings;
    if (known == null) {
      known =
          IDLE_LIMIT.formatted(policy.idleTimeout().toMillis())
              + NOTICE_GONE_MACHINES
              + (seesGoneClients(connection()) ? NOTICE_GONE_CLIENTS : "");
      settings = known;
    }
    return known;
  }

  /// Returns to the connected role, whatever the last script has set.
  private String forgetting(boolean deallocates) {
    return "RESET SESSION AUTHORIZATION; " + FORGET + (deallocates ? DEALLOCATE : "");
  }

  /// Checks in the same message that the session is still the same.
  private void executeHere(boolean deallocates, String sql) throws SQLException {
    settle();
    if (!isHere(send(PID + (forgets ? forgetting(deallocates) : "") + sql))) {
      throw PooledConnection.seen(connections.address());
    }
    if (forgets && deallocates) {
      record.deallocated();
    }
    forgets = false;
  }

  private boolean isHere(SqlMessage message) {
    return message.value().equals(Optional.of(String.valueOf(pid())));
  }

  /// From PostgreSQL 14 on, if the server's operating system supports it.
  private static boolean seesGoneClients(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute(NOTICE_GONE_CLIENTS);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
