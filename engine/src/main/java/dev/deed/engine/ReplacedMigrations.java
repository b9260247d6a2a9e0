package dev.deed.engine;

import dev.deed.sql.ServiceName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What one migration replaces, in order. A version that comes twice is a squash that was squashed
/// again: the second form contains all that is named before it.
///
/// @param service whose they are: no file replaces one of another service
public record ReplacedMigrations(ServiceName service, List<Replaced> all) {

  public ReplacedMigrations {
    all = List.copyOf(all);
  }

  /// Those that a database must have so that it needs nothing of the file.
  List<Replaced> needed(History history) {
    var seen = new HashSet<Version>();
    var start = 0;
    for (var i = 0; i < all.size(); i++) {
      if (!seen.add(all.get(i).version()) && row(all.get(i), history).isPresent()) {
        start = i;
      }
    }
    var isFirst = new HashSet<Version>();
    all.subList(0, start).forEach(replaced -> isFirst.add(replaced.version()));
    isFirst.remove(all.get(start).version());
    return all.subList(start, all.size()).stream()
        .filter(replaced -> isFirst.add(replaced.version()))
        .toList();
  }

  /// Rows of those, complete or in part.
  List<HistoryRow> there(History history) {
    return needed(history).stream()
        .flatMap(replaced -> row(replaced, history).stream())
        .filter(HistoryRow::isThere)
        .toList();
  }

  /// The rows with which a database has all of it; empty where one is missing or not done.
  public List<HistoryRow> complete(History history) {
    if (all.isEmpty()) {
      return List.of();
    }
    var rows = there(history).stream().filter(HistoryRow::isDone).toList();
    return rows.size() == needed(history).size() ? rows : List.of();
  }

  private Optional<HistoryRow> row(Replaced replaced, History history) {
    return history
        .find(replaced.version())
        .filter(row -> row.name().service().equals(service))
        .filter(row -> row.stored().checksum().equals(replaced.checksum()));
  }
}
