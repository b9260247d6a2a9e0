package dev.deed.sql.parse;

/// `CREATE` and `ALTER TYPE | DOMAIN`.
final class TypeStatements {

  private final Cursor cursor;

  TypeStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
