package dev.deed.sql.parse;

/// Transactions and settings, `LISTEN` and the like.
final class SessionStatements {

  private final Cursor cursor;

  SessionStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed transaction() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed setting() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed other() {
    throw cursor.unexpected("a statement that is read");
  }
}
