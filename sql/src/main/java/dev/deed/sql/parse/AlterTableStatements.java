package dev.deed.sql.parse;

/// `ALTER TABLE | INDEX | VIEW | MATERIALIZED VIEW | FOREIGN TABLE`.
final class AlterTableStatements {

  private final Cursor cursor;

  AlterTableStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
