package dev.deed.sql.parse;

/// Values of string constants.
final class Strings {

  private Strings() {}

  /// The value of a `STRING` token: quotes, escapes and continuations resolved.
  static String value(Tokens tokens, int token) {
    throw new UnsupportedOperationException("token " + token + " of " + tokens.count());
  }
}
