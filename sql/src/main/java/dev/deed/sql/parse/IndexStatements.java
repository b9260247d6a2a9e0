package dev.deed.sql.parse;

/// `CREATE INDEX`.
final class IndexStatements {

  private final Cursor cursor;

  IndexStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }
}
