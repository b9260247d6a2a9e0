package dev.deed.sql.parse;

/// `GRANT`, `REVOKE`, `ALTER DEFAULT PRIVILEGES`, `REASSIGN OWNED`.
final class PrivilegeStatements {

  private final Cursor cursor;

  PrivilegeStatements(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  Parsed grant() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed revoke() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed reassign() {
    throw cursor.unexpected("a statement that is read");
  }

  Parsed alterDefault() {
    throw cursor.unexpected("a statement that is read");
  }
}
