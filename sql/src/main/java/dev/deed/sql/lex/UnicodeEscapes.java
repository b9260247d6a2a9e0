package dev.deed.sql.lex;

/// `U&'...'` and `U&"..."`, with `UESCAPE`.
final class UnicodeEscapes {

  private UnicodeEscapes() {}

  static String decoded(Tokens tokens, int token, char quote) {
    var raw = tokens.raw(token);
    var written = new StringBuilder(raw.length());
    var end = segments(raw, quote, written);
    var escape = end < raw.length() ? raw.charAt(raw.length() - 2) : '\\';
    return resolved(written, escape, tokens.offsetInFile(tokens.start(token)));
  }

  /// Collects the text between the quotes; returns where the last segment ends.
  private static int segments(String raw, char quote, StringBuilder written) {
    var p = 2;
    while (true) {
      p = segment(raw, p + 1, quote, written);
      var next = Strings.nextSegment(raw, p);
      if (next >= raw.length() || raw.charAt(next) != quote) {
        return next;
      }
      p = next;
    }
  }

  private static int segment(String raw, int from, char quote, StringBuilder written) {
    var p = from;
    while (true) {
      var c = raw.charAt(p);
      if (c == quote) {
        if (p + 1 >= raw.length() || raw.charAt(p + 1) != quote) {
          return p + 1;
        }
        p++;
      }
      written.append(c);
      p++;
    }
  }

  private static String resolved(CharSequence written, char escape, int offset) {
    var text = new StringBuilder(written.length());
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (c != escape) {
        text.append(c);
      } else if (i + 1 < written.length() && written.charAt(i + 1) == escape) {
        text.append(escape);
        i++;
      } else {
        var plus = i + 1 < written.length() && written.charAt(i + 1) == '+';
        var first = i + (plus ? 2 : 1);
        var digits = plus ? 6 : 4;
        Strings.appendCodePoint(text, written, first, digits, offset);
        i = first + digits - 1;
      }
    }
    Strings.checkSurrogates(text, offset);
    return text.toString();
  }
}
