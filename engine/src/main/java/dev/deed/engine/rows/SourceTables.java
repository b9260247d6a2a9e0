package dev.deed.engine.rows;

import dev.deed.engine.history.ToolTables;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of a database and their foreign keys. Deed's own tables, the histories of other tools
/// and members of extensions are left out: a copy gets those by other ways.
///
/// @param tables those with rows of their own, by oid
/// @param foreign tables whose rows are on another server
/// @param hasLargeObjects there are any
record SourceTables(
    Map<Long, SourceTable> tables,
    List<Reference> references,
    List<QualifiedName> foreign,
    boolean hasLargeObjects) {

  private static final String RELATIONS =
      """
      SELECT c.oid::bigint AS oid, n.nspname, c.relname, c.relkind,
             has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable,
             row_security_active(c.oid) AS filtered,
             CASE WHEN c.relkind = 'r' THEN pg_total_relation_size(c.oid) ELSE 0 END AS bytes,
             EXISTS (SELECT FROM pg_depend d
                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') AS member
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      ORDER BY n.nspname, c.relname
      """;

  private static final String COLUMNS =
      """
      SELECT a.attrelid::bigint AS oid, a.attname, format_type(a.atttypid, a.atttypmod) AS type,
             a.attnotnull, a.attgenerated <> '' AS generated
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND c.relpersistence <> 't'
      ORDER BY a.attrelid, a.attnum
      """;

  private static final String PARENTS =
      "SELECT inhrelid::bigint AS child, inhparent::bigint AS parent FROM pg_inherits";

  private static final String REFERENCES =
      """
      SELECT k.oid::bigint AS oid, k.conname, k.conrelid::bigint AS child, k.confrelid::bigint AS parent,
             ca.attname AS child_column, pa.attname AS parent_column,
             quote_ident(o_n.nspname) || '.' || o.oprname AS operator
      FROM pg_constraint k
      CROSS JOIN LATERAL unnest(k.conkey, k.confkey, k.conpfeqop) WITH ORDINALITY AS u (c, p, op, place)
      JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = u.c
      JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = u.p
      JOIN pg_operator o ON o.oid = u.op JOIN pg_namespace o_n ON o_n.oid = o.oprnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0
      ORDER BY k.oid, u.place
      """;

  private static final String LARGE_OBJECTS =
      "SELECT EXISTS (SELECT FROM pg_largeobject_metadata) AS found";

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private record Relation(QualifiedName name, String kind, ResultRow row) {}

  private record ResultRow(boolean isReadable, boolean isFiltered, long bytes, boolean isMember) {}

  /// The search path must be `pg_catalog`.
  static SourceTables read(Connection connection) throws SQLException {
    var relations = new LinkedHashMap<Long, Relation>();
    each(
        connection,
        RELATIONS,
        row ->
            relations.put(
                row.getLong("oid"),
                new Relation(
                    QualifiedName.of(text(row, "nspname"), text(row, "relname")),
                    text(row, "relkind"),
                    new ResultRow(
                        row.getBoolean("readable"),
                        row.getBoolean("filtered"),
                        row.getLong("bytes"),
                        row.getBoolean("member")))));
    var columns = new HashMap<Long, List<SourceTable.Column>>();
    each(
        connection,
        COLUMNS,
        row ->
            columns
                .computeIfAbsent(row.getLong("oid"), _ -> new ArrayList<>())
                .add(
                    new SourceTable.Column(
                        text(row, "attname"),
                        text(row, "type"),
                        row.getBoolean("attnotnull"),
                        row.getBoolean("generated"))));
    var parents = new HashMap<Long, List<Long>>();
    each(
        connection,
        PARENTS,
        row ->
            parents
                .computeIfAbsent(row.getLong("child"), _ -> new ArrayList<>())
                .add(row.getLong("parent")));
    var tables = new LinkedHashMap<Long, SourceTable>();
    var foreign = new ArrayList<QualifiedName>();
    relations.forEach((oid, relation) -> {
      if (relation.kind().equals("f")) {
        foreign.add(relation.name());
      } else if (relation.kind().equals("r")
          && !relation.row().isMember()
          && !ToolTables.isOne(relation.name())) {
        tables.put(
            oid, table(oid, relation, columns.getOrDefault(oid, List.of()), relations, parents));
      }
    });
    var isLarge = new boolean[1];
    each(connection, LARGE_OBJECTS, row -> isLarge[0] = row.getBoolean("found"));
    return new SourceTables(
        tables, references(connection, relations, parents), foreign, isLarge[0]);
  }

  private static SourceTable table(
      long oid,
      Relation relation,
      List<SourceTable.Column> columns,
      Map<Long, Relation> relations,
      Map<Long, List<Long>> parents) {
    var ancestors = new ArrayList<QualifiedName>();
    for (var ancestor : ancestors(oid, parents)) {
      var known = relations.get(ancestor);
      if (known != null) {
        ancestors.add(known.name());
      }
    }
    var row = relation.row();
    return new SourceTable(
        oid, relation.name(), ancestors, columns, row.isReadable(), row.isFiltered(), row.bytes());
  }

  private static Set<Long> ancestors(long oid, Map<Long, List<Long>> parents) {
    var found = new LinkedHashSet<Long>();
    var waiting = new ArrayList<>(parents.getOrDefault(oid, List.of()));
    while (!waiting.isEmpty()) {
      var next = waiting.removeLast();
      if (found.add(next)) {
        waiting.addAll(parents.getOrDefault(next, List.of()));
      }
    }
    return found;
  }

  private static List<Reference> references(
      Connection connection, Map<Long, Relation> relations, Map<Long, List<Long>> parents)
      throws SQLException {
    var keys = new LinkedHashMap<Long, ForeignKey>();
    each(
        connection,
        REFERENCES,
        row -> {
          var key =
              new ForeignKey(
                  text(row, "conname"),
                  row.getLong("child"),
                  row.getLong("parent"),
                  new ArrayList<>());
          keys.computeIfAbsent(row.getLong("oid"), _ -> key)
              .pairs()
              .add(
                  new Reference.Pair(
                      text(row, "child_column"),
                      text(row, "parent_column"),
                      text(row, "operator")));
        });
    var references = new ArrayList<Reference>();
    keys.values()
        .forEach(key -> {
          var parent = relations.get(key.parent());
          if (relations.containsKey(key.child()) && parent != null) {
            var isPartitioned = parent.kind().equals("p");
            references.add(
                new Reference(
                    key.name(),
                    withRows(key.child(), relations, parents),
                    key.parent(),
                    isPartitioned,
                    (isPartitioned ? "" : "ONLY ") + parent.name().quoted(),
                    key.pairs()));
          }
        });
    return references;
  }

  /// As it is read, row by row.
  private record ForeignKey(String name, long child, long parent, List<Reference.Pair> pairs) {}

  /// Foreign keys hold for partitions, and not for tables that inherit.
  private static List<Long> withRows(
      long oid, Map<Long, Relation> relations, Map<Long, List<Long>> parents) {
    var relation = relations.get(oid);
    if (relation == null || !relation.kind().equals("p")) {
      return List.of(oid);
    }
    return relations.entrySet().stream()
        .filter(other -> other.getValue().kind().equals("r"))
        .map(Map.Entry::getKey)
        .filter(other -> ancestors(other, parents).contains(oid))
        .toList();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return String.valueOf(row.getString(column));
  }

  private static void each(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
