package dev.deed.engine.connect;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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

/// One statement in an open transaction, whose rows are fetched part by part: the first ones are
/// kept, the others counted. (JDBC fetches so only where it begins and ends transactions itself.)
public class FirstRows extends ResultHandlerBase {

  /// Rows that are held at a time.
  private static final int PART = 100;

  private static final int BY_CURSOR =
      QueryExecutor.QUERY_FORWARD_CURSOR
          | QueryExecutor.QUERY_SUPPRESS_BEGIN
          | QueryExecutor.QUERY_NO_BINARY_TRANSFER;

  private static final int[] NO_PARAMETERS = {};

  private final int most;
  private final Consumer<SQLWarning> notices;
  private final List<String> columns = new ArrayList<>();
  private final List<List<String>> first = new ArrayList<>();
  private @Nullable ResultCursor cursor;
  private long count;
  private long written;
  private boolean isQuery;

  /// @param most rows to keep
  /// @param notices told of PostgreSQL's notices as they arrive
  public FirstRows(int most, Consumer<SQLWarning> notices) {
    this.most = most;
    this.notices = notices;
  }

  public void send(BaseConnection connection, String sql) throws SQLException {
    var executor = connection.getQueryExecutor();
    // One statement: the driver refuses to fetch part by part what it takes for several.
    var query =
        executor.wrap(List.of(new NativeQuery(sql, NO_PARAMETERS, false, SqlCommand.BLANK)));
    try {
      executor.execute(query, null, this, 0, PART, BY_CURSOR);
      for (var next = cursor; next != null; next = cursor) {
        cursor = null;
        executor.fetch(next, this, PART, false);
      }
    } finally {
      query.close();
    }
  }

  /// Whether the statement has an answer, also one without rows.
  public boolean isQuery() {
    return isQuery;
  }

  /// The names of the answer's columns.
  public List<String> columns() {
    return columns;
  }

  /// As text; `null` for a null.
  public List<List<String>> first() {
    return first;
  }

  /// All rows of the answer.
  public long count() {
    return count;
  }

  /// Rows that a statement without an answer has written.
  public long written() {
    return written;
  }

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor more) {
    if (!isQuery) {
      isQuery = true;
      Arrays.stream(fields).map(Field::getColumnLabel).forEach(columns::add);
    }
    for (var i = 0; i < rows.size() && first.size() < most; i++) {
      first.add(texts(rows.get(i)));
    }
    count += rows.size();
    cursor = more;
  }

  @Override
  public void handleCommandStatus(String status, long updated, long oid) {
    written = updated;
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    notices.accept(warning);
  }

  private static List<String> texts(Tuple row) {
    var values = new ArrayList<String>();
    for (var i = 0; i < row.fieldCount(); i++) {
      var bytes = row.get(i);
      values.add(bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8));
    }
    return values;
  }
}
