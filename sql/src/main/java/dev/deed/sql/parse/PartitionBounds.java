package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.FROM;
import static dev.deed.sql.Keyword.IN;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.VALUES;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.HashSet;

/// `FOR VALUES ...` or `DEFAULT`: the rows that a partition accepts.
final class PartitionBounds {

  private final ParserState parsing;
  private final Cursor cursor;

  PartitionBounds(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// @return canonical
  String bound() {
    var first = cursor.position();
    if (cursor.accept(DEFAULT)) {
      return cursor.canonicalFrom(first);
    }
    if (!cursor.accept(FOR)) {
      throw cursor.unexpected("FOR VALUES or DEFAULT");
    }
    cursor.expect(VALUES);
    if (cursor.accept(IN)) {
      values();
    } else if (cursor.accept(FROM)) {
      values();
      cursor.expect(TO);
      values();
    } else if (cursor.accept(WITH)) {
      modulusAndRemainder();
    } else {
      throw cursor.unexpected("IN, FROM or WITH");
    }
    return cursor.canonicalFrom(first);
  }

  /// Parses `MINVALUE` and `MAXVALUE` as columns.
  private void values() {
    cursor.open();
    parsing.expressions.list();
    cursor.close();
  }

  private void modulusAndRemainder() {
    var found = new HashSet<String>();
    cursor.open();
    do {
      var word = cursor.nonReservedName("MODULUS or REMAINDER");
      var known = word.equals("modulus") || word.equals("remainder");
      if (!known || !found.add(word)) {
        throw cursor.unexpected("one MODULUS and one REMAINDER");
      }
      if (!cursor.accept(Sign.INTEGER)) {
        throw cursor.unexpected("a whole number");
      }
    } while (cursor.accept(Sign.COMMA));
    if (found.size() != 2) {
      throw cursor.unexpected("MODULUS and REMAINDER");
    }
    cursor.close();
  }
}
