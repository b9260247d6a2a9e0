package dev.deed.sql.parse;

/// `CREATE` and `ALTER FUNCTION | PROCEDURE | ROUTINE`, `DO`, `CALL`.
final class RoutineStatements {

  private final Cursor cursor;

  RoutineStatements(Parsing parsing, StatementParser statements) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alter() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed runBlock() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed call() {
    throw cursor.unexpected("a statement that is read");
  }
}
