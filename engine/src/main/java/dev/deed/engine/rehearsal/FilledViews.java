package dev.deed.engine.rehearsal;

import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The materialized views of a database, and whether they have been filled. A query of one that was
/// created `WITH NO DATA` fails until it is refreshed, and its definition does not show that.
public record FilledViews(Map<QualifiedName, Boolean> views) {

  private static final String READ =
      """
      SELECT n.nspname, c.relname, c.relispopulated
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'm' AND n.nspname !~ '^pg_'
      """;

  public FilledViews {
    views = Map.copyOf(views);
  }

  static FilledViews read(Connection connection) throws SQLException {
    var views = new TreeMap<QualifiedName, Boolean>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        views.put(QualifiedName.of(rows.getString(1), rows.getString(2)), rows.getBoolean(3));
      }
    }
    return new FilledViews(views);
  }

  /// Those that were filled and are not now. A view that is missing is a difference of the schema.
  public List<QualifiedName> emptied(FilledViews now) {
    return changed(true, now);
  }

  /// Those that were not filled and are now.
  public List<QualifiedName> filledSince(FilledViews now) {
    return changed(false, now);
  }

  private List<QualifiedName> changed(boolean wasFilled, FilledViews now) {
    return views.entrySet().stream()
        .filter(view -> view.getValue() == wasFilled)
        .map(Map.Entry::getKey)
        .filter(name -> now.views().containsKey(name) && now.views().get(name) != wasFilled)
        .sorted()
        .toList();
  }
}
