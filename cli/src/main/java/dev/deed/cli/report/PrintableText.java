package dev.deed.cli.report;

/// Text that cannot steer the reader's terminal: names and comments in SQL may hold any character.
public final class PrintableText {

  private static final char REPLACEMENT = '\uFFFD';

  private PrintableText() {}

  /// Line ends and tabs stay; every other control and format character is replaced.
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var printable = text.codePoints().map(PrintableText::printable);
    return printable
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// As nearly all texts are.
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /// The same in one line: a name may hold line ends, too.
  public static String line(String text) {
    return isPlain(text) ? text : of(text.replace('\n', REPLACEMENT).replace('\t', REPLACEMENT));
  }

  private static int printable(int character) {
    var isLayout = character == '\n' || character == '\t';
    return steers(character) && !isLayout ? REPLACEMENT : character;
  }

  /// Whether a terminal may do something else with it than show it, or not show it at all.
  public static boolean steers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Half of a pair: whole ones are no surrogates.
      case Character.SURROGATE -> true;
      default -> false;
    };
  }
}
