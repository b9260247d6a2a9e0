package dev.deed.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collections;
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
class FirstRowsTest {

  private final List<Integer> parts = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @Test
  void holds_few_rows_at_a_time_and_counts_all(TestDatabase database) throws SQLException {
    var rows = sent(database, "SELECT n, NULL AS none FROM generate_series(1, 100000) n");

    assertThat(Collections.max(parts)).isLessThanOrEqualTo(100);
    assertThat(rows.count()).isEqualTo(100000);
    assertThat(rows.columns()).containsExactly("n", "none");
    assertThat(rows.first()).containsExactly(List.of("1", "null"), List.of("2", "null"));
  }

  @Test
  void runs_a_query_to_its_end(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE called (n int)");
    database.execute(
        "CREATE FUNCTION call(n int) RETURNS int LANGUAGE sql AS 'INSERT INTO called VALUES (n) RETURNING n'");

    assertThat(sent(database, "SELECT call(n) FROM generate_series(1, 1000) n").count())
        .isEqualTo(1000);
    assertThat(database.query("SELECT count(*) FROM called")).containsExactly("1000");
  }

  @Test
  void knows_an_answer_without_rows(TestDatabase database) throws SQLException {
    var rows = sent(database, "SELECT 1 AS one WHERE false");

    assertThat(rows.isQuery()).isTrue();
    assertThat(rows.columns()).containsExactly("one");
    assertThat(rows.count()).isZero();
  }

  @Test
  void counts_what_other_statements_write(TestDatabase database) throws SQLException {
    var rows = sent(database, "CREATE TABLE written AS SELECT FROM generate_series(1, 7)");

    assertThat(rows.isQuery()).isFalse();
    assertThat(rows.written()).isEqualTo(7);
  }

  @Test
  void returns_the_rows_that_a_statement_writes(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE returned (n int)");

    var rows =
        sent(database, "INSERT INTO returned SELECT generate_series(1, 1000) RETURNING n AS m");

    assertThat(rows.count()).isEqualTo(1000);
    assertThat(rows.columns()).containsExactly("m");
  }

  @Test
  void tells_notices_as_they_arrive(TestDatabase database) {
    assertThatThrownBy(() ->
            sent(database, "DO $$ BEGIN RAISE NOTICE 'before'; RAISE EXCEPTION 'the end'; END $$"))
        .hasMessageContaining("the end");
    assertThat(notices).containsExactly("before");
  }

  private FirstRows sent(TestDatabase database, String sql) throws SQLException {
    var rows =
        new FirstRows(2, this::notice) {
          @Override
          public void handleResultRows(
              Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor more) {
            parts.add(tuples.size());
            super.handleResultRows(query, fields, tuples, more);
          }
        };
    try (var connection = database.connect()) {
      try (var begin = connection.createStatement()) {
        begin.execute("BEGIN");
      }
      rows.send(connection.unwrap(BaseConnection.class), sql);
      try (var commit = connection.createStatement()) {
        commit.execute("COMMIT");
      }
    }
    return rows;
  }

  private void notice(SQLWarning warning) {
    notices.add(String.valueOf(warning.getMessage()));
  }
}
