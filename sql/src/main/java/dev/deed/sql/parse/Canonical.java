package dev.deed.sql.parse;

/// One normal spelling of a stretch of tokens: single spaces, key words and plain names in lower case,
/// comments left out, strings by their value.
final class Canonical {

  private Canonical() {}

  /// @param last exclusive
  static String of(Tokens tokens, int first, int last) {
    throw new UnsupportedOperationException(first + " to " + last + " of " + tokens.count());
  }
}
