package dev.deed.engine.connect;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/// One message of SQL, sent as it is written, and PostgreSQL's answers to its commands: processing
/// stops at the first failure, so the answers show which command failed. (A JDBC statement discards
/// them when it throws.)
public class SqlMessage extends ResultHandlerBase {

  /// One message; transactions are as the SQL says.
  private static final int AS_WRITTEN =
      QueryExecutor.QUERY_ONESHOT
          | QueryExecutor.QUERY_SUPPRESS_BEGIN
          | QueryExecutor.QUERY_EXECUTE_AS_SIMPLE;

  private final List<String> answers = new ArrayList<>();
  private final List<SQLWarning> warnings = new ArrayList<>();
  private @Nullable Tuple row;

  /// @throws SQLException of the first command that failed
  public void send(BaseConnection connection, String sql) throws SQLException {
    var query = connection.createQuery(sql, false, false).query;
    connection.getQueryExecutor().execute(query, null, this, 0, 0, AS_WRITTEN);
  }

  /// As `send`, but rows are thrown away as they arrive: a query may return more of them than this
  /// process could keep.
  public void sendWithoutRows(BaseConnection connection, String sql) throws SQLException {
    var query = connection.createQuery(sql, false, false).query;
    connection
        .getQueryExecutor()
        .execute(query, null, this, 0, 0, AS_WRITTEN | QueryExecutor.QUERY_NO_RESULTS);
  }

  /// The tags of the commands that succeeded, in order: `SELECT`, `COMMIT`.
  public List<String> answers() {
    return answers;
  }

  /// PostgreSQL's notices and warnings.
  public List<SQLWarning> warnings() {
    return warnings;
  }

  /// The first column of the last row.
  public Optional<String> value() {
    var bytes = row == null ? null : row.get(0);
    return Optional.ofNullable(bytes).map(text -> new String(text, StandardCharsets.UTF_8));
  }

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor cursor) {
    answers.add("SELECT");
    if (!rows.isEmpty()) {
      row = rows.getLast();
    }
  }

  @Override
  public void handleCommandStatus(String status, long count, long oid) {
    answers.add(status);
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    warnings.add(warning);
  }
}
