package dev.deed.lint.rule.failure;

import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Relation.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Columns that a view certainly uses: those that its select list names alone, or by a star, in a
/// query whose FROM begins with the only relation that it reads. `View.reads` may have too many.
final class ViewColumns {

  private static final Set<String> COMBINES =
      Set.of("union", "intersect", "except", "with", "values");

  private ViewColumns() {}

  static boolean uses(View view, String column) {
    var relations =
        view.reads().stream()
            .filter(r -> r.kind().isRelation())
            .map(r -> r.name())
            .distinct()
            .toList();
    var words = words(view.definition());
    return relations.size() == 1
        && words.stream().filter("select"::equals).count() == 1
        && words.stream().noneMatch(COMBINES::contains)
        && isSelected(column, relations.getFirst().name(), words)
        && view.reads().stream()
            .anyMatch(
                r -> r.kind() == dev.deed.sql.effect.ObjectKind.COLUMN && r.own().equals(column));
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
