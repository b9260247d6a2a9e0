package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseHistory;
import dev.deed.cli.report.DatabaseHistory.Remembered;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.MigrationName;
import dev.deed.engine.look.HistorySnapshot;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.sql.ServiceName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the histories of databases, in the order in which they were recorded.
///
/// @param service null for all
/// @param verbose with every attempt and the kept SQL
public record HistoryQuery(Targets targets, @Nullable ServiceName service, boolean verbose) {

  private static final Set<String> ENDINGS =
      Set.of(SessionEnding.CANCELLED, SessionEnding.TERMINATED);

  public Report report(@Nullable String database) {
    var patience = targets.patience();
    var histories =
        HistorySnapshot.of(targets.addresses(database), patience, verbose).stream()
            .map(this::history)
            .toList();
    return new DatabaseReport.Histories(histories, verbose);
  }

  private DatabaseHistory history(HistorySnapshot chronicle) {
    var remembered =
        chronicle.history().rows().stream()
            .filter(row -> service == null || row.name().service().equals(service))
            .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()))
            .map(row -> remembered(row, chronicle))
            .toList();
    var notices = new ArrayList<>(new OddHistory(targets.project()).notices(chronicle.history()));
    chronicle.events().stream()
        .filter(event -> ENDINGS.contains(event.event()))
        .map(HistoryQuery::ending)
        .forEach(notices::add);
    notices.addAll(new BackupNotes(targets, chronicle.target()).of(withoutWayBack(remembered)));
    return new DatabaseHistory(
        chronicle.target(),
        remembered,
        service == null ? chronicle.history().tools() : List.of(),
        notices,
        chronicle.failure());
  }

  /// A session that a person has ended by hand: it belongs to no migration.
  private static String ending(HistoryEvent event) {
    return "%s, %s by deed emergency as role %s: %s"
        .formatted(
            event.at().truncatedTo(ChronoUnit.SECONDS),
            event.event(),
            event.who(),
            PrintableText.line(Objects.toString(event.detail(), "")));
  }

  private static Map<MigrationName, Checksum> withoutWayBack(List<Remembered> remembered) {
    var migrations = new LinkedHashMap<MigrationName, Checksum>();
    remembered.stream()
        .map(Remembered::row)
        .filter(row -> row.isDone() && row.stored().down() == null)
        .forEach(row -> migrations.put(row.name(), row.stored().checksum()));
    return migrations;
  }

  private static Remembered remembered(HistoryRow row, HistorySnapshot chronicle) {
    var version = row.version().text();
    return new Remembered(
        row, chronicle.events().stream().filter(e -> e.version().equals(version)).toList());
  }
}
