package dev.deed.engine.rehearsal;

import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The tables whose rows change with those of other tables: partitions and children, and what
/// foreign keys with an action reach. What triggers and rules write cannot be known, so where a
/// table has one, it may be any table.
final class ReachedTables {

  /// From a table to one whose rows change with it.
  private static final String EDGES =
      """
      SELECT fn.nspname, f.relname, tn.nspname, t.relname
      FROM (SELECT confrelid AS source, conrelid AS target FROM pg_catalog.pg_constraint
            WHERE contype = 'f' AND (confdeltype IN ('c', 'n', 'd') OR confupdtype IN ('c', 'n', 'd'))
            UNION SELECT inhparent, inhrelid FROM pg_catalog.pg_inherits) e
           JOIN pg_catalog.pg_class f ON f.oid = e.source
           JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
           JOIN pg_catalog.pg_class t ON t.oid = e.target
           JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE f.oid <> t.oid
      """;

  private static final String WITH_CODE =
      """
      SELECT n.nspname, c.relname
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE EXISTS (SELECT FROM pg_catalog.pg_trigger t
                    WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D')
         OR c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid)
      """;

  private ReachedTables() {}

  /// @param isWritten whether rows are written, so that triggers fire
  static Predicate<QualifiedName> of(
      Connection connection, Predicate<QualifiedName> wanted, boolean isWritten)
      throws SQLException {
    var reached = reached(connection, wanted);
    if (isWritten) {
      for (var row : names(connection, WITH_CODE)) {
        if (wanted.test(row.getFirst()) || reached.contains(row.getFirst())) {
          return _ -> true;
        }
      }
    }
    return wanted.or(reached::contains);
  }

  private static Set<QualifiedName> reached(Connection connection, Predicate<QualifiedName> wanted)
      throws SQLException {
    var edges = new HashMap<QualifiedName, List<QualifiedName>>();
    for (var row : names(connection, EDGES)) {
      edges.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
    }
    var reached = new HashSet<QualifiedName>();
    var open = new ArrayDeque<QualifiedName>();
    edges.keySet().stream().filter(wanted).forEach(open::add);
    while (!open.isEmpty()) {
      for (var next : edges.getOrDefault(open.remove(), List.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /// Each row as names: of a table, or of one and another.
  private static List<List<QualifiedName>> names(Connection connection, String sql)
      throws SQLException {
    var all = new ArrayList<List<QualifiedName>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var names = new ArrayList<QualifiedName>();
        for (var i = 1; i < columns; i += 2) {
          names.add(QualifiedName.of(rows.getString(i), rows.getString(i + 1)));
        }
        all.add(names);
      }
    }
    return all;
  }
}
