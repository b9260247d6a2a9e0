package dev.deed.sql.parse;

/// Foreign-data wrappers, servers, user mappings, `IMPORT FOREIGN SCHEMA`.
final class ForeignStatements {

  private final Cursor cursor;

  ForeignStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed importSchema() {
    throw cursor.unexpected("a statement that is read");
  }
}
