package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A relation's name in a string constant, as read by `regclass`.
final class RelationLiteral {

  private RelationLiteral() {}

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
