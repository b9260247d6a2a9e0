package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// `ISOLATION LEVEL SERIALIZABLE, READ ONLY, NOT DEFERRABLE`; the commas are optional.
final class TransactionModes {

  private final Cursor cursor;

  TransactionModes(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Reads all modes, possibly none.
  void accept() {
    if (at()) {
      expect();
    }
  }

  /// At least one.
  void expect() {
    do {
      mode();
    } while (cursor.accept(Sign.COMMA) || at());
  }

  private boolean at() {
    return cursor.atAny(Keyword.ISOLATION, Keyword.READ, Keyword.DEFERRABLE)
        || cursor.at(Keyword.NOT, Keyword.DEFERRABLE);
  }

  private void mode() {
    if (cursor.accept(Keyword.ISOLATION)) {
      cursor.expect(Keyword.LEVEL);
      level();
    } else if (cursor.accept(Keyword.READ)) {
      expectEither(Keyword.ONLY, Keyword.WRITE, "ONLY or WRITE");
    } else if (!cursor.accept(Keyword.DEFERRABLE)
        && !cursor.accept(Keyword.NOT, Keyword.DEFERRABLE)) {
      throw cursor.unexpected("ISOLATION LEVEL, READ ONLY, READ WRITE or DEFERRABLE");
    }
  }

  private void level() {
    if (cursor.accept(Keyword.SERIALIZABLE)) {
      return;
    }
    if (cursor.accept(Keyword.REPEATABLE)) {
      cursor.expect(Keyword.READ);
      return;
    }
    if (!cursor.accept(Keyword.READ)) {
      throw cursor.unexpected("SERIALIZABLE, REPEATABLE READ or READ COMMITTED");
    }
    expectEither(Keyword.COMMITTED, Keyword.UNCOMMITTED, "COMMITTED or UNCOMMITTED");
  }

  private void expectEither(Keyword first, Keyword second, String shown) {
    if (!cursor.accept(first) && !cursor.accept(second)) {
      throw cursor.unexpected(shown);
    }
  }
}
