package dev.deed.engine;

import dev.deed.sql.lex.Tokens;

/// Strings and function bodies of several lines in a down that is written as comments. The dashes
/// are blanked so that all else keeps its place; in a string, the blanks would be part of it.
final class CommentedLiterals {

  /// Two dashes and the blank after them.
  private static final int MARGIN = 3;

  private CommentedLiterals() {}

  /// The same text with each of them as it was before it became a comment. It has the same length:
  /// the blanks follow the string, or its semicolon.
  static String exact(String uncommented) {
    if (uncommented.indexOf('\'') < 0 && uncommented.indexOf('$') < 0) {
      return uncommented;
    }
    var tokens = Tokens.of(uncommented);
    var text = new StringBuilder(uncommented.length());
    var copied = 0;
    for (var i = 0; i < tokens.count(); i++) {
      var token = tokens.raw(i);
      if (token.indexOf('\n') >= 0) {
        text.append(uncommented, copied, tokens.start(i));
        var from = text.length();
        appendWithoutMargin(text, token);
        var missing = token.length() - (text.length() - from);
        copied = tokens.end(i);
        if (copied < uncommented.length() && uncommented.charAt(copied) == ';') {
          text.append(';');
          copied++;
        }
        text.repeat(' ', missing);
      }
    }
    return text.append(uncommented, copied, uncommented.length()).toString();
  }

  private static void appendWithoutMargin(StringBuilder text, String token) {
    for (var start = 0; start < token.length(); ) {
      var lineBreak = token.indexOf('\n', start);
      var end = lineBreak < 0 ? token.length() : lineBreak + 1;
      var first = start;
      while (start > 0 && first < start + MARGIN && token.charAt(first) == ' ') {
        first++;
      }
      text.append(token, first, end);
      start = end;
    }
  }
}
