package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AFTER;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BEFORE;
import static dev.deed.sql.Keyword.CONSTRAINT;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DEFERRABLE;
import static dev.deed.sql.Keyword.DEFERRED;
import static dev.deed.sql.Keyword.DELETE;
import static dev.deed.sql.Keyword.EACH;
import static dev.deed.sql.Keyword.EXECUTE;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.FROM;
import static dev.deed.sql.Keyword.FUNCTION;
import static dev.deed.sql.Keyword.IMMEDIATE;
import static dev.deed.sql.Keyword.INITIALLY;
import static dev.deed.sql.Keyword.INSERT;
import static dev.deed.sql.Keyword.INSTEAD;
import static dev.deed.sql.Keyword.NEW;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.OF;
import static dev.deed.sql.Keyword.OLD;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OR;
import static dev.deed.sql.Keyword.PROCEDURE;
import static dev.deed.sql.Keyword.REFERENCING;
import static dev.deed.sql.Keyword.REPLACE;
import static dev.deed.sql.Keyword.ROW;
import static dev.deed.sql.Keyword.STATEMENT;
import static dev.deed.sql.Keyword.TABLE;
import static dev.deed.sql.Keyword.TRIGGER;
import static dev.deed.sql.Keyword.TRUNCATE;
import static dev.deed.sql.Keyword.UPDATE;
import static dev.deed.sql.Keyword.WHEN;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Attachment;
import dev.deed.sql.effect.Deferrability;
import dev.deed.sql.effect.TriggerDefinition;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CREATE [OR REPLACE] [CONSTRAINT] TRIGGER`.
final class TriggerStatements {

  private final ParserState parsing;
  private final Cursor cursor;

  TriggerStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    var place = parsing.effectCount();
    cursor.expect(CREATE);
    var orReplace = cursor.accept(OR, REPLACE);
    var constraint = cursor.at(CONSTRAINT);
    if (constraint && orReplace) {
      throw cursor.error("CREATE OR REPLACE CONSTRAINT TRIGGER is not supported");
    }
    cursor.accept(CONSTRAINT);
    cursor.expect(TRIGGER);
    var start = cursor.position();
    var name = cursor.name("a trigger name");
    var span = cursor.spanFrom(start);
    var fires = new TriggerDefinition.Draft(timing(constraint)).constraint(constraint);
    events(fires);
    cursor.expect(ON);
    var tableStart = cursor.position();
    var table = cursor.qualifiedName("a table name");
    var attachment = new Attachment(name, span, table, cursor.spanFrom(tableStart));
    if (constraint) {
      fires.fromTable(fromTable()).check(deferrability());
    } else {
      transitionTables(fires);
    }
    fires.forEachRow(forEachRow(constraint)).when(when());
    execute();
    var function = new ObjectNames(parsing).routineName();
    var arguments = arguments();
    parsing.addAt(
        place,
        new AttachedEffect.CreatesTrigger(
            attachment, orReplace, fires.definition(), function, arguments));
    TriggerFunctions.effects(function.name(), arguments, span).forEach(parsing::add);
    return Parsed.of(CommandTag.CREATE_TRIGGER);
  }

  private TriggerTiming timing(boolean constraint) {
    if (!constraint && cursor.accept(BEFORE)) {
      return TriggerTiming.BEFORE;
    }
    if (!constraint && cursor.accept(INSTEAD)) {
      cursor.expect(OF);
      return TriggerTiming.INSTEAD_OF;
    }
    cursor.expect(AFTER);
    return TriggerTiming.AFTER;
  }

  private void events(TriggerDefinition.Draft fires) {
    do {
      var event = event();
      if (event == TriggerEvent.UPDATE && cursor.accept(OF)) {
        fires.columns(cursor.names("a column's name"));
      }
      if (!fires.event(event)) {
        throw cursor.error("duplicate trigger events specified");
      }
    } while (cursor.accept(OR));
  }

  private TriggerEvent event() {
    if (cursor.accept(INSERT)) {
      return TriggerEvent.INSERT;
    }
    if (cursor.accept(UPDATE)) {
      return TriggerEvent.UPDATE;
    }
    if (cursor.accept(DELETE)) {
      return TriggerEvent.DELETE;
    }
    if (cursor.accept(TRUNCATE)) {
      return TriggerEvent.TRUNCATE;
    }
    throw cursor.unexpected("INSERT, UPDATE, DELETE or TRUNCATE");
  }

  /// The other table of a constraint trigger.
  private @Nullable QualifiedName fromTable() {
    return cursor.accept(FROM) ? cursor.qualifiedName("a table name") : null;
  }

  private Deferrability deferrability() {
    var deferrable = false;
    var initiallyDeferred = false;
    var notDeferrable = false;
    var immediate = false;
    while (true) {
      if (cursor.accept(NOT, DEFERRABLE)) {
        notDeferrable = true;
      } else if (cursor.accept(DEFERRABLE)) {
        deferrable = true;
      } else if (cursor.accept(INITIALLY, DEFERRED)) {
        initiallyDeferred = true;
      } else if (cursor.accept(INITIALLY, IMMEDIATE)) {
        immediate = true;
      } else {
        break;
      }
    }
    if ((notDeferrable && (deferrable || initiallyDeferred)) || (immediate && initiallyDeferred)) {
      throw cursor.error("conflicting constraint properties");
    }
    return new Deferrability(deferrable, initiallyDeferred);
  }

  /// `REFERENCING { OLD | NEW } TABLE [AS] name ...`
  private void transitionTables(TriggerDefinition.Draft fires) {
    if (!cursor.accept(REFERENCING)) {
      return;
    }
    do {
      var old = cursor.accept(OLD);
      if (!old) {
        cursor.expect(NEW);
      }
      // PostgreSQL itself refuses ROW later: it is not a mistake in the grammar.
      if (!cursor.accept(ROW)) {
        cursor.expect(TABLE);
      }
      cursor.accept(AS);
      var name = cursor.name("a transition table name");
      if (old) {
        fires.oldTable(name);
      } else {
        fires.newTable(name);
      }
    } while (cursor.atAny(OLD, NEW));
  }

  private boolean forEachRow(boolean constraint) {
    if (constraint) {
      cursor.expect(FOR);
      cursor.expect(EACH, ROW);
      return true;
    }
    if (!cursor.accept(FOR)) {
      return false;
    }
    cursor.accept(EACH);
    if (cursor.accept(ROW)) {
      return true;
    }
    cursor.expect(STATEMENT);
    return false;
  }

  private @Nullable ExpressionText when() {
    if (!cursor.accept(WHEN)) {
      return null;
    }
    cursor.open();
    var when = parsing.expressionText();
    cursor.close();
    return when;
  }

  private void execute() {
    cursor.expect(EXECUTE);
    if (!cursor.accept(FUNCTION)) {
      cursor.expect(PROCEDURE);
    }
  }

  /// Words and numbers are strings for the trigger's function; the first may be missing.
  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    cursor.open();
    while (!cursor.at(Sign.CLOSE)) {
      if (!arguments.isEmpty() || !cursor.at(Sign.COMMA)) {
        arguments.add(argument());
      }
      if (!cursor.at(Sign.CLOSE)) {
        cursor.expect(Sign.COMMA, ",");
        if (cursor.at(Sign.CLOSE)) {
          throw cursor.unexpected("an argument");
        }
      }
    }
    cursor.close();
    return arguments;
  }

  private String argument() {
    if (cursor.at(Sign.STRING)) {
      return cursor.string("an argument");
    }
    if (cursor.at(Sign.INTEGER) || cursor.at(Sign.NUMBER)) {
      var number = cursor.tokens().raw(cursor.position());
      cursor.advance();
      return number;
    }
    return cursor.label("an argument");
  }
}
