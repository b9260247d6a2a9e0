package dev.deed.sql.parse;

/// `EXPLAIN`, prepared statements and cursors.
final class CursorStatements {

  private final Cursor cursor;

  CursorStatements(Parsing parsing, StatementParser statements) {
    this.cursor = parsing.cursor;
  }

  Parsed explain() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed prepare() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed execute() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed deallocate() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed declare() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed fetch() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed close() {
    throw cursor.unexpected("a statement that is read");
  }
}
