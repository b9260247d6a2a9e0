package dev.deed.sql.lex;

/// Writes string constants.
public final class Literal {

  private Literal() {}

  public static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
