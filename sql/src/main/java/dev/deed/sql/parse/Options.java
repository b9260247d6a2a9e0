package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.NONE;
import static dev.deed.sql.Keyword.OPERATOR;
import static dev.deed.sql.Keyword.OPTIONS;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.Keyword.Category;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lists of options in parentheses. Names are folded, values are strings: a string constant by its
/// value, a type by its canonical name, anything else in normal spelling. An option without a value
/// is `true`, as in PostgreSQL.
final class Options {

  private final Cursor cursor;
  private final ParserState parsing;

  Options(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// Storage parameters, `(fillfactor = 70, toast.autovacuum_enabled)`: names may have a namespace.
  Map<String, String> storage() {
    return list(true);
  }

  /// `WITH ( storage parameters )`, if present; empty otherwise.
  Map<String, String> acceptWith() {
    return cursor.accept(WITH) ? storage() : Map.of();
  }

  /// `(subtype = float8, passedbyvalue)`: the properties of a type, an operator, a publication ...
  Map<String, String> definition() {
    return list(false);
  }

  private Map<String, String> list(boolean namespaces) {
    var options = new LinkedHashMap<String, String>();
    cursor.open();
    do {
      var name = cursor.label("an option name");
      if (namespaces && cursor.accept(Sign.DOT)) {
        name += "." + cursor.label("an option name");
      }
      options.put(name, cursor.accept(Sign.EQUAL) ? value() : "true");
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return options;
  }

  /// The value after `=`: a string, a number, an operator, a reserved word or a type name, which
  /// can be any other word.
  String value() {
    if (cursor.at(Sign.STRING)) {
      return cursor.string("a value");
    }
    if (atNumber()) {
      return cursor.signedNumber("a value");
    }
    var first = cursor.position();
    if (acceptOperator()) {
      return cursor.canonicalFrom(first);
    }
    var keyword = cursor.keyword();
    if (keyword != null && (keyword == NONE || keyword.category() == Category.RESERVED)) {
      return cursor.takeName();
    }
    return parsing.types.type().text();
  }

  private boolean atNumber() {
    var sign = cursor.at(Sign.PLUS) || cursor.at(Sign.MINUS) ? cursor.signAfter(1) : cursor.sign();
    return sign == Sign.INTEGER || sign == Sign.NUMBER;
  }

  private boolean acceptOperator() {
    if (cursor.at(OPERATOR) && cursor.signAfter(1) == Sign.OPEN) {
      cursor.advance();
      cursor.open();
      while (cursor.atColumnName()) {
        cursor.takeName();
        cursor.expect(Sign.DOT, ".");
      }
      takeOperator();
      cursor.close();
      return true;
    }
    if (cursor.operator() == null) {
      return false;
    }
    takeOperator();
    return true;
  }

  private void takeOperator() {
    if (cursor.operator() == null) {
      throw cursor.unexpected("an operator");
    }
    cursor.advance();
  }

  /// `OPTIONS ( name 'value', ... )` of foreign objects, if present; empty otherwise.
  Map<String, String> acceptForeign() {
    var options = new LinkedHashMap<String, String>();
    if (cursor.accept(OPTIONS)) {
      cursor.open();
      do {
        var name = cursor.label("an option name");
        options.put(name, cursor.string("the option value in quotes"));
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    }
    return options;
  }

  /// `OPTIONS ( [ADD | SET | DROP] name ['value'], ... )` of an `ALTER`, starting at `OPTIONS`.
  ///
  /// @return the list with its parentheses, canonical
  String foreignChanges() {
    cursor.expect(OPTIONS);
    var first = cursor.position();
    cursor.open();
    do {
      foreignChange();
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return cursor.canonicalFrom(first);
  }

  private void foreignChange() {
    // The three words may be names themselves: SET 'x' sets an option named "set".
    var drops = cursor.at(DROP) && cursor.signAfter(1) != Sign.STRING;
    if (cursor.atAny(ADD, SET, DROP) && cursor.signAfter(1) != Sign.STRING) {
      cursor.advance();
    }
    cursor.label("an option name");
    if (!drops) {
      cursor.string("the option value in quotes");
    }
  }
}
