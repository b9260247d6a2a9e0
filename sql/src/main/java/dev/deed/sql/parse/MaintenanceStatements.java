package dev.deed.sql.parse;

/// `VACUUM`, `ANALYZE`, `CLUSTER`, `REINDEX`, `REPACK`.
final class MaintenanceStatements {

  private final Cursor cursor;

  MaintenanceStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed maintain() {
    throw cursor.unexpected("a statement that is read");
  }
}
