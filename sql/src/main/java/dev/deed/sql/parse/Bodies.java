package dev.deed.sql.parse;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.SyntaxError;
import java.util.List;
import java.util.Set;

/// Bodies of routines and `DO` blocks, held in strings. A part that cannot be read is `Opaque`,
/// with its place.
final class Bodies {

  /// How deeply code in strings may contain further code in strings.
  static final int MOST_BODIES = 50;

  private static final Set<String> POLYMORPHIC =
      Set.of(
          "anyarray",
          "anycompatible",
          "anycompatiblearray",
          "anycompatiblemultirange",
          "anycompatiblenonarray",
          "anycompatiblerange",
          "anyelement",
          "anyenum",
          "anymultirange",
          "anynonarray",
          "anyrange");

  private final ParserState parsing;
  private final Cursor cursor;

  Bodies(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// The `AS` and `LANGUAGE` clauses of a body.
  ///
  /// @param string its token, -1 if none is written
  /// @param symbol `AS 'file', 'symbol'`, else `""`
  record Code(String language, int string, String symbol) {
    static final Code NONE = new Code("", -1, "");

    Code in(String newLanguage) {
      return new Code(newLanguage, string, symbol);
    }
  }

  /// @param takes the routine's arguments
  /// @param names of all arguments, including those of its result
  Body read(Code code, List<Argument> takes, List<String> names) {
    if (code.string < 0) {
      return Body.NONE;
    }
    var body = StringBody.of(cursor.tokens(), code.string);
    var text = code.symbol.isEmpty() ? body.value() : body.value() + ", " + code.symbol;
    var isChecked = code.language.equals("sql") && takes.stream().noneMatch(Bodies::isPolymorphic);
    return new Body(text, false, effects(code, body, names), isChecked);
  }

  /// PostgreSQL cannot check an SQL body against the catalog before it knows the argument types.
  private static boolean isPolymorphic(Argument argument) {
    var type = argument.type().name();
    var isBuiltIn = type.schema() == null || type.schema().equals("pg_catalog");
    return isBuiltIn && POLYMORPHIC.contains(type.name());
  }

  private List<Effect> effects(Code code, StringBody body, List<String> names) {
    var span = cursor.tokens().span(code.string);
    if (!code.language.equals("sql") && !code.language.equals("plpgsql")) {
      var language = code.language.isEmpty() ? "an unnamed language" : code.language;
      return List.of(Effect.Opaque.foreign(language, span));
    }
    if (parsing.bodies() >= MOST_BODIES) {
      return List.of(new Effect.Opaque("the body is nested too deeply", span));
    }
    var inner = parsing.inside(body);
    if (code.language.equals("plpgsql")) {
      return new PlpgsqlReader(inner, names).read();
    }
    names.forEach(inner.scopes.fields::unclear);
    return statements(inner);
  }

  /// Reads statements separated by semicolons, up to the first mistake.
  static List<Effect> statements(ParserState parsing) {
    var cursor = parsing.cursor;
    try {
      while (!cursor.at(Sign.END)) {
        if (!cursor.accept(Sign.SEMICOLON)) {
          new StatementParser(parsing).statement();
          if (!cursor.atEnd()) {
            throw cursor.unexpected("the end of the statement");
          }
        }
      }
    } catch (SyntaxError e) {
      parsing.add(notUnderstood(parsing, e));
    }
    return parsing.takeEffects();
  }

  static Effect notUnderstood(ParserState parsing, SyntaxError error) {
    var place = parsing.cursor.tokens().placeInFile(error.offset());
    return Effect.Opaque.broken(error.text(), place);
  }
}
