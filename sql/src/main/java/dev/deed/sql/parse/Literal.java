package dev.deed.sql.parse;

/// Writes string constants.
final class Literal {

  private Literal() {}

  static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
