package dev.deed.engine.run;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Indexes that an interrupted `CONCURRENTLY` left: they slow down every write and serve no read.
final class InvalidIndexes {

  /// Not one that somebody builds right now.
  private static final String FIND =
      """
      SELECT c.oid::regclass::text
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE NOT i.indisvalid
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                        WHERE p.index_relid = c.oid AND p.pid <> pg_catalog.pg_backend_pid())
      """;

  /// Of a table, or of the table of an index.
  private static final String OF_ONE =
      """
       AND i.indrelid = coalesce(
         (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid = pg_catalog.to_regclass(?)),
         pg_catalog.to_regclass(?))
      """;

  private final Session session;
  private final Consumer<String> dropped;

  /// @param dropped told the name of each
  InvalidIndexes(Session session, Consumer<String> dropped) {
    this.session = session;
    this.dropped = dropped;
  }

  void dropNamed(CreatesIndex index) throws SQLException {
    for (var name : find(index)) {
      drop(name);
    }
  }

  /// `REINDEX CONCURRENTLY` builds its new index beside the old one, under a name that ends like
  /// this.
  ///
  /// @param object a table or an index; null for all of the database
  void dropRebuilt(@Nullable ObjectName object) throws SQLException {
    for (var name : rebuilt(object)) {
      drop(name);
    }
  }

  private List<String> rebuilt(@Nullable ObjectName object) throws SQLException {
    var rebuilt = FIND + " AND c.relname ~ '_cc(new|old)[0-9]*$'";
    if (object != null
        && (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.INDEX)) {
      var name = object.name().quoted();
      return find(rebuilt + OF_ONE, List.of(name, name));
    }
    return find(rebuilt, List.of());
  }

  void refuse(CreatesIndex index) throws SQLException {
    if (!find(index).isEmpty()) {
      throw new PSQLException(
          "the index " + index.name() + " was built and is not valid", PSQLState.UNKNOWN_STATE);
    }
  }

  private List<String> find(CreatesIndex index) throws SQLException {
    var name = index.name();
    if (name == null) {
      return List.of();
    }
    var table = index.table();
    return find(
        FIND + " AND c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?)",
        List.of(name, QualifiedName.of(table.schema(), table.name()).quoted()));
  }

  private List<String> find(String sql, List<String> parameters) throws SQLException {
    try (var query = session.connection().prepareStatement(sql)) {
      for (var i = 0; i < parameters.size(); i++) {
        query.setString(i + 1, parameters.get(i));
      }
      try (var results = query.executeQuery()) {
        var names = new ArrayList<String>();
        while (results.next()) {
          names.add(String.valueOf(results.getString(1)));
        }
        return names;
      }
    }
  }

  /// The name comes quoted from PostgreSQL.
  private void drop(String name) throws SQLException {
    session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
    dropped.accept(name);
  }
}
