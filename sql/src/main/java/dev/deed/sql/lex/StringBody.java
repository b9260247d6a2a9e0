package dev.deed.sql.lex;

import java.util.Arrays;

/// The value of a string constant, with the position of each of its characters in the surrounding
/// text, so that mistakes in code inside a string can be reported where they are.
///
/// @param origins offset in the outer text for each character of `value`, and one more for its end
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record StringBody(String value, int[] origins) {

  /// The value of the string token `token`.
  public static StringBody of(Tokens tokens, int token) {
    var value = Strings.value(tokens, token);
    var raw = tokens.raw(token);
    var start = tokens.start(token);
    var prefix = prefixOf(raw);
    var isVerbatim = raw.startsWith(value, prefix) && raw.length() <= value.length() + 2 * prefix;
    return new StringBody(
        value, isVerbatim ? verbatim(value, start + prefix) : decoded(value, raw, start, prefix));
  }

  /// Concatenates both.
  public StringBody then(StringBody next) {
    var all = Arrays.copyOf(origins, value.length() + next.origins.length);
    System.arraycopy(next.origins, 0, all, value.length(), next.origins.length);
    return new StringBody(value + next.value, all);
  }

  /// A text that is not in the file literally: all of it is located at `offset`.
  public static StringBody at(int offset, String value) {
    var origins = new int[value.length() + 1];
    Arrays.fill(origins, offset);
    return new StringBody(value, origins);
  }

  /// The length of what precedes the value: `'`, `E'`, `U&'`, `$tag$`.
  private static int prefixOf(String raw) {
    if (raw.startsWith("$")) {
      return raw.indexOf('$', 1) + 1;
    }
    return raw.indexOf('\'') + 1;
  }

  private static int[] verbatim(String value, int start) {
    var origins = new int[value.length() + 1];
    for (var i = 0; i < origins.length; i++) {
      origins[i] = start + i;
    }
    return origins;
  }

  /// Walks value and source in parallel: a character that differs is an escape.
  private static int[] decoded(String value, String raw, int start, int prefix) {
    var origins = new int[value.length() + 1];
    var at = prefix;
    for (var i = 0; i < value.length(); i++) {
      origins[i] = start + Math.min(at, raw.length() - 1);
      at += lengthOf(raw, at, value.charAt(i));
    }
    origins[value.length()] = start + raw.length() - 1;
    return origins;
  }

  private static int lengthOf(String raw, int at, char meant) {
    if (at + 1 >= raw.length()) {
      return 1;
    }
    var c = raw.charAt(at);
    var next = raw.charAt(at + 1);
    if (c == '\'' && next == '\'') {
      return 2;
    }
    if (c != '\\' || (meant == '\\' && next != '\\')) {
      return 1;
    }
    return switch (next) {
      case 'u' -> 6;
      case 'U' -> 10;
      case 'x' -> 4;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> 4;
      default -> 2;
    };
  }
}
