package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Query;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The table columns that a query uses, judged by its words: the result may include too many
/// columns, but never misses one.
final class QueryColumns {

  private static final Pattern WORD =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|[\\w$]+|\\S", Pattern.UNICODE_CHARACTER_CLASS);

  /// Words that may follow the star of a select list; after a multiplication star comes a factor.
  private static final Set<String> BEHIND_STAR =
      Set.of(
          "",
          ",",
          ")",
          "from",
          "where",
          "group",
          "having",
          "window",
          "union",
          "intersect",
          "except",
          "order",
          "limit",
          "offset",
          "fetch",
          "for");

  private final List<String> words = new ArrayList<>();
  private final List<Table> tables;

  /// Tables by their names in the query.
  private final Map<String, Set<Table>> named = new HashMap<>();

  private final Set<ObjectName> columns = new LinkedHashSet<>();

  private QueryColumns(Query query, List<Table> tables) {
    this.tables = tables;
    var matcher = WORD.matcher(query.canonical());
    while (matcher.find()) {
      words.add(unquoted(matcher.group()));
    }
  }

  /// @param tables that the query reads
  static Set<ObjectName> of(Query query, List<Table> tables) {
    var reading = new QueryColumns(query, tables);
    tables.forEach(reading::name);
    for (var i = 0; i < reading.words.size(); i++) {
      reading.take(i);
    }
    return reading.columns;
  }

  /// Strings do not name columns.
  private static String unquoted(String word) {
    return word.startsWith("\"") && word.length() > 1
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word;
  }

  private String word(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
  }

  /// `t`, and each `a` of `t a` and `t AS a`; if no alias follows, the next word names no table.
  private void name(Table table) {
    var name = table.qualifiedName().name();
    add(name, table);
    for (var i = 0; i < words.size(); i++) {
      if (words.get(i).equals(name)) {
        var alias = word(i + 1).equals("as") ? i + 2 : i + 1;
        add(word(alias), table);
        if (alias == i + 2 && word(i + 3).equals("(")) {
          renamed(table);
        }
      }
    }
  }

  /// `t AS a (x, y)`: the words do not reveal which column each name means.
  private void renamed(Table table) {
    table.columns().forEach(c -> columns.add(SchemaState.columnName(table.qualifiedName(), c)));
  }

  private void add(String name, Table table) {
    named.computeIfAbsent(name, _ -> new HashSet<>()).add(table);
  }

  private void take(int i) {
    var word = words.get(i);
    var next = word(i + 1);
    var isStar = word.equals("*") && !word(i - 1).equals("(") && BEHIND_STAR.contains(next);
    // A word before a parenthesis is a function, before a dot a qualifier, after AS a new name.
    if (!isStar && (next.equals("(") || next.equals(".") || word(i - 1).equals("as"))) {
      return;
    }
    for (var table : word(i - 1).equals(".") ? qualified(i - 2) : tables) {
      for (var column : table.columns()) {
        if (isStar || column.equals(word)) {
          columns.add(SchemaState.columnName(table.qualifiedName(), column));
        }
      }
    }
  }

  /// A named subquery lists the columns that it uses itself.
  private Iterable<Table> qualified(int qualifier) {
    var name = word(qualifier);
    var known = named.get(name);
    return known != null ? known : isSubquery(name) ? List.of() : tables;
  }

  /// `(SELECT ...) name`, `(SELECT ...) AS name`, `WITH name AS (...)`, `WITH name (...) AS (...)`
  private boolean isSubquery(String name) {
    for (var i = 0; i < words.size(); i++) {
      if (words.get(i).equals(name)) {
        var before = word(i - 1).equals("as") ? word(i - 2) : word(i - 1);
        if (before.equals(")") || isWith(i)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isWith(int name) {
    var before = word(name - 1);
    var isBehind = before.equals("with") || before.equals("recursive") || before.equals(",");
    return isBehind && (word(name + 1).equals("as") || word(name + 1).equals("("));
  }
}
