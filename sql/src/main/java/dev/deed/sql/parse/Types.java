package dev.deed.sql.parse;

import dev.deed.sql.expression.TypeName;

/// Type names.
final class Types {

  private final Cursor cursor;

  Types(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  /// A type where a column or an argument is defined: `SETOF`, `%TYPE` and arrays included.
  TypeName type() {
    throw cursor.unexpected("a type");
  }
}
