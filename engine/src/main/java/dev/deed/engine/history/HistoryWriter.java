package dev.deed.engine.history;

import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.protocol.HistorySql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the history rows of one run, in the current transaction.
///
/// @param run a unique identifier of the run
public record HistoryWriter(Connection connection, UUID run) {

  /// The state of a migration to be written.
  ///
  /// @param finished checksums of the statements that are done
  /// @param begun a statement outside of transactions is about to be sent
  /// @param error null unless PostgreSQL refused something
  public record Entry(
      HistoryRow.State state,
      List<Checksum> finished,
      boolean begun,
      Duration took,
      @Nullable String error) {
    public Entry {
      finished = List.copyOf(finished);
    }

    public static Entry done(HistoryRow.State state, Duration took) {
      return new Entry(state, List.of(), false, took, null);
    }
  }

  private static final String EVENT =
      """
      insert into deed.event (run, version, service, event, checksum, took, detail)
      values (?, ?, ?, ?, ?, pg_catalog.make_interval(secs => ?), ?)
      """;

  private static final String OUTCOME =
      "select state from deed.migration where version = ? and run = ? and not begun and finished = ?";

  public void record(PlannedMigration move, Entry entry) throws SQLException {
    var name = move.name();
    var stored = move.stored();
    try (var statement = connection.prepareStatement(HistorySql.RECORD)) {
      statement.setString(1, name.version().text());
      statement.setString(2, name.service().text());
      statement.setString(3, name.slug());
      statement.setString(4, move.file().path());
      statement.setString(5, HistorySql.textOf(entry.state()));
      statement.setString(6, stored.checksum().hex());
      statement.setString(7, stored.up());
      statement.setString(8, stored.down());
      statement.setString(9, stored.irreversible());
      var requires = stored.requires().stream().map(Requirement::toString).toArray();
      statement.setArray(10, connection.createArrayOf("text", requires));
      statement.setInt(11, move.statements());
      statement.setArray(12, texts(entry.finished()));
      statement.setBoolean(13, entry.begun());
      statement.setBoolean(14, move.outOfOrder());
      statement.setDouble(15, entry.took().toNanos() / 1e9);
      statement.setString(16, entry.error());
      statement.setObject(17, run);
      statement.executeUpdate();
    }
  }

  /// Writes the progress of an unfinished migration, without an event.
  public void progress(PlannedMigration move, Entry entry) throws SQLException {
    try (var statement = connection.prepareStatement(HistorySql.PROGRESS)) {
      statement.setArray(1, texts(entry.finished()));
      statement.setBoolean(2, entry.begun());
      statement.setString(3, HistorySql.textOf(entry.state()));
      statement.setObject(4, run);
      statement.setString(5, move.name().version().text());
      statement.executeUpdate();
    }
  }

  /// Restores the row from before a rollback of which nothing was done.
  public void asBefore(PlannedMigration move) throws SQLException {
    try (var statement = connection.prepareStatement(HistorySql.AS_BEFORE)) {
      statement.setObject(1, run);
      statement.setString(2, move.name().version().text());
      statement.executeUpdate();
    }
  }

  /// Records an event that left the row as it was.
  public void event(PlannedMigration move, String event, Duration took, @Nullable String detail)
      throws SQLException {
    try (var statement = connection.prepareStatement(EVENT)) {
      statement.setObject(1, run);
      statement.setString(2, move.name().version().text());
      statement.setString(3, move.name().service().text());
      statement.setString(4, event);
      statement.setString(5, move.stored().checksum().hex());
      statement.setDouble(6, took.toNanos() / 1e9);
      statement.setString(7, detail);
      statement.executeUpdate();
    }
  }

  /// True if this run has recorded exactly this entry: asked after a lost connection.
  public boolean isRecorded(PlannedMigration move, Entry entry) throws SQLException {
    try (var statement = connection.prepareStatement(OUTCOME)) {
      statement.setString(1, move.name().version().text());
      statement.setObject(2, run);
      statement.setArray(3, texts(entry.finished()));
      try (var results = statement.executeQuery()) {
        return results.next() && HistorySql.textOf(entry.state()).equals(results.getString(1));
      }
    }
  }

  private java.sql.Array texts(List<Checksum> checksums) throws SQLException {
    return connection.createArrayOf("text", checksums.stream().map(Checksum::hex).toArray());
  }
}
