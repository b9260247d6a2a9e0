package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.GLOBAL;
import static dev.deed.sql.Keyword.LOCAL;
import static dev.deed.sql.Keyword.OR;
import static dev.deed.sql.Keyword.REPLACE;
import static dev.deed.sql.Keyword.TEMP;
import static dev.deed.sql.Keyword.TEMPORARY;
import static dev.deed.sql.Keyword.UNLOGGED;

import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.lex.Cursor;

/// `CREATE [OR REPLACE] [[GLOBAL | LOCAL] TEMPORARY | UNLOGGED]`: the words before the kind.
record CreateWords(int first, boolean orReplace, Persistence persistence) {

  /// Takes these words, starting at `CREATE`.
  static CreateWords read(Cursor cursor) {
    var first = cursor.position();
    cursor.expect(CREATE);
    var orReplace = cursor.accept(OR);
    if (orReplace) {
      cursor.expect(REPLACE);
    }
    return new CreateWords(first, orReplace, persistence(cursor));
  }

  private static Persistence persistence(Cursor cursor) {
    if (cursor.accept(UNLOGGED)) {
      return Persistence.UNLOGGED;
    }
    var scope = cursor.accept(GLOBAL) || cursor.accept(LOCAL);
    if (cursor.accept(TEMPORARY) || cursor.accept(TEMP)) {
      return Persistence.TEMPORARY;
    }
    if (scope) {
      throw cursor.unexpected("TEMPORARY");
    }
    return Persistence.PERMANENT;
  }

  void refuseOrReplace(Cursor cursor) {
    if (orReplace) {
      throw cursor.unexpected("a kind of object that supports OR REPLACE");
    }
  }
}
