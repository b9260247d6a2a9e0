package dev.deed.sql.parse;

/// `SELECT`, `INSERT`, `UPDATE`, `DELETE`, `MERGE`, `COPY`, `TRUNCATE`, `LOCK`.
final class RowStatements {

  private final Cursor cursor;

  RowStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed query() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed insert() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed update() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed delete() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed merge() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed copy() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed truncate() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed lock() {
    throw cursor.unexpected("a statement that is read");
  }
}
