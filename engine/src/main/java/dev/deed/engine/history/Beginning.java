package dev.deed.engine.history;

import dev.deed.engine.History;
import java.util.List;
import java.util.Objects;

/// A database before it is built.
///
/// @param things some of the objects there that are not deed's, in words
public record Beginning(History history, List<String> things) {

  public Beginning {
    things = List.copyOf(things);
  }

  /// Nothing was ever applied there.
  public boolean isNew() {
    return history.rows().isEmpty() && history.scope() == null;
  }

  /// Whether nothing has to be written for it to have that scope.
  public boolean isBuiltWith(String scope) {
    var current = Objects.requireNonNullElse(history.scope(), HistoryTable.EVERYTHING);
    return current.equals(scope) && (scope.equals(HistoryTable.EVERYTHING) || !isNew());
  }
}
