package dev.deed.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one database knows of its migrations; empty where deed was never there.
public final class History {

  public static final History NONE = new History(List.of());

  private final List<HistoryRow> rows;
  private final Map<Version, HistoryRow> byVersion = new HashMap<>();

  public History(List<HistoryRow> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(HistoryRow::version)).toList();
    this.rows.forEach(row -> byVersion.put(row.version(), row));
  }

  /// In the order of their versions.
  public List<HistoryRow> rows() {
    return rows;
  }

  public Optional<HistoryRow> find(Version version) {
    return Optional.ofNullable(byVersion.get(version));
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

  @Override
  public String toString() {
    return "History" + rows;
  }
}
