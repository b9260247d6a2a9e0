package dev.deed.sql.lex;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Comments that look like a directive of deed and are none: `-- Deed: ignore x`, `/* deed: ignore
/// x */`, `-- deed requires a/1`, `-- dead: ignore x`. Prose about deeds is not one: a directive's
/// name has to follow, and without a colon its arguments, too.
public final class StrayDirective {

  private static final String DEED = "deed";
  private static final String DECORATION = " \t-#/*!@>=+.(";
  private static final String SEPARATORS = ":;=,./_-|\uFF1A";

  /// The only name of two words ends like this.
  private static final String OF_ROWS = "-rows";

  /// What the arguments of each directive look like.
  private static final Map<String, Pattern> DIRECTIVES =
      Map.ofEntries(
          entry("requires", Pattern.compile("[\\w-]+/\\d+.*")),
          entry("irreversible", Pattern.compile("(\".*)?")),
          entry("transaction", Pattern.compile("none\\b.*")),
          entry("expect", Pattern.compile("(?i)(select|table|with|values)\\b.*=.*")),
          entry("expect-rows", Pattern.compile("|[\\w\".]+(\\s+[\\w\".]+)*")),
          entry("ignore", Pattern.compile("[a-z]+(-[a-z]+)+\\b.*|.*\\b(until|reason)=.*")),
          entry("touches", Pattern.compile("nothing|\\S+\\s+(reads|references|writes|defines)")),
          entry("backfill", Pattern.compile("|.*=.*")),
          entry("replaces", Pattern.compile("|[0-9].*")),
          entry("changeover", Pattern.compile(".*\\bphase=.*")),
          entry("contract", Pattern.compile("of=.*")),
          entry("why", Pattern.compile("\".*")),
          entry("manual", Pattern.compile("\".*")),
          entry("fixes", Pattern.compile("[0-9]+")),
          entry("draft", Pattern.compile("")),
          entry("generated", Pattern.compile("")));

  /// Names of directives that are long enough for a misspelling to be told from another word.
  private static final List<String> LONG =
      DIRECTIVES.keySet().stream().filter(name -> name.length() > 5).sorted().toList();

  private StrayDirective() {}

  /// True if a line of the comment looks like a directive.
  ///
  /// @param start after the sign that opens the comment
  static boolean isIn(String text, int start, int end) {
    var from = start;
    while (from < end) {
      var to = from;
      while (to < end && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
        to++;
      }
      if (isLine(text, from, to)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /// True if the text from `start` to the end of its line looks like a directive.
  public static boolean isAt(String text, int start) {
    var end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return isLine(text, start, end);
  }

  private static boolean isLine(String text, int start, int end) {
    var p = skip(text, start, end, DECORATION);
    var wordEnd = p;
    while (wordEnd < end && isLetter(text.charAt(wordEnd)) && wordEnd - p <= DEED.length() + 1) {
      wordEnd++;
    }
    if (wordEnd - p < DEED.length() - 1 || wordEnd - p > DEED.length() + 1) {
      return false;
    }
    var word = text.substring(p, wordEnd).toLowerCase(Locale.ROOT);
    if (!isNear(word, DEED)) {
      return false;
    }
    return isDirective(word, text.substring(wordEnd, end).strip());
  }

  private static boolean isDirective(String word, String rest) {
    var from = skip(rest, 0, rest.length(), SEPARATORS + " \t");
    var separated = rest.substring(0, from).chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
    var to = from;
    while (to < rest.length() && isLetter(rest.charAt(to))) {
      to++;
    }
    if (rest.regionMatches(true, to, OF_ROWS, 0, OF_ROWS.length())) {
      to += OF_ROWS.length();
    }
    var name = rest.substring(from, to).toLowerCase(Locale.ROOT);
    var form = DIRECTIVES.get(name);
    if (!word.equals(DEED)) {
      return form != null && rest.startsWith(":");
    }
    if (separated) {
      return form != null || LONG.stream().anyMatch(known -> isNear(name, known));
    }
    return form != null && form.matcher(rest.substring(to).strip().replace("*/", "")).matches();
  }

  private static int skip(String text, int start, int end, String characters) {
    var p = start;
    while (p < end && characters.indexOf(text.charAt(p)) >= 0) {
      p++;
    }
    return p;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Equal, or with one letter more, less, different, or two exchanged.
  private static boolean isNear(String word, String wanted) {
    if (word.equals(wanted)) {
      return true;
    }
    var same = 0;
    while (same < word.length()
        && same < wanted.length()
        && word.charAt(same) == wanted.charAt(same)) {
      same++;
    }
    var ends = word.substring(same);
    var wantedEnds = wanted.substring(same);
    return switch (ends.length() - wantedEnds.length()) {
      case 1 -> ends.substring(1).equals(wantedEnds);
      case -1 -> wantedEnds.substring(1).equals(ends);
      case 0 ->
          ends.substring(1).equals(wantedEnds.substring(1))
              || (ends.length() > 1
                  && ends.charAt(0) == wantedEnds.charAt(1)
                  && ends.charAt(1) == wantedEnds.charAt(0)
                  && ends.substring(2).equals(wantedEnds.substring(2)));
      default -> false;
    };
  }
}
