package dev.deed.engine.history;

import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `deed.event` of one database, read only if there is a history.
public final class EventTable {

  private static final String EVENTS =
      """
      select version, at, event, who, pg_catalog.host(address) as address, checksum,
             extract(epoch from took) as seconds, detail
      from deed.event
      order by id
      """;

  private EventTable() {}

  /// In the order in which they happened.
  public static List<HistoryEvent> read(Connection connection) throws SQLException {
    var events = new ArrayList<HistoryEvent>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(EVENTS)) {
      while (results.next()) {
        events.add(event(results));
      }
    }
    return events;
  }

  private static HistoryEvent event(ResultSet results) throws SQLException {
    return new HistoryEvent(
        text(results, "version"),
        at(results),
        text(results, "event"),
        text(results, "who"),
        results.getString("address"),
        new Checksum(text(results, "checksum")),
        Duration.ofNanos(Math.round(results.getDouble("seconds") * 1e9)),
        results.getString("detail"));
  }

  private static Instant at(ResultSet results) throws SQLException {
    var at = results.getObject("at", OffsetDateTime.class);
    return at == null ? Instant.EPOCH : at.toInstant();
  }

  /// The column has no nulls in this table.
  private static String text(ResultSet results, String column) throws SQLException {
    return Objects.requireNonNullElse(results.getString(column), "");
  }
}
