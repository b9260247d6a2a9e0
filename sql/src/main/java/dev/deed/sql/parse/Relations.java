package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;

/// A table with or without its children: `t`, `t *`, `ONLY t`, `ONLY (t)`.
final class Relations {

  private final Cursor cursor;

  Relations(Cursor cursor) {
    this.cursor = cursor;
  }

  record Found(QualifiedName name, boolean only, Span span) {}

  Found relation() {
    var only = cursor.accept(Keyword.ONLY);
    var parenthesized = only && cursor.accept(Sign.OPEN);
    var first = cursor.position();
    var name = cursor.qualifiedName("a table's name");
    var span = cursor.spanFrom(first);
    if (parenthesized) {
      cursor.close();
    } else if (!only) {
      cursor.accept(Sign.STAR);
    }
    return new Found(name, only, span);
  }
}
