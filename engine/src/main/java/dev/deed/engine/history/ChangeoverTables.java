package dev.deed.engine.history;

import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.ChangeoverEvidence.Acknowledgement;
import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.ChangeoverEvidence.OldWriter;
import dev.deed.engine.Direction;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.sql.ServiceName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What `deed.acknowledgement`, `deed.column_writer` and `deed.backfill` say; read only where a
/// migration of the history has to do with them.
final class ChangeoverTables {

  private static final String READABLE =
      """
      select bool_and(coalesce(
          pg_catalog.has_table_privilege(pg_catalog.to_regclass(name), 'select'), false))
      from (values ('deed.acknowledgement'), ('deed.column_writer'), ('deed.backfill')) t (name)
      """;

  private static final String WORDS =
      "select change, service, release, who, at from deed.acknowledgement order by at, id";

  private static final String WRITERS =
      """
      select change, role, application, sum(writes) as writes, max(last) as last
      from deed.column_writer group by change, role, application order by change, role, application
      """;

  private static final String BACKFILLS =
      """
      select version, direction, statement, table_name, state, rows, passed, estimate,
             coalesce(waits, proof) as note, at
      from deed.backfill order by version, direction, statement
      """;

  private final Connection connection;

  private ChangeoverTables(Connection connection) {
    this.connection = connection;
  }

  static ChangeoverEvidence read(Connection connection, List<HistoryRow> rows) throws SQLException {
    var tables = new ChangeoverTables(connection);
    return rows.stream().anyMatch(ChangeoverTables::isConcerned) && tables.isReadable()
        ? new ChangeoverEvidence(tables.words(), tables.writers(), tables.backfills())
        : ChangeoverEvidence.NONE;
  }

  private static boolean isConcerned(HistoryRow row) {
    var up = row.stored().up();
    var down = row.stored().down();
    return (Section.addressesDeed(up) && (up.contains("changeover") || up.contains("backfill")))
        || (down != null && Section.addressesDeed(down) && down.contains("backfill"));
  }

  private boolean isReadable() throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(READABLE)) {
      return results.next() && results.getBoolean(1);
    }
  }

  private List<Acknowledgement> words() throws SQLException {
    return all(
        WORDS,
        row ->
            new Acknowledgement(
                text(row, "change"),
                new ServiceName(text(row, "service")),
                row.getString("release"),
                text(row, "who"),
                instant(row, "at")));
  }

  private List<OldWriter> writers() throws SQLException {
    return all(
        WRITERS,
        row ->
            new OldWriter(
                text(row, "change"),
                text(row, "role"),
                text(row, "application"),
                row.getLong("writes"),
                instant(row, "last")));
  }

  private List<BackfillState> backfills() throws SQLException {
    return all(BACKFILLS, ChangeoverTables::backfill);
  }

  private static BackfillState backfill(ResultSet row) throws SQLException {
    return new BackfillState(
        new Version(text(row, "version")),
        text(row, "direction").equals("down") ? Direction.DOWN : Direction.UP,
        row.getInt("statement"),
        text(row, "table_name"),
        text(row, "state"),
        new ChangeoverEvidence.Walk(
            row.getLong("rows"), row.getLong("passed"), row.getLong("estimate")),
        row.getString("note"),
        instant(row, "at"));
  }

  private <T> List<T> all(String sql, Reading<T> reading) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      var all = new ArrayList<T>();
      while (results.next()) {
        all.add(reading.of(results));
      }
      return all;
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? Instant.EPOCH : at.toInstant();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
