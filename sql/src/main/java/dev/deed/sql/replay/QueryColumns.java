package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
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
import org.jspecify.annotations.Nullable;

/// The columns that a query or a statement uses, judged by its words: the result may include too
/// many columns, but never misses one.
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

  /// Words after the name of a relation that are not its alias.
  private static final Set<String> NO_ALIAS =
      Set.of(
          ("as where set join left right inner full cross natural on using group order limit offset fetch"
                  + " for union except intersect when values returning window having select from into only"
                  + " default tablesample with to do then and or not is null end")
              .split(" "));

  /// Words before a name that stands for a whole row: `SELECT u`, `to_jsonb(u)`, `= u`.
  private static final Set<String> BEFORE_ROW =
      Set.of("select", "(", "distinct", "all", "returning", "=", "|", "on", "and", "or", "not");

  private final List<String> words;
  private final List<Source> tables;

  /// Tables by their names in the query.
  private final Map<String, Set<Source>> named = new HashMap<>();

  /// A table or view with its columns.
  record Source(QualifiedName name, List<String> columns) {
    static Source of(Table table) {
      return new Source(table.qualifiedName(), table.columns());
    }
  }

  private final Set<String> tableNames = new HashSet<>();
  private final Map<String, List<Source>> withColumn = new HashMap<>();
  private final Set<String> subqueries;
  private final Set<ObjectName> columns = new LinkedHashSet<>();

  private QueryColumns(List<String> words, List<Source> tables) {
    this.tables = tables;
    this.words = words;
    this.subqueries = subqueries();
    for (var table : tables) {
      tableNames.add(table.name().name());
      table
          .columns()
          .forEach(c -> withColumn.computeIfAbsent(c, _ -> new ArrayList<>()).add(table));
    }
    tables.forEach(this::name);
    for (var i = 0; i < words.size(); i++) {
      take(i);
    }
  }

  /// @param tables that the query reads
  static Set<ObjectName> of(Query query, List<Table> tables) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(query.canonical());
    while (matcher.find()) {
      words.add(unquoted(matcher.group()));
    }
    return new QueryColumns(words, tables.stream().map(Source::of).toList()).columns;
  }

  /// The columns of one of the tables that a statement may use, null for all of them.
  ///
  /// @param words of the statement: names without quotes, key words in small letters
  static @Nullable Set<String> of(List<String> words, Source table, List<Source> tables) {
    var reading = new QueryColumns(words, tables);
    if (reading.isWhole(table)) {
      return null;
    }
    var found = new LinkedHashSet<String>();
    for (var column : reading.columns) {
      if (column.name().equals(table.name())) {
        found.add(column.own());
      }
    }
    return found;
  }

  /// True if the words may use the table as a whole: `COPY t`, `TABLE t`, `LIKE t`, `NATURAL JOIN`,
  /// or a name of it as a value.
  private boolean isWhole(Source table) {
    if (words.contains("natural")) {
      return true;
    }
    var names = new HashSet<String>();
    named.forEach((name, sources) -> {
      if (sources.contains(table) && !NO_ALIAS.contains(name) && name.matches("[\\w$].*")) {
        names.add(name);
      }
    });
    for (var i = 0; i < words.size(); i++) {
      if (names.contains(words.get(i)) && isWholeAt(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWholeAt(int i) {
    var next = word(i + 1);
    var isQualified = word(i - 1).equals(".");
    var before = isQualified ? word(i - 3) : word(i - 1);
    var isCopied = before.equals("copy") && !next.equals("(");
    if (isCopied || before.equals("table") || before.equals("like") || before.equals("of")) {
      return true;
    }
    if (isQualified || next.equals(".") || next.equals("(")) {
      return false;
    }
    var inList = before.equals(",") && (next.equals(")") || next.equals("from"));
    var early = before.equals(",") && next.equals(",") && !words.subList(0, i).contains("from");
    return inList || early || (BEFORE_ROW.contains(before) && !startsTable(i, before));
  }

  /// `FROM (t JOIN ...)`: a parenthesis around a join.
  private boolean startsTable(int i, String before) {
    return before.equals("(") && word(i - 2).equals("from");
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
  private void name(Source table) {
    var name = table.name().name();
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
  private void renamed(Source table) {
    table.columns().forEach(c -> columns.add(SchemaState.columnName(table.name(), c)));
  }

  private void add(String name, Source table) {
    named.computeIfAbsent(name, _ -> new HashSet<>()).add(table);
  }

  private void take(int i) {
    var word = words.get(i);
    var next = word(i + 1);
    var isStar = word.equals("*") && !word(i - 1).equals("(") && BEHIND_STAR.contains(next);
    // A word before a parenthesis is a function, before a dot a qualifier, after AS a new name.
    if (!isStar
        && (next.equals("(") || next.equals(".") || word(i - 1).equals("as") || isAlias(i))) {
      return;
    }
    if (word(i - 1).equals(".")) {
      qualified(i - 2).forEach(table -> take(table, word, isStar));
    } else if (isStar) {
      tables.forEach(table -> take(table, word, true));
    } else {
      withColumn.getOrDefault(word, List.of()).forEach(table -> add(table, word));
    }
  }

  private void take(Source table, String word, boolean isStar) {
    for (var column : table.columns()) {
      if (isStar || column.equals(word)) {
        add(table, column);
      }
    }
  }

  private void add(Source table, String column) {
    columns.add(SchemaState.columnName(table.name(), column));
  }

  /// `FROM t a`: what follows the name of a table at once.
  private boolean isAlias(int i) {
    var before = word(i - 1);
    return !NO_ALIAS.contains(before) && tableNames.contains(before);
  }

  /// A named subquery lists the columns that it uses itself.
  private Iterable<Source> qualified(int qualifier) {
    var name = word(qualifier);
    var known = named.get(name);
    return known != null ? known : subqueries.contains(name) ? List.of() : tables;
  }

  /// `(SELECT ...) name`, `(SELECT ...) AS name`, `WITH name AS (...)`, `WITH name (...) AS (...)`
  private Set<String> subqueries() {
    var names = new HashSet<String>();
    for (var i = 0; i < words.size(); i++) {
      var before = word(i - 1).equals("as") ? word(i - 2) : word(i - 1);
      if (before.equals(")") || isWith(i)) {
        names.add(words.get(i));
      }
    }
    return names;
  }

  private boolean isWith(int name) {
    var before = word(name - 1);
    var isBehind = before.equals("with") || before.equals("recursive") || before.equals(",");
    return isBehind && (word(name + 1).equals("as") || word(name + 1).equals("("));
  }
}
