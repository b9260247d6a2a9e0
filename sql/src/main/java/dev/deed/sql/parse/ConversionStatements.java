package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.ASSIGNMENT;
import static dev.deed.sql.Keyword.CAST;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.FROM;
import static dev.deed.sql.Keyword.FUNCTION;
import static dev.deed.sql.Keyword.HANDLER;
import static dev.deed.sql.Keyword.IMPLICIT;
import static dev.deed.sql.Keyword.INLINE;
import static dev.deed.sql.Keyword.INOUT;
import static dev.deed.sql.Keyword.LANGUAGE;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.PROCEDURAL;
import static dev.deed.sql.Keyword.SQL;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.TRANSFORM;
import static dev.deed.sql.Keyword.TRUSTED;
import static dev.deed.sql.Keyword.VALIDATOR;
import static dev.deed.sql.Keyword.WITH;
import static dev.deed.sql.Keyword.WITHOUT;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// Casts, transforms and languages.
final class ConversionStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;
  private final List<ObjectAccess> parts = new ArrayList<>();

  ConversionStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  /// `CREATE CAST (source AS target) WITH FUNCTION ... | WITHOUT FUNCTION | WITH INOUT [AS ...]`
  Parsed createCast() {
    cursor.expect(CREATE, CAST);
    var start = cursor.position();
    var cast = names.cast();
    var span = cursor.spanFrom(start);
    types(start);
    var first = cursor.position();
    if (cursor.accept(WITHOUT)) {
      cursor.expect(FUNCTION);
    } else {
      cursor.expect(WITH);
      if (!cursor.accept(INOUT)) {
        function();
      }
    }
    if (cursor.accept(AS) && !cursor.accept(IMPLICIT)) {
      cursor.expect(ASSIGNMENT);
    }
    creates(cast, false, first, span);
    return Parsed.of(CommandTag.CREATE_CAST);
  }

  /// The types of `( source AS target )` and of `FOR type LANGUAGE`, from the token `start` on.
  private void types(int start) {
    var end = cursor.position();
    cursor.moveTo(start);
    while (cursor.position() < end) {
      if (!cursor.accept(Sign.OPEN)
          && !cursor.accept(AS)
          && !cursor.accept(Sign.CLOSE)
          && !cursor.accept(FOR)) {
        if (cursor.at(LANGUAGE)) {
          break;
        }
        var first = cursor.position();
        parts.addAll(parsing.uses(parsing.types.type(), first));
      }
    }
    cursor.moveTo(end);
  }

  /// `FUNCTION name [(arguments)]`
  private void function() {
    cursor.expect(FUNCTION);
    var start = cursor.position();
    var function = names.name(ObjectKind.FUNCTION);
    parts.add(ObjectAccess.of(function, Access.REFERENCES, null, cursor.spanFrom(start)));
  }

  private void creates(ObjectName object, boolean orReplace, int first, Span span) {
    var definition = cursor.canonicalFrom(first);
    parsing.add(new ObjectEffect.Creates(object, orReplace, false, definition, parts, span));
  }

  /// Reads what follows `CREATE [OR REPLACE]`: `TRANSFORM FOR type LANGUAGE language ( FROM SQL
  /// ..., TO SQL ... )`
  Parsed createTransform(boolean orReplace) {
    cursor.expect(TRANSFORM);
    var start = cursor.position();
    var transform = names.transform();
    var span = cursor.spanFrom(start);
    types(start);
    var first = cursor.position();
    cursor.open();
    var from = direction();
    if (cursor.accept(Sign.COMMA)) {
      if (from == cursor.at(FROM)) {
        throw cursor.unexpected(from ? "TO SQL" : "FROM SQL");
      }
      direction();
    }
    cursor.close();
    creates(transform, orReplace, first, span);
    return Parsed.of(CommandTag.CREATE_TRANSFORM);
  }

  /// `FROM SQL WITH FUNCTION ...` (true) or `TO SQL WITH FUNCTION ...`
  private boolean direction() {
    var from = cursor.accept(FROM);
    if (!from) {
      cursor.expect(TO);
    }
    cursor.expect(SQL);
    cursor.expect(WITH);
    function();
    return from;
  }

  /// Reads what follows `CREATE [OR REPLACE]`: `[TRUSTED] [PROCEDURAL] LANGUAGE name [HANDLER ...]`
  Parsed createLanguage(boolean orReplace) {
    var trusted = cursor.accept(TRUSTED);
    cursor.accept(PROCEDURAL);
    cursor.expect(LANGUAGE);
    var start = cursor.position();
    var language = ObjectName.of(ObjectKind.LANGUAGE, cursor.name("a language name"));
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    if (cursor.accept(HANDLER)) {
      handlers();
    }
    var definition = ((trusted ? "trusted " : "") + cursor.canonicalFrom(first)).strip();
    parsing.add(new ObjectEffect.Creates(language, orReplace, false, definition, parts, span));
    return Parsed.of(CommandTag.CREATE_LANGUAGE);
  }

  private void handlers() {
    handler();
    if (cursor.accept(INLINE)) {
      handler();
    }
    if (cursor.accept(NO)) {
      cursor.expect(VALIDATOR);
    } else if (cursor.accept(VALIDATOR)) {
      handler();
    }
  }

  private void handler() {
    var start = cursor.position();
    var handler = ObjectName.of(ObjectKind.FUNCTION, cursor.qualifiedName("a function name"));
    parts.add(ObjectAccess.of(handler, Access.REFERENCES, null, cursor.spanFrom(start)));
  }
}
