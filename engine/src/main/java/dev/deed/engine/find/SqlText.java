package dev.deed.engine.find;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a text is SQL, by its first word.
final class SqlText {

  private static final Pattern BEGINNING =
      Pattern.compile("\\A(?:\\s|\\x{FEFF}|--[^\\n]*|(?s:/\\*.*?\\*/)|\\\\[^\\n]*|;)*+(\\p{L}*)");

  private static final Set<String> FIRST_WORDS =
      Set.of(
          ("abort alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare"
                  + " delete discard do drop end execute explain fetch grant import insert listen load lock merge move"
                  + " notify prepare reassign refresh reindex release reset revoke rollback savepoint security select"
                  + " set show start table truncate unlisten update vacuum values with")
              .split(" "));

  private SqlText() {}

  /// A text with nothing but comments is, too.
  static boolean isLikely(String text) {
    var match = BEGINNING.matcher(text);
    var word = match.find() ? match.group(1) : "";
    return (word.isEmpty() && match.end() == text.length())
        || FIRST_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
