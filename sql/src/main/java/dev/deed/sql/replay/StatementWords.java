package dev.deed.sql.replay;

import dev.deed.sql.lex.Strings;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a statement and of the SQL in its strings: names without quotes, key words in small
/// letters, and signs.
final class StatementWords {

  private static final int MOST_STRINGS = 10;

  private final List<String> words = new ArrayList<>();

  private StatementWords() {}

  static List<String> of(String text) {
    var words = new StatementWords();
    words.add(text, 0);
    return words.words;
  }

  private void add(String text, int depth) {
    var tokens = Tokens.of(text);
    for (var i = 0; i < tokens.count() - 1; i++) {
      var raw = tokens.raw(i);
      switch (tokens.sign(i)) {
        case WORD -> words.add(raw.toLowerCase(Locale.ROOT));
        case QUOTED -> words.add(raw.substring(1, raw.length() - 1).replace("\"\"", "\""));
        case STRING -> {
          var value = Strings.value(tokens, i);
          if (depth < MOST_STRINGS && isSql(value)) {
            add(value, depth + 1);
          }
        }
        default -> words.add(raw);
      }
    }
  }

  /// A body, or a query in a string. Other strings hold no names of columns.
  private static boolean isSql(String value) {
    var lower = value.toLowerCase(Locale.ROOT);
    return lower.contains("select")
        || lower.contains("begin")
        || lower.contains("update")
        || lower.contains("insert")
        || lower.contains("delete")
        || lower.contains("merge");
  }
}
