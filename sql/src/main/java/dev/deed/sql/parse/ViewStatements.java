package dev.deed.sql.parse;

/// `CREATE [MATERIALIZED] VIEW`, `REFRESH MATERIALIZED VIEW`.
final class ViewStatements {

  private final Cursor cursor;

  ViewStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed refresh() {
    throw cursor.unexpected("a statement that is read");
  }
}
