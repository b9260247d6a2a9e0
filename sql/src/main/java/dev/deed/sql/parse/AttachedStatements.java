package dev.deed.sql.parse;

/// Triggers, event triggers, rules and policies.
final class AttachedStatements {

  private final Cursor cursor;

  AttachedStatements(Parsing parsing, StatementParser statements) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }
}
