package dev.deed.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The words of a canonical text: names and strings without their quotes, punctuation separate.
public final class CanonicalWords {

  private final List<String> words = new ArrayList<>();
  private final String text;

  private CanonicalWords(String text) {
    this.text = text;
    for (var i = 0; i < text.length(); ) {
      i = take(i);
    }
  }

  public static List<String> of(String canonical) {
    return new CanonicalWords(canonical).words;
  }

  private int take(int start) {
    var c = text.charAt(start);
    if (c == ' ') {
      return start + 1;
    }
    if (c == '\'' || c == '"') {
      return takeQuoted(start, c);
    }
    var end = start + 1;
    if (isWord(c)) {
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
    }
    words.add(text.substring(start, end));
    return end;
  }

  private int takeQuoted(int start, char quote) {
    var value = new StringBuilder();
    var i = start + 1;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
          break;
        }
        i++;
      }
      value.append(text.charAt(i++));
    }
    words.add(value.toString());
    return i + 1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' || c == '+' || c == '.';
  }

  private static int nextItem(List<String> words, int from) {
    var i = from;
    while (i < words.size() && !words.get(i).equals(",")) {
      i++;
    }
    return i;
  }

  /// `(add a 'x', set b 'y', drop c, d 'z')` of a foreign object.
  public static void applyForeign(String canonical, SortedMap<String, String> options) {
    var words = of(canonical);
    for (var i = 1; i < words.size() - 1; i++) {
      var end = Math.min(nextItem(words, i), words.size() - 1);
      var item = words.subList(i, end);
      if (item.size() == 2 && item.getFirst().equals("drop")) {
        options.remove(item.getLast());
      } else if (item.size() >= 2) {
        options.put(item.get(item.size() - 2), item.getLast());
      }
      i = end;
    }
  }
}
