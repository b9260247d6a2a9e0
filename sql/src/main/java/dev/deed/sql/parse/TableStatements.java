package dev.deed.sql.parse;

/// `CREATE TABLE`, `CREATE TABLE AS`, `CREATE FOREIGN TABLE`.
final class TableStatements {

  private final Cursor cursor;

  TableStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }
}
