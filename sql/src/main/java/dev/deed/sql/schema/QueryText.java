package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A normal spelling of a view's query for comparison, based on its words: equal for a person's
/// text and for the one that PostgreSQL prints, if they differ only in qualified names, `AS`, casts
/// of text, `IN` and parentheses.
final class QueryText {

  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|[\\w$]+|::|[<>=!~@#%^&|*/+-]+|\\S");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");
  private static final Set<String> CONNECTIVES = Set.of("and", "or");
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "join",
          "left",
          "right",
          "full",
          "inner",
          "cross",
          "natural",
          "on",
          "using",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "union",
          "except",
          "intersect",
          "window",
          "for",
          "fetch",
          "tablesample",
          "as");

  private static final Set<String> SET_OPERATIONS = Set.of("union", "except", "intersect");
  private static final Set<String> QUERIES = Set.of("select", "with", "values");
  private static final Set<String> AFTER_FROM =
      Set.of("where", "group", "having", "window", "order", "limit", "offset", "fetch", "for");

  private final List<String> words = new ArrayList<>();

  private QueryText(String canonical) {
    var matcher = WORD.matcher(canonical);
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  static String normal(View view) {
    var text = new QueryText(view.definition());
    var reads = view.reads();
    text.spellStar(view.columns());
    var relations =
        reads.stream().filter(r -> r.kind().isRelation()).map(ObjectName::name).toList();
    text.qualifyRelations(relations);
    text.dropCasts();
    text.dropNoise();
    if (relations.size() == 1 && text.words.indexOf("select") == text.words.lastIndexOf("select")) {
      text.dropQualifiers(relations.getFirst());
    } else {
      text.dropOuterQualifiers();
    }
    text.spellLists();
    Parentheses.dropRedundant(text.words);
    return text.joined();
  }

  private String joined() {
    return String.join(" ", words)
        .replace(" . ", ".")
        .replace(" ,", ",")
        .replace("( ", "(")
        .replace(" )", ")")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" :: ", "::");
  }

  /// Expands `select * from t` if the columns are known.
  private void spellStar(List<String> columns) {
    if (words.size() > 2
        && words.get(1).equals("*")
        && words.get(2).equals("from")
        && !columns.contains("*")) {
      words.remove(1);
      for (var i = 0; i < columns.size(); i++) {
        words.addAll(
            1 + Math.max(0, 2 * i - 1),
            i == 0 ? List.of(quoted(columns.get(i))) : List.of(",", quoted(columns.get(i))));
      }
    }
  }

  /// `from t` is `from public.t`.
  private void qualifyRelations(List<QualifiedName> relations) {
    for (var relation : relations) {
      var name = quoted(relation.name());
      for (var i = 1; i < words.size(); i++) {
        var before = wordBefore(i);
        var item = before.equals("from") || before.equals("join") || before.equals(",");
        var dotted = i + 1 < words.size() && words.get(i + 1).equals(".");
        if (item && !dotted && words.get(i).equals(name) && relation.schema() != null) {
          words.addAll(i, List.of(quoted(relation.schema()), "."));
          i += 2;
        }
      }
    }
  }

  /// Before the parentheses around a join, too: `from (t join u on ...)`.
  private String wordBefore(int at) {
    var before = at - 1;
    while (before > 0 && words.get(before).equals("(")) {
      before--;
    }
    return words.get(before);
  }

  private static String quoted(String name) {
    return Identifier.quoted(name);
  }

  /// `'x'::text`, `(name)::text`, `'x'::character varying`
  private void dropCasts() {
    for (var i = words.size() - 2; i >= 0; i--) {
      if (!words.get(i).equals("::")) {
        continue;
      }
      var varying =
          words.get(i + 1).equals("character")
              && i + 2 < words.size()
              && words.get(i + 2).equals("varying");
      if (varying || TEXTS.contains(words.get(i + 1))) {
        remove(i, varying ? 3 : 2);
        if (i + 1 < words.size() && words.get(i).equals("[") && words.get(i + 1).equals("]")) {
          remove(i, 2);
        }
      }
    }
  }

  private void remove(int from, int count) {
    words.subList(from, Math.min(from + count, words.size())).clear();
  }

  /// Drops optional words: `AS`, `OUTER`, `INNER`, `ASC`, and the name that PostgreSQL gives a call
  /// itself.
  private void dropNoise() {
    for (var i = words.size() - 1; i > 0; i--) {
      var word = words.get(i);
      var next = i + 1 < words.size() ? words.get(i + 1) : "";
      var noise =
          switch (word) {
            case "as" -> !next.equals("(") && !next.equals("materialized") && !next.equals("not");
            case "outer", "asc" -> true;
            case "inner" -> next.equals("join");
            default -> isOwnName(i);
          };
      if (noise) {
        words.remove(i);
      }
    }
  }

  /// `count(*) count`, `lower(name) lower`
  private boolean isOwnName(int at) {
    var behind = words.get(at - 1).equals("as") ? at - 2 : at - 1;
    if (behind < 1 || !words.get(behind).equals(")")) {
      return false;
    }
    if (CONNECTIVES.contains(words.get(at))) {
      return false;
    }
    var open = Parentheses.opening(words, behind);
    return open > 0 && words.get(open - 1).equals(words.get(at).replace("\"", ""));
  }

  /// PostgreSQL's versions differ in whether they print qualifiers of a single relation.
  private void dropQualifiers(QualifiedName relation) {
    var qualifiers = new HashSet<String>();
    var name = quoted(relation.name());
    qualifiers.add(name);
    for (var i = 2; i + 1 < words.size(); i++) {
      var next = words.get(i + 1);
      var named = words.get(i).equals(name) && words.get(i - 1).equals(".");
      if (named && next.matches("[a-z_\"].*") && !NO_ALIAS.contains(next)) {
        qualifiers.add(next);
      }
    }
    for (var i = words.size() - 2; i >= 0; i--) {
      var first = i == 0 || !words.get(i - 1).equals(".");
      if (first && qualifiers.contains(words.get(i)) && words.get(i + 1).equals(".")) {
        remove(i, 2);
      }
    }
  }

  /// The same for a query with subqueries, or that reads a function or a common table expression:
  /// only outside of its subqueries, which always have qualifiers.
  private void dropOuterQualifiers() {
    var outer = outer();
    var from = -1;
    var end = words.size();
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (outer[i] != 0) {
        continue;
      }
      if (SET_OPERATIONS.contains(word) || (word.equals("select") && from >= 0)) {
        return;
      }
      if (word.equals("from") && from < 0 && !words.get(i - 1).equals("distinct")) {
        from = i;
      } else if (from >= 0 && AFTER_FROM.contains(word)) {
        end = Math.min(end, i);
      }
    }
    var qualifier = from < 0 ? "" : onlyName(from + 1, end, outer);
    if (qualifier.isEmpty()) {
      return;
    }
    for (var i = words.size() - 2; i >= 0; i--) {
      var isFirst = i == 0 || !words.get(i - 1).equals(".");
      if (outer[i] >= 0
          && isFirst
          && words.get(i).equals(qualifier)
          && words.get(i + 1).equals(".")
          && (i <= from || i >= end)) {
        remove(i, 2);
      }
    }
  }

  /// Of each word, in how many parentheses it is; negative for those of a subquery.
  private int[] outer() {
    var depths = new int[words.size()];
    var depth = 0;
    var nested = Integer.MAX_VALUE;
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("(")) {
        depth++;
        var next = i + 1 < words.size() ? words.get(i + 1) : "";
        if (nested == Integer.MAX_VALUE && QUERIES.contains(next)) {
          nested = depth;
        }
      }
      depths[i] = depth >= nested ? -1 : depth;
      if (word.equals(")")) {
        depth--;
        if (depth < nested) {
          nested = Integer.MAX_VALUE;
        }
      }
    }
    return depths;
  }

  /// By which columns of a list of one item are qualified: its alias or its name; empty for a join.
  private String onlyName(int from, int end, int[] outer) {
    var name = "";
    for (var i = from; i < end; i++) {
      var word = words.get(i);
      if (outer[i] == 0) {
        if (word.equals(",") || word.equals("join") || word.equals("ordinality")) {
          return "";
        }
        if (word.matches("[a-z_\"].*")) {
          name = word;
        }
      }
    }
    return name;
  }

  /// `x in (1, 2)` is `x = any (array[1, 2])`; `like` is `~~`.
  private void spellLists() {
    for (var i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "like" -> words.set(i, "~~");
        case "ilike" -> words.set(i, "~~*");
        case "in" -> spellIn(i);
        case "interval" -> spellInterval(i);
        default -> {}
      }
      if (i > 0 && words.get(i).startsWith("~~") && words.get(i - 1).equals("not")) {
        words.set(i, "!" + words.get(i));
        words.remove(i - 1);
      }
    }
  }

  /// `interval '1 day'` is `'1 day'::interval`.
  private void spellInterval(int at) {
    if (at + 1 < words.size() && words.get(at + 1).startsWith("'")) {
      var value = words.remove(at + 1);
      words.addAll(at, List.of(value, "::"));
    }
  }

  private void spellIn(int at) {
    var query = at + 2 < words.size() && Parentheses.startsQuery(words.get(at + 2));
    if (at + 1 >= words.size() || !words.get(at + 1).equals("(") || query) {
      return;
    }
    var close = Parentheses.closing(words, at + 1);
    var negated = at > 0 && words.get(at - 1).equals("not");
    words.add(close, "]");
    words.addAll(at + 2, List.of("array", "["));
    words.set(at, negated ? "all" : "any");
    words.add(at, negated ? "<>" : "=");
    if (negated) {
      words.remove(at - 1);
    }
  }
}
