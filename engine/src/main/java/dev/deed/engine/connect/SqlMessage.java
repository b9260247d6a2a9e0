package dev.deed.engine.connect;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
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

  /// The first columns of deed's own answers are called like this.
  private static final String OWN = "deed_";

  private static final int[] NO_PARAMETERS = {};

  private final List<String> answers = new ArrayList<>();
  private final Consumer<SQLWarning> notices;
  private final boolean tellsOfFirst;
  private final Map<String, List<Tuple>> labelled = new HashMap<>();
  private @Nullable Tuple row;
  private long count;

  public SqlMessage() {
    this(notice -> {});
  }

  /// @param notices told of PostgreSQL's notices and warnings as they arrive: there may be more of
  ///   them than this process could keep
  public SqlMessage(Consumer<SQLWarning> notices) {
    this(notices, false);
  }

  private SqlMessage(Consumer<SQLWarning> notices, boolean tellsOfFirst) {
    this.notices = notices;
    this.tellsOfFirst = tellsOfFirst;
  }

  /// @param notices told of those that belong to the first command
  public static SqlMessage tellingOfFirst(Consumer<SQLWarning> notices) {
    return new SqlMessage(notices, true);
  }

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

  /// Sends a statement that may commit by itself, and more that is read before the server counts
  /// the statement as ended: what it wrote is still told apart from what others write.
  ///
  /// @throws SQLException of the first command that failed
  public void send(BaseConnection connection, String sql, List<String> more) throws SQLException {
    var all =
        Stream.concat(Stream.of(sql), more.stream())
            .map(text -> new NativeQuery(text, NO_PARAMETERS, false, SqlCommand.BLANK))
            .toList();
    var executor = connection.getQueryExecutor();
    var flags = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN;
    executor.execute(executor.wrap(all), null, this, 0, 0, flags);
  }

  /// The tags of the commands that succeeded, in order: `SELECT`, `COMMIT`.
  public List<String> answers() {
    return answers;
  }

  /// The first column of the last row.
  public Optional<String> value() {
    var bytes = row == null ? null : row.get(0);
    return Optional.ofNullable(bytes).map(text -> new String(text, StandardCharsets.UTF_8));
  }

  /// Rows that the last command changed.
  public long count() {
    return count;
  }

  /// The answer to a query of deed's own, empty where there was none.
  ///
  /// @param label of its first column
  public List<List<String>> rows(String label) {
    return labelled.getOrDefault(label, List.of()).stream().map(SqlMessage::texts).toList();
  }

  private static List<String> texts(Tuple row) {
    var texts = new ArrayList<String>();
    for (var i = 0; i < row.fieldCount(); i++) {
      var bytes = row.get(i);
      texts.add(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor cursor) {
    answers.add("SELECT");
    if (!rows.isEmpty()) {
      row = rows.getLast();
    }
    if (fields.length > 0 && fields[0].getColumnLabel().startsWith(OWN)) {
      labelled.put(fields[0].getColumnLabel(), rows);
    }
  }

  @Override
  public void handleCommandStatus(String status, long changed, long oid) {
    answers.add(status);
    count = changed;
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    if (!tellsOfFirst || answers.isEmpty()) {
      notices.accept(warning);
    }
  }
}
