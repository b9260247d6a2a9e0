package dev.deed.sql.parse;

/// `DROP` of every kind of object.
final class DropStatements {

  private final Cursor cursor;

  DropStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed drop() {
    throw cursor.unexpected("a statement that is read");
  }
}
