package dev.deed.sql.parse;

/// Publications and subscriptions.
final class ReplicationStatements {

  private final Cursor cursor;

  ReplicationStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
