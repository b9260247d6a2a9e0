package dev.deed.sql.parse;

/// Schemas, extensions, statistics, text search, collations, conversions, access methods, large objects.
final class CatalogStatements {

  private final Cursor cursor;

  CatalogStatements(Parsing parsing, StatementParser statements) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
