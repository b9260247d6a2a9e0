package dev.deed.sql.parse;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.FoldedName;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.lex.Sign;
import java.util.Map;
import java.util.TreeMap;

/// `( name [= value], ... )` as parts of a definition: values are SQL, single words and numbers
/// become strings, which PostgreSQL treats alike.
final class DefinitionOptions {

  private final Cursor cursor;
  private final Options options;

  DefinitionOptions(ParserState parsing) {
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
  }

  Map<String, String> expect() {
    var found = new TreeMap<String, String>();
    cursor.open();
    do {
      var name = cursor.label("an option name");
      found.put(name, cursor.accept(Sign.EQUAL) ? value() : "'true'");
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return found;
  }

  private String value() {
    var first = cursor.position();
    var sign = cursor.sign();
    var value = options.value();
    if (cursor.position() != first + 1) {
      return cursor.canonicalFrom(first);
    }
    return switch (sign) {
      case WORD, QUOTED -> Literal.quoted(FoldedName.folded(cursor.tokens(), first));
      case STRING, INTEGER, NUMBER -> Literal.quoted(value);
      default -> cursor.canonicalFrom(first);
    };
  }

  /// True if an option of that name is written and turned off.
  static boolean isOff(Map<String, String> options, String name) {
    return switch (options.getOrDefault(name, "")) {
      case "'false'", "'off'", "'0'" -> true;
      default -> false;
    };
  }
}
