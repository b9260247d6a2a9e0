package dev.deed.sql.parse;

/// `CREATE` and `ALTER ROLE | USER | GROUP`.
final class RoleStatements {

  private final Cursor cursor;

  RoleStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
