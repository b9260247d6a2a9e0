package dev.deed.cli;

import dev.deed.cli.render.DatabaseHistory;
import dev.deed.cli.render.DatabaseHistory.Remembered;
import dev.deed.cli.render.DatabaseReport;
import dev.deed.cli.render.Report;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.run.Chronicle;
import dev.deed.sql.ServiceName;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Reads the histories of databases, in the order in which they were recorded.
///
/// @param service null for all
/// @param verbose with every attempt and the kept SQL
record Remembering(Targets targets, @Nullable ServiceName service, boolean verbose) {

  Report report(@Nullable String database) {
    var patience = targets.policy().connectWait();
    var histories =
        Chronicle.of(targets.addresses(database), patience, verbose).stream()
            .map(this::history)
            .toList();
    return new DatabaseReport.Histories(histories, verbose);
  }

  private DatabaseHistory history(Chronicle chronicle) {
    var remembered =
        chronicle.history().rows().stream()
            .filter(row -> service == null || row.name().service().equals(service))
            .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()))
            .map(row -> remembered(row, chronicle))
            .toList();
    return new DatabaseHistory(chronicle.target(), remembered, chronicle.failure());
  }

  private static Remembered remembered(HistoryRow row, Chronicle chronicle) {
    var version = row.version().text();
    return new Remembered(
        row, chronicle.events().stream().filter(e -> e.version().equals(version)).toList());
  }
}
