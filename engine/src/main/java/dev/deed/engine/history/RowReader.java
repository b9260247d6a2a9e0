package dev.deed.engine.history;

import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Requirement;
import dev.deed.engine.Version;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns a row of `deed.migration` into a fact, or explains why it is invalid.
final class RowReader {

  private static final Map<String, HistoryRow.State> STATES =
      Arrays.stream(HistoryRow.State.values())
          .collect(Collectors.toMap(HistorySql::textOf, state -> state));

  private static final String NOTHING = "{}";

  private final DatabaseName database;
  private final ResultSet results;

  RowReader(DatabaseName database, ResultSet results) {
    this.database = database;
    this.results = results;
  }

  HistoryRow row() throws SQLException {
    return new HistoryRow(
        name(), new SourceFile(text("file")), state(), stored(), progress(), attempt());
  }

  private MigrationName name() throws SQLException {
    var version = text("version");
    if (!Version.isVersion(version)) {
      throw new HistoryUnreadable(database, "a row has version `" + version + "`");
    }
    return new MigrationName(
        database, new ServiceName(text("service")), new Version(version), text("slug"));
  }

  private HistoryRow.State state() throws SQLException {
    var text = text("state");
    var state = STATES.get(text);
    if (state == null) {
      throw new HistoryUnreadable(database, "a row has state `" + text + "`");
    }
    return state;
  }

  private HistoryRow.Stored stored() throws SQLException {
    var requires = texts("requires").stream().map(this::requirement).toList();
    return new HistoryRow.Stored(
        new Checksum(text("checksum")),
        text("up"),
        results.getString("down"),
        results.getString("irreversible"),
        requires,
        isAlone());
  }

  /// An older deed has kept no more than the text.
  private boolean isAlone() throws SQLException {
    var alone = results.getBoolean("alone");
    return results.wasNull()
        ? HistoryRow.Stored.isAlone(
            new SourceFile(text("file")), text("up"), results.getString("down"))
        : alone;
  }

  private Requirement requirement(String text) {
    var slash = text.lastIndexOf('/');
    var version = text.substring(slash + 1);
    if (slash < 0 || !Version.isVersion(version)) {
      throw new HistoryUnreadable(database, "a row requires `" + text + "`");
    }
    return new Requirement(new DatabaseName(text.substring(0, slash)), new Version(version));
  }

  private HistoryRow.Progress progress() throws SQLException {
    return new HistoryRow.Progress(
        texts("finished").stream().map(Checksum::new).toList(),
        results.getInt("statements"),
        results.getBoolean("begun"));
  }

  private HistoryRow.Attempt attempt() throws SQLException {
    return new HistoryRow.Attempt(
        results.getLong("position"),
        results.getBoolean("out_of_order"),
        text("who"),
        at(),
        Duration.of(results.getLong("took"), ChronoUnit.MICROS),
        results.getString("error"));
  }

  private Instant at() throws SQLException {
    var micros = results.getLong("at");
    if (results.wasNull()) {
      throw new HistoryUnreadable(database, "a row has no finite time (column at)");
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private String text(String column) throws SQLException {
    var text = results.getString(column);
    if (text == null) {
      throw new HistoryUnreadable(database, "a row has no " + column);
    }
    return text;
  }

  private List<String> texts(String column) throws SQLException {
    if (NOTHING.equals(results.getString(column))) {
      return List.of(); // As in most rows: reading arrays is slow in the driver.
    }
    var array = results.getArray(column);
    if (array == null || !(array.getArray() instanceof String[] texts)) {
      throw new HistoryUnreadable(database, "a row has no list in " + column);
    }
    if (Arrays.asList(texts).contains(null)) {
      throw new HistoryUnreadable(database, "a row has a null in " + column);
    }
    return List.of(texts);
  }
}
