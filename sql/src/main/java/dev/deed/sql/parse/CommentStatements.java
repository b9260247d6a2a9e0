package dev.deed.sql.parse;

/// `COMMENT ON`, `SECURITY LABEL`.
final class CommentStatements {

  private final Cursor cursor;

  CommentStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed comment() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed label() {
    throw cursor.unexpected("a statement that is read");
  }
}
