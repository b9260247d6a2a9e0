package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds rows that deed cannot have written so, although each of their columns can be read: rows
/// that another program wrote, or a clock that ran ahead.
public final class HistoryRemarks {

  private static final Instant BEFORE_DEED = Instant.parse("2020-01-01T00:00:00Z");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  private final Set<ServiceName> services;
  private final Set<DatabaseName> databases;
  private final Map<Long, HistoryRow> positions = new HashMap<>();
  private final List<HistoryRemark> remarks = new ArrayList<>();

  private HistoryRemarks(Set<ServiceName> services, Set<DatabaseName> databases) {
    this.services = services;
    this.databases = databases;
  }

  /// @param services those of the ownership file
  /// @param databases those of the ownership file
  public static List<HistoryRemark> of(
      History history, Set<ServiceName> services, Set<DatabaseName> databases) {
    var found = new HistoryRemarks(services, databases);
    history.rows().forEach(row -> found.add(row, history));
    return List.copyOf(found.remarks);
  }

  private void add(HistoryRow row, History history) {
    addTime(row, history.readAt());
    addPosition(row);
    addProgress(row);
    if (!row.stored().isAsWritten()) {
      remarks.add(
          new HistoryRemark(
              row.name(),
              "was changed in deed.migration after deed wrote it: deed rollback refuses what is kept there",
              "look at it: SELECT up, down FROM deed.migration WHERE version = '%s'"
                  .formatted(row.version()),
              Severity.ERROR));
    }
    // Some tools have longer versions, and their files keep them.
    if (row.state() != HistoryRow.State.MANUAL
        && row.version().isAfterAnyTimestamp()
        && history.adopted().isEmpty()) {
      add(
          row,
          "has a version with more than 14 digits: every timestamp comes before it",
          "undo it (deed rollback --to the version before it) and give its file a timestamp");
    }
    if (!services.contains(row.name().service())) {
      add(
          row,
          "is in the history, but there is no service `%s` in the ownership file"
              .formatted(row.name().service()),
          "declare it under services:, or look at who wrote the row: deed history --verbose");
    }
    for (var requirement : row.stored().requires()) {
      if (!databases.contains(requirement.database())) {
        add(
            row,
            "has a requirement, %s, but the ownership file has no database `%s`"
                .formatted(requirement, requirement.database()),
            "declare it under databases:, or look at the row: deed history --verbose");
      }
    }
  }

  private void addTime(HistoryRow row, @Nullable Instant readAt) {
    var at = row.attempt().at();
    if (readAt == null) {
      return; // Assumed: it was not run.
    }
    if (at.isAfter(readAt.plusSeconds(86_400))) {
      addTime(row, "is recorded for %s, which is in the future".formatted(DAY.format(at)));
    } else if (at.isBefore(BEFORE_DEED)) {
      addTime(row, "is recorded for %s, before there was deed".formatted(DAY.format(at)));
    }
  }

  private void addTime(HistoryRow row, String message) {
    add(
        row,
        message,
        "look at the server's clock, then type: " + correctTime(row.version().text()));
  }

  /// The SQL that sets a row's time to that of its last event.
  public static String correctTime(String version) {
    return ("UPDATE deed.migration SET at = coalesce((SELECT max(at) FROM deed.event"
            + " WHERE version = '%1$s' AND at <= now() AND at > '2020-01-01'), now())"
            + " WHERE version = '%1$s'")
        .formatted(version);
  }

  private void addPosition(HistoryRow row) {
    var position = row.attempt().position();
    var other = positions.putIfAbsent(position, row);
    if (position < 1 || other != null) {
      add(
          row,
          other == null
              ? "has position %d in the order of what was applied, which deed never gives"
                  .formatted(position)
              : "has the same place in the order of what was applied as %s (position %d)"
                  .formatted(other.name().words(), position),
          "a rollback undoes the last one first: correct deed.migration.position");
    }
  }

  private void addProgress(HistoryRow row) {
    var progress = row.progress();
    if (progress.statements() < 0 || progress.done() > Math.max(0, progress.statements())) {
      add(
          row,
          "has %d statements done of %d".formatted(progress.done(), progress.statements()),
          "look at it: SELECT statements, finished, further FROM deed.migration WHERE version = '%s'"
              .formatted(row.version()));
    } else if (row.isDone() && progress.isHalfWay()) {
      add(
          row,
          "is recorded as a whole and as half-way",
          "look at its events: deed history --verbose");
    }
    if (row.attempt().took().isNegative()) {
      add(row, "took less than no time", "look at the server's clock");
    }
  }

  private void add(HistoryRow row, String message, String advice) {
    remarks.add(new HistoryRemark(row.name(), message, advice, Severity.WARNING));
  }
}
