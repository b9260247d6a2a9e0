package dev.deed.engine.run;

import dev.deed.engine.DatabaseEncoding;
import dev.deed.engine.catalog.NamesBefore;
import dev.deed.engine.connect.Backend;
import dev.deed.engine.connect.BorrowedConnection;
import dev.deed.engine.connect.ConnectionFailure;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.FirstRows;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.Concurrently.Query;
import dev.deed.engine.protocol.ObservationSql;
import dev.deed.sql.UserException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Encoding;

/// One session of PostgreSQL, from the run lock to the end. Transactions are begun and ended by
/// explicit SQL: JDBC stays in auto-commit mode and adds nothing.
final class Session implements AutoCloseable {

  private static final String PID = "SELECT pg_catalog.pg_backend_pid() AS deed_pid; ";

  private final Connections connections;
  private final BorrowedConnection lent;
  private final BaseConnection driver;
  private final Backend backend;
  private final DatabaseEncoding encoding;
  private final PreparedTexts texts = new PreparedTexts();

  /// What has begun a transaction that was not used yet.
  private List<Command> begun = List.of();

  /// What was there when the last transaction that is looked at began.
  private NamesBefore before = NamesBefore.of(List.of());

  private Session(Connections connections, BorrowedConnection lent, Backend backend)
      throws SQLException {
    this.connections = connections;
    this.lent = lent;
    this.driver = lent.connection().unwrap(BaseConnection.class);
    this.backend = backend;
    this.encoding = encoding(driver.getParameterStatus("server_encoding"));
  }

  /// @param name null where the server does not tell it
  private static DatabaseEncoding encoding(@Nullable String name) {
    // The driver takes UTF-8 for those that it does not know.
    return name == null
        ? DatabaseEncoding.UTF8
        : DatabaseEncoding.of(name, Charset.forName(Encoding.getDatabaseEncoding(name).name()));
  }

  /// @throws NotExpected where this is not the database that the environment means
  static Session open(Connections connections) {
    var lent = connections.connect();
    try {
      var connection = lent.connection();
      var backend = Backend.of(connection);
      var pool = connections.pool(connection, backend);
      if (pool.isPresent()) {
        throw pool.get();
      }
      return new Session(connections, lent, backend);
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

  /// What this session has prepared.
  PreparedTexts texts() {
    return texts;
  }

  /// Of the database.
  DatabaseEncoding encoding() {
    return encoding;
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

  /// The same for a text whose queries are not asked for their rows.
  void sendWithoutRows(String sql, Consumer<SQLWarning> notices) throws SQLException {
    new SqlMessage(notices).sendWithoutRows(driver, sql);
  }

  /// One statement in an open transaction: the first rows of its answer, and how many there are.
  FirstRows firstRows(String sql, int most, Consumer<SQLWarning> notices) throws SQLException {
    var rows = new FirstRows(most, notices);
    rows.send(driver, sql);
    return rows;
  }

  void send(SqlMessage message, String sql) throws SQLException {
    message.send(driver, sql);
  }

  /// Sends the beginning of what belongs together, and asks in the same message which session this
  /// is. It is not sent again where it was sent ahead.
  ///
  /// @throws PooledConnection where this is suddenly another session
  void open(String sql) throws SQLException {
    settle();
    var message = send(PID + sql);
    keep(message);
    if (!isHere(message)) {
      throw PooledConnection.seen(connections.address());
    }
  }

  /// Whether exactly that was sent ahead; it is used now.
  boolean hasBegun(List<Command> commands) {
    var isSo = !begun.isEmpty() && begun.equals(commands);
    if (isSo) {
      begun = List.of();
    }
    return isSo;
  }

  /// Ends a transaction, and begins the next one after it.
  ///
  /// @param next as SQL
  /// @param beginning what that says
  void send(SqlMessage message, String sql, String next, List<Command> beginning)
      throws SQLException {
    message.send(driver, sql + "; " + PID + next);
    keep(message);
    begun = isHere(message) ? beginning : List.of();
  }

  /// Sends a statement that may commit by itself, and what is asked about it.
  SqlMessage send(String sql, List<String> more, Consumer<SQLWarning> notices) throws SQLException {
    var message = new SqlMessage(notices);
    message.send(driver, sql, more);
    return message;
  }

  /// What was there at the beginning of the transaction.
  NamesBefore before() {
    return before;
  }

  /// Asks for it, where that is not to be all, for what has changed since it was last asked for.
  String looking(boolean isWhole) {
    if (isWhole) {
      before = NamesBefore.of(List.of());
    }
    return before.first().isEmpty() ? ObservationSql.BEFORE : ObservationSql.since(before.first());
  }

  private void keep(SqlMessage message) {
    var rows = message.rows(ObservationSql.LABEL_BEFORE);
    if (!rows.isEmpty()) {
      before.add(rows);
    }
  }

  /// Gives up a transaction that was begun ahead, or failed to begin.
  void giveUpNext() throws SQLException {
    begun = List.of();
    rollback();
  }

  /// Rolls back a transaction that was begun ahead.
  void settle() throws SQLException {
    if (!begun.isEmpty()) {
      giveUpNext();
    }
  }

  /// Sends texts as they are: no JDBC escapes, no splitting at semicolons.
  Statement statement() throws SQLException {
    var statement = connection().createStatement();
    statement.setEscapeProcessing(false);
    return statement;
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

  /// The first column of what a query finds.
  List<String> find(Query asked) throws SQLException {
    try (var query = connection().prepareStatement(asked.sql())) {
      for (var i = 0; i < asked.parameters().size(); i++) {
        query.setString(i + 1, asked.parameters().get(i));
      }
      try (var results = query.executeQuery()) {
        var found = new ArrayList<String>();
        while (results.next()) {
          found.add(String.valueOf(results.getString(1)));
        }
        return found;
      }
    }
  }

  @Override
  public void close() {
    lent.close();
  }

  private boolean isHere(SqlMessage message) {
    var pid = message.rows("deed_pid");
    return !pid.isEmpty() && pid.getFirst().getFirst().equals(String.valueOf(pid()));
  }
}
