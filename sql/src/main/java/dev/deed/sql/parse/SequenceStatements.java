package dev.deed.sql.parse;

/// `CREATE SEQUENCE`, `ALTER SEQUENCE`.
final class SequenceStatements {

  private final Cursor cursor;

  SequenceStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
