package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.ALWAYS;
import static dev.deed.sql.Keyword.AND;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DISABLE;
import static dev.deed.sql.Keyword.ENABLE;
import static dev.deed.sql.Keyword.EVENT;
import static dev.deed.sql.Keyword.EXECUTE;
import static dev.deed.sql.Keyword.FUNCTION;
import static dev.deed.sql.Keyword.IN;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.PROCEDURE;
import static dev.deed.sql.Keyword.REPLICA;
import static dev.deed.sql.Keyword.TRIGGER;
import static dev.deed.sql.Keyword.WHEN;

import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// `CREATE` and `ALTER EVENT TRIGGER`.
final class EventTriggerStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;

  EventTriggerStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  Parsed create() {
    cursor.expect(CREATE, EVENT);
    cursor.expect(TRIGGER);
    var start = cursor.position();
    var trigger = names.name(ObjectKind.EVENT_TRIGGER);
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    cursor.expect(ON);
    if (cursor.label("an event").equals("login")) {
      parsing.newer(17, "the event login", cursor.position() - 1);
    }
    if (cursor.accept(WHEN)) {
      filters();
    }
    cursor.expect(EXECUTE);
    if (!cursor.accept(FUNCTION)) {
      cursor.expect(PROCEDURE);
    }
    var parts = List.of(DefinedRoutines.called(cursor, names));
    cursor.open();
    cursor.close();
    var definition = cursor.canonicalFrom(first);
    parsing.add(new ObjectEffect.Creates(trigger, false, false, definition, parts, span));
    return Parsed.of(CommandTag.CREATE_EVENT_TRIGGER);
  }

  /// `variable IN ('value', ...) AND ...`
  private void filters() {
    do {
      cursor.name("a filter variable");
      cursor.expect(IN);
      cursor.open();
      do {
        cursor.string("a filter value");
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    } while (cursor.accept(AND));
  }

  Parsed alter() {
    cursor.expect(ALTER, EVENT);
    cursor.expect(TRIGGER);
    var start = cursor.position();
    var trigger = names.name(ObjectKind.EVENT_TRIGGER);
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    if (cursor.accept(ENABLE)) {
      if (!cursor.accept(REPLICA)) {
        cursor.accept(ALWAYS);
      }
    } else if (!cursor.accept(DISABLE)) {
      if (!new ObjectChanges(parsing).accept(trigger, false, span)) {
        throw cursor.unexpected("ENABLE, DISABLE, RENAME TO or OWNER TO");
      }
      return Parsed.of(CommandTag.ALTER_EVENT_TRIGGER);
    }
    var change = cursor.canonicalFrom(first);
    parsing.add(new ObjectEffect.Alters(trigger, change, List.of(), span));
    return Parsed.of(CommandTag.ALTER_EVENT_TRIGGER);
  }
}
