package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ONLY;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// A relation in a statement that may exclude its children: `t`, `t *`, `ONLY t`, `ONLY (t)`.
record RelationName(QualifiedName name, boolean only, Span span) {

  static RelationName read(Cursor cursor, String what) {
    if (!cursor.accept(ONLY)) {
      var first = cursor.position();
      var name = cursor.qualifiedName(what);
      var span = cursor.spanFrom(first);
      cursor.accept(Sign.STAR);
      return new RelationName(name, false, span);
    }
    var inParentheses = cursor.accept(Sign.OPEN);
    var first = cursor.position();
    var name = cursor.qualifiedName(what);
    var span = cursor.spanFrom(first);
    if (inParentheses) {
      cursor.close();
    }
    return new RelationName(name, true, span);
  }
}
