package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import org.jspecify.annotations.Nullable;

/// A relation's name in a string constant, as read by `regclass`.
final class RegclassText {

  private RegclassText() {}

  /// Null for text that names no relation: a number, `-`, or an invalid name.
  static @Nullable QualifiedName of(String text) {
    var cursor = new Cursor(Tokens.of(text));
    if (!cursor.atLabel()) {
      return null;
    }
    try {
      var name = cursor.furtherParts(cursor.takeName(), "a name");
      return cursor.at(Sign.END) ? name : null;
    } catch (SyntaxError notName) {
      return null;
    }
  }
}
