package dev.deed.engine.history;

import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryRemarks;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Requirement;
import dev.deed.engine.Version;
import dev.deed.engine.history.HistoryUnreadable.Damage;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns rows of `deed.migration` into facts. What is wrong with those that cannot be read is
/// collected: nothing is believed of a column that deed cannot have written.
final class RowReader {

  private static final Map<String, HistoryRow.State> STATES =
      Arrays.stream(HistoryRow.State.values())
          .collect(Collectors.toMap(HistorySql::textOf, state -> state));

  private static final String NOTHING = "{}";

  private final DatabaseName database;
  private final int format;
  private final List<Damage> damages = new ArrayList<>();
  private Instant readAt = Instant.EPOCH;

  RowReader(DatabaseName database, int format) {
    this.database = database;
    this.format = format;
  }

  /// Empty if it cannot be read.
  Optional<HistoryRow> row(ResultSet results) throws SQLException {
    readAt = results.getObject("read_at", OffsetDateTime.class).toInstant();
    var row = new Row(results);
    var before = damages.size();
    var read = row.read();
    return damages.size() == before ? Optional.ofNullable(read) : Optional.empty();
  }

  /// @throws HistoryUnreadable if a row could not be read, or two are of one version
  void refuseDamaged(List<HistoryRow> rows) {
    Map<Version, Version> seen = new HashMap<>();
    for (var row : rows) {
      var same = seen.putIfAbsent(row.version(), row.version());
      if (same != null) {
        damages.add(
            new Damage(
                "the rows of versions `%s` and `%s` are of the same version"
                    .formatted(same, row.version()),
                "delete the one that deed did not write: DELETE FROM deed.migration WHERE version = '%s'"
                    .formatted(row.version())));
      }
    }
    if (!damages.isEmpty()) {
      throw new HistoryUnreadable(database, damages);
    }
  }

  /// By the server's own clock.
  Instant readAt() {
    return readAt;
  }

  /// One row, read column by column.
  private final class Row {

    private final ResultSet results;
    private final String version;

    Row(ResultSet results) throws SQLException {
      this.results = results;
      this.version = String.valueOf(results.getString("version"));
    }

    /// @return null if one of the columns cannot be turned into a fact
    @Nullable HistoryRow read() throws SQLException {
      if (!Version.isName(version) || (!Version.isNumber(version) && !isOfTool())) {
        damaged(
            "has a version that is not digits", "DELETE FROM deed.migration WHERE version = %s");
        return null;
      }
      var name =
          new MigrationName(
              database, new ServiceName(text("service")), new Version(version), text("slug"));
      var file = new SourceFile(text("file"));
      var state = state();
      var stored = stored();
      var progress = progress(state, stored);
      var attempt = attempt();
      return state == null ? null : new HistoryRow(name, file, state, stored, progress, attempt);
    }

    /// Only other tools have versions that are not digits: the row names a file of one, which is
    /// not `<service>/<version>_<slug>.sql`.
    private boolean isOfTool() throws SQLException {
      var file = String.valueOf(results.getString("file"));
      var service = Pattern.quote(String.valueOf(results.getString("service")));
      return file.contains(".") && !file.matches("(?:.*/)?" + service + "/[0-9]+_[^/]*\\.sql");
    }

    private HistoryRow.@Nullable State state() throws SQLException {
      var text = results.getString("state");
      var state = text == null ? null : STATES.get(text);
      if (state == null) {
        damaged(
            text == null
                ? "has no state"
                : "has the state `" + text + "`, which deed does not know",
            "its events say which it was (SELECT at, event FROM deed.event WHERE version = %1$s ORDER BY id): UPDATE deed.migration SET state = '<state>' WHERE version = %1$s");
      }
      return state;
    }

    private HistoryRow.Stored stored() throws SQLException {
      var requires = new ArrayList<Requirement>();
      for (var text : texts("requires")) {
        requirement(text).ifPresent(requires::add);
      }
      var sealed = results.getString("kept_checksum");
      var alone = results.getBoolean("alone");
      var isOld = results.wasNull();
      if (format >= 2 && isOld != (sealed == null)) {
        damaged(
            "has no "
                + (isOld ? "alone" : "kept_checksum")
                + " next to what deed keeps for a rollback",
            "restore the row from a backup; to believe it as it is: UPDATE deed.migration SET alone = NULL, kept_checksum = NULL WHERE version = %s");
      }
      var up = text("up");
      var down = results.getString("down");
      return new HistoryRow.Stored(
          new Checksum(text("checksum")),
          up,
          down,
          results.getString("irreversible"),
          requires,
          // An older deed has kept no more than the text.
          isOld ? HistoryRow.Stored.isAlone(new SourceFile(version), up, down) : alone,
          sealed == null ? null : new Checksum(sealed));
    }

    private Optional<Requirement> requirement(String text) {
      var slash = text.lastIndexOf('/');
      var required = text.substring(slash + 1);
      if (slash < 1 || !Version.isName(required)) {
        damaged(
            "requires `" + text + "`, which is not <database>/<version>",
            "UPDATE deed.migration SET requires = '{<as in the file>}' WHERE version = %s");
        return Optional.empty();
      }
      return Optional.of(
          new Requirement(new DatabaseName(text.substring(0, slash)), new Version(required)));
    }

    private HistoryRow.Progress progress(HistoryRow.@Nullable State state, HistoryRow.Stored stored)
        throws SQLException {
      var finished = new ArrayList<>(texts("finished").stream().map(Checksum::new).toList());
      var further = number("further");
      if (further != 0 && state != null) {
        var sent = stored.statements(state);
        var end = finished.size() + further;
        if (further < 0 || end > sent.size()) {
          damaged(
              "has %d statements done of a text with %d".formatted(end, sent.size()),
              "look at what the migration has left in the database: UPDATE deed.migration SET further = <number of statements that are done> - cardinality(finished) WHERE version = %s");
        } else {
          finished.addAll(sent.subList(finished.size(), (int) end));
        }
      }
      return new HistoryRow.Progress(finished, (int) number("statements"), isTrue("begun"));
    }

    private HistoryRow.Attempt attempt() throws SQLException {
      return new HistoryRow.Attempt(
          number("position"),
          isTrue("out_of_order"),
          text("who"),
          at(),
          Duration.of(results.getLong("took"), ChronoUnit.MICROS),
          results.getString("error"));
    }

    private Instant at() throws SQLException {
      var micros = results.getLong("at");
      if (results.wasNull()) {
        damaged(
            results.getBoolean("timeless") ? "has no at" : "has no finite time (column at)",
            HistoryRemarks.correctTime(version));
      }
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private String text(String column) throws SQLException {
      var text = results.getString(column);
      return text == null ? missing(column, "") : text;
    }

    private long number(String column) throws SQLException {
      var number = results.getLong(column);
      return results.wasNull() ? missing(column, 0L) : number;
    }

    private boolean isTrue(String column) throws SQLException {
      var value = results.getBoolean(column);
      return results.wasNull() ? missing(column, false) : value;
    }

    private <T> T missing(String column, T instead) {
      damaged(
          "has no " + column,
          "look at the row (SELECT * FROM deed.migration WHERE version = %1$s): UPDATE deed.migration SET "
              + column
              + " = <value> WHERE version = %1$s");
      return instead;
    }

    private List<String> texts(String column) throws SQLException {
      var written = results.getString(column);
      if (NOTHING.equals(written)) {
        return List.of(); // As in most rows: reading arrays is slow in the driver.
      }
      if (written == null) {
        return missing(column, List.of());
      }
      var array = results.getArray(column);
      if (!(array.getArray() instanceof String[] texts) || Arrays.asList(texts).contains(null)) {
        return damaged(
            "has a null in " + column,
            column.equals("requires")
                ? "UPDATE deed.migration SET requires = array_remove(requires, NULL) WHERE version = %s"
                : "look at what the migration has left in the database: UPDATE deed.migration SET finished = '{<checksums of the statements that are done>}' WHERE version = %s");
      }
      return List.of(texts);
    }

    /// @param repair SQL with a place for the version
    private List<String> damaged(String what, String repair) {
      var literal = PsqlText.literal(version);
      damages.add(
          new Damage(
              "the row of version `%s` %s".formatted(version, what), repair.formatted(literal)));
      return List.of();
    }
  }
}
