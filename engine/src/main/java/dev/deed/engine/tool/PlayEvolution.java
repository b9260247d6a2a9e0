package dev.deed.engine.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An evolution of the Play framework: lines such as `# --- !Ups`, text before them that is not
/// SQL, and `;;` for a semicolon within a statement. Each position stays where it is.
final class PlayEvolution {

  private static final Pattern MARKER =
      Pattern.compile("(?m)^(?:#|--)[^\\r\\n!]*(?=!(?:Ups|Downs)\\b)");
  private static final Pattern ANYTHING = Pattern.compile("[^\\r\\n]");

  private PlayEvolution() {}

  static boolean isOne(String text) {
    return MARKER.matcher(text).find();
  }

  /// The same text where it is not an evolution.
  static String asSql(String text) {
    var first = MARKER.matcher(text);
    if (!first.find()) {
      return text;
    }
    var before = ANYTHING.matcher(text.substring(0, first.start())).replaceAll(" ");
    return before
        + MARKER
            .matcher(text.substring(first.start()))
            .replaceAll(marker -> Matcher.quoteReplacement(comment(marker.group().length())))
            .replace(";;", "; ");
  }

  /// As long as what was there; a `#` alone has no room for two dashes.
  private static String comment(int length) {
    return length < 2 ? "--" : "--" + " ".repeat(length - 2);
  }
}
