package dev.deed.cli.report;

/// Makes text safe to print on a terminal and into a CI log: names and comments in SQL may contain
/// any character.
public final class PrintableText {

  private static final char REPLACEMENT = '\uFFFD';

  private PrintableText() {}

  /// Replaces one character of each command to a CI runner, and every control and format character
  /// except line breaks and tabs.
  public static String of(String text) {
    var printable = withoutControls(text);
    return printable.contains("::") || printable.contains("##")
        ? withoutCommands(printable)
        : printable;
  }

  private static String withoutControls(String text) {
    if (isPlain(text, true)) {
      return text;
    }
    var printable = text.codePoints().map(PrintableText::printable);
    return printable
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// GitHub Actions reads `::command::` at the start of a line; it and Azure Pipelines read
  /// `##[command]` and `##vso[command]` anywhere in a line.
  private static String withoutCommands(String text) {
    var safe = new StringBuilder(text);
    var isAtStart = true;
    for (var i = 0; i < text.length(); i++) {
      if ((isAtStart && text.startsWith("::", i)) || isOldCommand(text, i)) {
        safe.setCharAt(i, REPLACEMENT);
      }
      var c = text.charAt(i);
      isAtStart =
          c == '\n' || (isAtStart && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }
    return safe.toString();
  }

  /// Whether the second `#` of `##[...]` or `##vso[...]` is at `at`.
  private static boolean isOldCommand(String text, int at) {
    if (at == 0 || text.charAt(at) != '#' || text.charAt(at - 1) != '#') {
      return false;
    }
    var end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.startsWith("[", end);
  }

  /// Whether nothing has to be replaced, as in nearly all texts.
  private static boolean isPlain(String text, boolean mayHaveLines) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var isLayout = c == '\n' || c == '\t';
      if ((c < ' ' || c > '~') && !(isLayout && mayHaveLines)) {
        return false;
      }
    }
    return true;
  }

  /// The same on one line: a name may contain line breaks.
  public static String line(String text) {
    return of(
        isPlain(text, false) ? text : text.replace('\n', REPLACEMENT).replace('\t', REPLACEMENT));
  }

  private static int printable(int character) {
    var isLayout = character == '\n' || character == '\t';
    return steers(character) && !isLayout ? REPLACEMENT : character;
  }

  /// Whether a terminal could interpret or hide the character instead of showing it.
  public static boolean steers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // A lone surrogate: complete pairs are not surrogates as code points.
      case Character.SURROGATE -> true;
      default -> false;
    };
  }
}
