package dev.deed.sql.parse;

import dev.deed.sql.expression.Query;

/// `SELECT`, `VALUES`, `TABLE`, with `WITH` and set operations. Relations that they read become
/// effects, names of common table expressions do not.
final class Queries {

  private final Cursor cursor;

  Queries(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  /// At the first word of a query, or at a parenthesis that opens one.
  boolean atQuery() {
    return false;
  }

  Query query() {
    throw cursor.unexpected("a query");
  }
}
