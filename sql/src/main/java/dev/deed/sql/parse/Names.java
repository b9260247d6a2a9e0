package dev.deed.sql.parse;

/// Names as PostgreSQL folds them.
final class Names {

  private Names() {}

  /// The name that a word or quoted identifier stands for: lower case without quotes, decoded with.
  static String folded(Tokens tokens, int token) {
    throw new UnsupportedOperationException("token " + token + " of " + tokens.count());
  }
}
