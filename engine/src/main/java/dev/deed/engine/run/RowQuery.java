package dev.deed.engine.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Queries of deed's own, answered by rows of text.
record RowQuery(Session session) {

  List<List<@Nullable String>> rows(String sql) throws SQLException {
    try (var statement = session.statement();
        var results = statement.executeQuery(sql)) {
      var columns = results.getMetaData().getColumnCount();
      var rows = new ArrayList<List<@Nullable String>>();
      while (results.next()) {
        var row = new ArrayList<@Nullable String>(columns);
        for (var column = 1; column <= columns; column++) {
          row.add(results.getString(column));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return rows;
    }
  }
}
