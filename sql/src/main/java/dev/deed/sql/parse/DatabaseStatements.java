package dev.deed.sql.parse;

/// Databases, tablespaces, `ALTER SYSTEM`.
final class DatabaseStatements {

  private final Cursor cursor;

  DatabaseStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
