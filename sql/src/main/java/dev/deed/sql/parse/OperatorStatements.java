package dev.deed.sql.parse;

/// Aggregates, operators, operator classes and families, casts, transforms, languages.
final class OperatorStatements {

  private final Cursor cursor;

  OperatorStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
