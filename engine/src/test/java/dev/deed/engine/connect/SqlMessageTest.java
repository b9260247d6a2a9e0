package dev.deed.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.Tuple;

@ExtendWith(PostgresExtension.class)
class SqlMessageTest {

  @Test
  void keeps_no_row_however_many_a_query_returns(TestDatabase database) throws SQLException {
    var kept = new ArrayList<Integer>();
    var message =
        new SqlMessage() {
          @Override
          public void handleResultRows(
              Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor cursor) {
            kept.add(rows.size());
            super.handleResultRows(query, fields, rows, cursor);
          }
        };
    try (var connection = database.connect()) {
      message.sendWithoutRows(
          connection.unwrap(BaseConnection.class),
          "SELECT * FROM generate_series(1, 100000); CREATE TABLE t (); SELECT 7; SELECT 8 WHERE false");
    }

    assertThat(kept).containsOnly(0);
    assertThat(message.answers()).contains("CREATE TABLE");
    assertThat(message.value()).isEmpty();
  }
}
