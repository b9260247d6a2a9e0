package dev.deed.cli.report;

/// Makes text safe to print on a terminal: names and comments in SQL may contain any character.
public final class PrintableText {

  private static final char REPLACEMENT = '\uFFFD';

  private PrintableText() {}

  /// Replaces every control and format character except line breaks and tabs.
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var printable = text.codePoints().map(PrintableText::printable);
    return printable
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether nothing has to be replaced, as in nearly all texts.
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /// The same on one line: a name may contain line breaks.
  public static String line(String text) {
    return isPlain(text) ? text : of(text.replace('\n', REPLACEMENT).replace('\t', REPLACEMENT));
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
