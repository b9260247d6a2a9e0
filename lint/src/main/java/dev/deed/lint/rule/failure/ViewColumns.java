package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Relation.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Columns that a view certainly uses: those that its select list names alone, or by a star, in a
/// query whose FROM begins with the only relation that it reads; those that such a query compares,
/// or gives to a function; and those that the only alias of a relation qualifies. `View.reads` may
/// have too many.
final class ViewColumns {

  private static final Set<String> COMBINES =
      Set.of("union", "intersect", "except", "with", "values");

  private ViewColumns() {}

  /// What comes before or after a value, and nothing else.
  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "!=", "<", "<=", ">", ">=", "~", "||");

  private static final Set<String> BEFORE_RELATION = Set.of("from", "join", ",", "only", "(");

  private static final Set<String> AFTER_RELATION =
      Set.of(
          "where", "join", "left", "right", "inner", "full", "cross", "natural", "on", "using",
          "group", "order", "limit", "having", "window", "offset", "fetch", "union");

  /// Before a parenthesis with something else than values in it.
  private static final Set<String> NO_FUNCTIONS =
      Set.of(
          "over",
          "extract",
          "in",
          "exists",
          "any",
          "all",
          "some",
          "as",
          "by",
          "with",
          "using",
          "from",
          "join",
          "lateral",
          "distinct",
          "(",
          ",");

  /// @param column of a relation that the view reads
  static boolean uses(View view, ObjectName column) {
    var words = words(view.definition());
    return view.reads().stream()
            .anyMatch(r -> r.kind() == ObjectKind.COLUMN && r.own().equals(column.own()))
        && (usesOnly(view, column.own(), words) || isQualified(view, column, words));
  }

  private static boolean usesOnly(View view, String column, List<String> words) {
    var relations =
        view.reads().stream()
            .filter(r -> r.kind().isRelation())
            .map(r -> r.name())
            .distinct()
            .toList();
    return relations.size() == 1
        && words.stream().filter("select"::equals).count() == 1
        && words.stream().noneMatch(COMBINES::contains)
        && !renamesColumns(words)
        && (isSelected(column, relations.getFirst().name(), words)
            || isComputedWith(column.toLowerCase(Locale.ROOT), words));
  }

  /// `c = 1`, `f(c)`, where no output has the same name
  private static boolean isComputedWith(String column, List<String> words) {
    for (var i = 1; i < words.size(); i++) {
      if (words.get(i).equals(column) && words.get(i - 1).equals("as")) {
        return false;
      }
    }
    for (var i = 2; i < words.size() - 1; i++) {
      var isArgument =
          words.get(i - 1).equals("(")
              && words.get(i + 1).equals(")")
              && isName(words.get(i - 2))
              && !NO_FUNCTIONS.contains(words.get(i - 2));
      if (words.get(i).equals(column) && (isArgument || COMPARISONS.contains(words.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /// `FROM t AS a (b, c)`
  private static boolean renamesColumns(List<String> words) {
    var from = words.indexOf("from") + 1;
    var relation = from + (word(words, from).equals("only") ? 1 : 0);
    var alias = relation + (word(words, relation + 1).equals("as") ? 2 : 1);
    return isAlias(word(words, alias)) && word(words, alias + 1).equals("(");
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && Character.isLetter(word.charAt(0));
  }

  /// `a.c`, where `a` stands for the relation and for nothing else
  private static boolean isQualified(View view, ObjectName column, List<String> words) {
    var relation = column.name().name().toLowerCase(Locale.ROOT);
    var sameNamed =
        view.reads().stream()
            .filter(r -> r.kind().isRelation())
            .map(r -> r.name())
            .filter(n -> n.name().equalsIgnoreCase(relation))
            .distinct()
            .toList();
    if (words.contains("with") || !sameNamed.equals(List.of(column.name()))) {
      return false;
    }
    var own = column.own().toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(w -> w.endsWith("." + own))
        .map(w -> w.substring(0, w.length() - own.length() - 1))
        .anyMatch(alias -> standsFor(alias, relation, words));
  }

  private static boolean standsFor(String alias, String relation, List<String> words) {
    var places = new ArrayList<Integer>();
    for (var i = 1; i < words.size(); i++) {
      if (words.get(i).equals(alias)) {
        places.add(i);
      }
    }
    if (places.size() != 1) {
      return false;
    }
    var at = places.getFirst();
    if (alias.equals(relation)) {
      var next = word(words, at + 1);
      return BEFORE_RELATION.contains(words.get(at - 1))
          && !Set.of("as", "(").contains(next)
          && !isAlias(next);
    }
    var of = at - (words.get(at - 1).equals("as") ? 2 : 1);
    return of > 0
        && !word(words, at + 1).equals("(")
        && lastName(words.get(of)).equals(relation)
        && BEFORE_RELATION.contains(words.get(of - 1));
  }

  private static boolean isAlias(String word) {
    return isName(word) && !AFTER_RELATION.contains(word);
  }

  /// With a quoted name, its qualifier and what it qualifies, which are several, as one.
  private static List<String> words(String definition) {
    var words = new ArrayList<String>();
    for (var word : CanonicalWords.of(definition)) {
      var small = word.toLowerCase(Locale.ROOT);
      var isBehindDot = !words.isEmpty() && words.getLast().endsWith(".") && !small.equals("*");
      if (isBehindDot || (!words.isEmpty() && small.startsWith("."))) {
        words.add(words.removeLast() + small);
      } else {
        words.add(small);
      }
    }
    return words;
  }

  private static boolean isSelected(String column, String relation, List<String> words) {
    var selected = selected(words);
    var from = words.indexOf("from") + 1;
    var first = from + (word(words, from).equals("only") ? 1 : 0);
    if (!lastName(word(words, first)).equals(relation.toLowerCase(Locale.ROOT))) {
      return false;
    }
    var alias = word(words, word(words, first + 1).equals("as") ? first + 2 : first + 1);
    return selected.contains(column.toLowerCase(Locale.ROOT))
        || selected.contains("*")
        || selected.contains(lastName(word(words, first)) + ".*")
        || selected.contains(alias + ".*");
  }

  private static String word(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }

  private static String lastName(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  /// `c`, `t.c`, `c as d`, `*`, `t.*`
  private static Set<String> selected(List<String> words) {
    var names = new HashSet<String>();
    var item = new ArrayList<String>();
    var depth = 0;
    for (var word : words.subList(1, words.size())) {
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (depth == 0 && (word.equals(",") || word.equals("from"))) {
        add(item, names);
        item.clear();
        if (word.equals("from")) {
          break;
        }
      } else {
        item.add(word);
      }
    }
    return names;
  }

  private static void add(List<String> item, Set<String> names) {
    if (item.size() == 1 || (item.size() == 3 && item.get(1).equals("as"))) {
      names.add(lastName(item.getFirst()));
    } else if (item.size() == 2 && item.getFirst().endsWith(".") && item.getLast().equals("*")) {
      var row = item.getFirst();
      names.add(lastName(row.substring(0, row.length() - 1)) + ".*");
    }
  }
}
