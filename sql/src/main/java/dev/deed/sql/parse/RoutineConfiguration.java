package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALL;
import static dev.deed.sql.Keyword.AUTHORIZATION;
import static dev.deed.sql.Keyword.CATALOG;
import static dev.deed.sql.Keyword.CONTENT;
import static dev.deed.sql.Keyword.CURRENT;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DOCUMENT;
import static dev.deed.sql.Keyword.FALSE;
import static dev.deed.sql.Keyword.FROM;
import static dev.deed.sql.Keyword.ISOLATION;
import static dev.deed.sql.Keyword.LEVEL;
import static dev.deed.sql.Keyword.LOCAL;
import static dev.deed.sql.Keyword.NAMES;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OPTION;
import static dev.deed.sql.Keyword.ROLE;
import static dev.deed.sql.Keyword.SCHEMA;
import static dev.deed.sql.Keyword.SESSION;
import static dev.deed.sql.Keyword.SNAPSHOT;
import static dev.deed.sql.Keyword.TIME;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.TRANSACTION;
import static dev.deed.sql.Keyword.TRUE;
import static dev.deed.sql.Keyword.XML;
import static dev.deed.sql.Keyword.ZONE;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ListSetting;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `SET parameter ...` and `RESET parameter` as options of a routine.
final class RoutineConfiguration {

  /// The value that marks a reset parameter.
  static final String DEFAULT_VALUE = "default";

  private final ParserState parsing;
  private final Cursor cursor;
  private final Map<String, String> values = new LinkedHashMap<>();

  RoutineConfiguration(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  Map<String, String> values() {
    return values;
  }

  /// Reads what follows `SET`.
  void set() {
    if (!acceptConstruct()) {
      var name = parameter();
      if (cursor.accept(FROM, CURRENT)) {
        values.put(name, "from current");
      } else {
        if (!cursor.accept(Sign.EQUAL)) {
          cursor.expect(TO);
        }
        values.put(name, cursor.accept(DEFAULT) ? DEFAULT_VALUE : list(name));
      }
    }
  }

  /// Reads what follows `RESET`.
  void reset() {
    if (cursor.accept(ALL)) {
      values.put("all", DEFAULT_VALUE);
    } else if (cursor.accept(TIME, ZONE)) {
      values.put("timezone", DEFAULT_VALUE);
    } else if (cursor.accept(SESSION, AUTHORIZATION)) {
      values.put("session authorization", DEFAULT_VALUE);
    } else if (cursor.accept(TRANSACTION, ISOLATION, LEVEL)) {
      values.put("transaction_isolation", DEFAULT_VALUE);
    } else {
      values.put(parameter(), DEFAULT_VALUE);
    }
  }

  /// Takes the parameters that have a syntax of their own in SQL.
  private boolean acceptConstruct() {
    if (cursor.accept(TIME, ZONE)) {
      values.put("timezone", zone());
    } else if (cursor.at(SCHEMA) && cursor.signAfter(1) == Sign.STRING) {
      cursor.advance();
      values.put("search_path", Identifier.quoted(cursor.string("a schema")));
    } else if (cursor.at(CATALOG) && cursor.signAfter(1) == Sign.STRING) {
      cursor.advance();
      throw cursor.error("current database cannot be changed");
    } else if (cursor.at(NAMES) && !atAssignment()) {
      cursor.advance();
      values.put("client_encoding", encoding());
    } else if (cursor.at(ROLE) && !atAssignment()) {
      cursor.advance();
      values.put("role", word("a role"));
    } else if (cursor.accept(SESSION, AUTHORIZATION)) {
      values.put("session authorization", cursor.accept(DEFAULT) ? DEFAULT_VALUE : word("a role"));
    } else if (cursor.accept(XML, OPTION)) {
      var document = cursor.accept(DOCUMENT);
      if (!document) {
        cursor.expect(CONTENT);
      }
      values.put("xmloption", document ? "document" : "content");
    } else if (cursor.accept(TRANSACTION, SNAPSHOT)) {
      values.put("transaction snapshot", cursor.string("a snapshot"));
    } else {
      return false;
    }
    return true;
  }

  private boolean atAssignment() {
    return cursor.keywordAfter(1) == TO
        || cursor.signAfter(1) == Sign.EQUAL
        || cursor.signAfter(1) == Sign.DOT
        || (cursor.keywordAfter(1) == FROM && cursor.keywordAfter(2) == CURRENT);
  }

  /// `name { . name }`
  private String parameter() {
    var name = new StringBuilder(cursor.name("a parameter"));
    while (cursor.accept(Sign.DOT)) {
      name.append('.').append(cursor.name("a parameter"));
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /// The names of a list are quoted where needed, also where there is only one: `'a, b'` is one
  /// name.
  private String list(String parameter) {
    var first = value();
    if (!cursor.at(Sign.COMMA)) {
      return first.isEmpty() || !ListSetting.has(parameter) ? first : Identifier.quoted(first);
    }
    var all = new ArrayList<String>();
    all.add(Identifier.quoted(first));
    while (cursor.accept(Sign.COMMA)) {
      all.add(Identifier.quoted(value()));
    }
    return String.join(", ", all);
  }

  private String value() {
    if (cursor.at(Sign.STRING)) {
      return cursor.string("a value");
    }
    if (cursor.at(Sign.WORD) || cursor.at(Sign.QUOTED)) {
      return cursor.atAny(TRUE, FALSE, ON) ? cursor.takeName() : cursor.nonReservedName("a value");
    }
    return cursor.signedNumber("a value");
  }

  private String word(String what) {
    return cursor.at(Sign.STRING) ? cursor.string(what) : cursor.nonReservedName(what);
  }

  private String encoding() {
    if (cursor.at(Sign.STRING)) {
      return cursor.string("an encoding");
    }
    cursor.accept(DEFAULT);
    return DEFAULT_VALUE;
  }

  /// A zone by name, number or interval.
  private String zone() {
    if (cursor.accept(DEFAULT) || cursor.accept(LOCAL)) {
      return DEFAULT_VALUE;
    }
    if (cursor.at(Sign.STRING)) {
      return cursor.string("a time zone");
    }
    if (cursor.at(dev.deed.sql.Keyword.INTERVAL)) {
      var first = cursor.position();
      parsing.expressions.primary();
      return cursor.canonicalFrom(first);
    }
    return cursor.at(Sign.WORD) || cursor.at(Sign.QUOTED)
        ? cursor.name("a time zone")
        : cursor.signedNumber("a time zone");
  }
}
