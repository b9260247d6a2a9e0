package dev.deed.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one database knows of its migrations; empty where deed was never there.
public record History(List<HistoryRow> rows) {

  public static final History NONE = new History(List.of());

  public History {
    rows = rows.stream().sorted(Comparator.comparing(HistoryRow::version)).toList();
  }

  public Optional<HistoryRow> find(Version version) {
    return rows.stream().filter(row -> row.version().equals(version)).findFirst();
  }

  public boolean isDone(Version version) {
    return find(version).filter(HistoryRow::isDone).isPresent();
  }

  /// Those whose change is in the database, the last recorded one first.
  List<HistoryRow> doneLastFirst() {
    return rows.stream()
        .filter(HistoryRow::isDone)
        .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()).reversed())
        .toList();
  }
}
