package dev.deed.engine.history;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How statements use one table or column, among the columns of all tables that they name.
final class StatementColumns {

  /// How a statement uses the column, or the table.
  enum Use {
    NONE,
    NAMED,
    /// `SELECT *`, a whole row: the column is not named.
    WHOLE,
    /// All columns of the table, in their order: what `pg_dump` sends.
    DUMP
  }

  private static final String COLUMNS =
      """
      SELECT n.nspname, c.relname, pg_catalog.array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
      WHERE c.relname = ANY (?) AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND a.attnum > 0 AND NOT a.attisdropped
      GROUP BY n.nspname, c.relname
      """;

  private static final Pattern COPY =
      Pattern.compile("(?is)\\s*COPY\\s+[^()]+\\.[^()]+\\(([^()]*)\\)\\s+TO\\s+STDOUT\\b.*");

  /// With `--inserts`, `pg_dump` reads by this cursor.
  private static final String CURSOR = "_pg_dump_cursor";

  private final QualifiedName table;
  private final @Nullable String column;
  private final Map<QualifiedName, List<String>> columns;
  private final SchemaReader reader = new SchemaReader(List.of("public"), 18);

  private StatementColumns(
      QualifiedName table, @Nullable String column, Map<QualifiedName, List<String>> columns) {
    this.table = table;
    this.column = column;
    this.columns = columns;
    var tables =
        columns.entrySet().stream()
            .map(e -> "CREATE TABLE %s (%s);".formatted(e.getKey().quoted(), list(e.getValue())))
            .collect(Collectors.joining("\n"));
    reader.readBaseline(ScriptReader.read(new SourceFile("catalogs"), tables));
  }

  private static String list(List<String> columns) {
    return columns.stream()
        .map(name -> Identifier.quoted(name) + " text")
        .collect(Collectors.joining(", "));
  }

  /// @param names of relations, without schemas
  /// @param column null for the whole table
  static StatementColumns of(
      Connection connection, Collection<String> names, QualifiedName table, @Nullable String column)
      throws SQLException {
    var columns = new HashMap<QualifiedName, List<String>>();
    try (var query = connection.prepareStatement(COLUMNS)) {
      query.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          var list = (String[]) rows.getArray("columns").getArray();
          columns.put(
              QualifiedName.of(rows.getString("nspname"), rows.getString("relname")),
              Arrays.asList(list));
        }
      }
    }
    return new StatementColumns(table, column, columns);
  }

  /// Of a statement that cannot be read, its words are all that is known.
  Use use(Script script) {
    var text = script.text();
    var isOfTable =
        script.problems().isEmpty()
            ? relations(script).stream().anyMatch(relation -> isSame(relation, table))
            : names(text, table.name());
    if (!isOfTable) {
      return Use.NONE;
    }
    if (isDump(text)) {
      return Use.DUMP;
    }
    if (column == null) {
      return Use.NAMED;
    }
    if (!script.problems().isEmpty()) {
      return names(text, column) ? Use.NAMED : Use.NONE;
    }
    return ofColumn(script, column);
  }

  private Use ofColumn(Script script, String own) {
    var isNamed = names(script.text(), own);
    var known = columns.keySet().stream().filter(name -> isSame(table, name)).findFirst();
    if (known.isEmpty()) {
      return isNamed ? Use.NAMED : Use.NONE;
    }
    var relations = new ArrayList<ObjectName>();
    for (var relation : relations(script)) {
      columns.keySet().stream()
          .filter(name -> isSame(relation, name))
          .forEach(name -> relations.add(ObjectName.table(name)));
    }
    var used = reader.catalog().columnsNamed(script.text(), known.get(), relations);
    if (used.isPresent() && !used.get().contains(own)) {
      return Use.NONE;
    }
    return isNamed ? Use.NAMED : Use.WHOLE;
  }

  private boolean isDump(String text) {
    if (text.contains(CURSOR)) {
      return true;
    }
    var copy = COPY.matcher(text);
    if (!copy.matches()) {
      return false;
    }
    var listed =
        Arrays.stream(copy.group(1).split(","))
            .map(String::strip)
            .map(name -> name.startsWith("\"") ? name.substring(1, name.length() - 1) : name)
            .toList();
    return columns.entrySet().stream()
        .filter(known -> isSame(table, known.getKey()))
        .map(Map.Entry::getValue)
        .anyMatch(
            all -> all.size() >= listed.size() && all.subList(0, listed.size()).equals(listed));
  }

  private static List<QualifiedName> relations(Script script) {
    return script.statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .filter(RowsEffect.class::isInstance)
        .map(effect -> ((RowsEffect) effect).relation())
        .toList();
  }

  /// Names are in small letters where they are not quoted.
  private static boolean names(String text, String name) {
    var word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    return word.matcher(text).find() || word.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /// A name without a schema may mean the one in any.
  private static boolean isSame(QualifiedName written, QualifiedName other) {
    return written.name().equals(other.name())
        && (written.schema() == null
            || other.schema() == null
            || Objects.equals(written.schema(), other.schema()));
  }
}
