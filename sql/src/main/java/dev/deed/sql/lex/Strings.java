package dev.deed.sql.lex;

/// Values of string constants.
public final class Strings {

  private Strings() {}

  /// The value of a `STRING` token: quotes, escapes and continuations resolved. For a `BITS` token,
  /// its digits.
  public static String value(Tokens tokens, int token) {
    var raw = tokens.raw(token);
    return switch (raw.charAt(0)) {
      case '$' -> dollarQuoted(raw);
      case '\'' -> plain(raw, 0);
      case 'e', 'E' -> escaped(raw, tokens.offsetInFile(tokens.start(token)));
      case 'u', 'U' -> UnicodeEscapes.decoded(tokens, token, '\'');
      default -> plain(raw, 1);
    };
  }

  private static String dollarQuoted(String raw) {
    var tag = raw.indexOf('$', 1) + 1;
    return raw.substring(tag, raw.length() - tag);
  }

  private static String plain(String raw, int quote) {
    if (raw.indexOf('\'', quote + 1) == raw.length() - 1) {
      return raw.substring(quote + 1, raw.length() - 1);
    }
    var value = new StringBuilder(raw.length());
    var p = quote;
    while (p < raw.length()) {
      p = nextSegment(raw, plainSegment(raw, p + 1, value));
    }
    return value.toString();
  }

  private static int plainSegment(String raw, int from, StringBuilder value) {
    var p = from;
    while (true) {
      var end = raw.indexOf('\'', p);
      value.append(raw, p, end);
      if (end + 1 >= raw.length() || raw.charAt(end + 1) != '\'') {
        return end + 1;
      }
      value.append('\'');
      p = end + 2;
    }
  }

  /// Skips white space and comments.
  static int nextSegment(String raw, int from) {
    var p = from;
    while (p < raw.length()) {
      if (raw.startsWith("--", p)) {
        while (p < raw.length() && raw.charAt(p) != '\n' && raw.charAt(p) != '\r') {
          p++;
        }
      } else if (raw.charAt(p) <= ' ') {
        p++;
      } else {
        break;
      }
    }
    return p;
  }

  private static String escaped(String raw, int offset) {
    var value = new StringBuilder(raw.length());
    var p = 1;
    while (p < raw.length()) {
      p = nextSegment(raw, escapedSegment(raw, p + 1, value, offset));
    }
    checkSurrogates(value, offset);
    return value.toString();
  }

  private static int escapedSegment(String raw, int from, StringBuilder value, int offset) {
    var p = from;
    while (true) {
      var c = raw.charAt(p);
      if (c == '\\') {
        p = escape(raw, p + 1, value, offset);
        continue;
      }
      if (c == '\'') {
        if (p + 1 >= raw.length() || raw.charAt(p + 1) != '\'') {
          return p + 1;
        }
        p++;
      }
      value.append(c);
      p++;
    }
  }

  /// Starts after the backslash; returns where the text continues.
  private static int escape(String raw, int at, StringBuilder value, int offset) {
    var c = raw.charAt(at);
    switch (c) {
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000b');
      case 'u' -> {
        appendCodePoint(value, raw, at + 1, 4, offset);
        return at + 5;
      }
      case 'U' -> {
        appendCodePoint(value, raw, at + 1, 8, offset);
        return at + 9;
      }
      case 'x' -> {
        return number(raw, at + 1, 16, 2, value);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return number(raw, at, 8, 3, value);
      }
      default -> value.append(c);
    }
    return at + 1;
  }

  /// A byte by its number, of at most `most` digits. `\x` without a digit is an `x`.
  private static int number(String raw, int from, int radix, int most, StringBuilder value) {
    var p = from;
    var number = 0;
    while (p < raw.length() && p - from < most && Character.digit(raw.charAt(p), radix) >= 0) {
      number = number * radix + Character.digit(raw.charAt(p), radix);
      p++;
    }
    value.append(p == from ? 'x' : (char) (number & 0xFF));
    return p;
  }

  static void appendCodePoint(
      StringBuilder value, CharSequence written, int from, int digits, int offset) {
    var codePoint = 0;
    for (var i = from; i < from + digits; i++) {
      var digit = i < written.length() ? Character.digit(written.charAt(i), 16) : -1;
      if (digit < 0 || codePoint > 0x10FFFF) {
        throw new SyntaxError("invalid Unicode escape", offset);
      }
      codePoint = codePoint * 16 + digit;
    }
    if (codePoint == 0 || codePoint > 0x10FFFF) {
      throw new SyntaxError("invalid Unicode escape value", offset);
    }
    value.appendCodePoint(codePoint);
  }

  static void checkSurrogates(CharSequence value, int offset) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      var pair =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (!pair) {
        throw new SyntaxError("invalid Unicode surrogate pair", offset);
      }
      i++;
    }
  }
}
