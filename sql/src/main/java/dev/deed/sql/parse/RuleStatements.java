package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALSO;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DELETE;
import static dev.deed.sql.Keyword.DO;
import static dev.deed.sql.Keyword.INSERT;
import static dev.deed.sql.Keyword.INSTEAD;
import static dev.deed.sql.Keyword.NOTHING;
import static dev.deed.sql.Keyword.NOTIFY;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OR;
import static dev.deed.sql.Keyword.REPLACE;
import static dev.deed.sql.Keyword.RULE;
import static dev.deed.sql.Keyword.SELECT;
import static dev.deed.sql.Keyword.TABLE;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.UPDATE;
import static dev.deed.sql.Keyword.VALUES;
import static dev.deed.sql.Keyword.WHERE;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Attachment;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RuleEvent;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CREATE [OR REPLACE] RULE`.
final class RuleStatements {

  private final ParserState parsing;
  private final StatementParser statements;
  private final Cursor cursor;
  private final List<String> actions = new ArrayList<>();

  RuleStatements(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.statements = statements;
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    var place = parsing.effectCount();
    cursor.expect(CREATE);
    var orReplace = cursor.accept(OR, REPLACE);
    cursor.expect(RULE);
    var start = cursor.position();
    var name = cursor.name("a rule name");
    var span = cursor.spanFrom(start);
    cursor.expect(AS);
    cursor.expect(ON);
    var event = event();
    cursor.expect(TO);
    var tableStart = cursor.position();
    var table = cursor.qualifiedName("a table name");
    var attachment = new Attachment(name, span, table, cursor.spanFrom(tableStart));
    parsing.scopes.fields.relation(table, "new");
    parsing.scopes.fields.relation(table, "old");
    var where = where();
    cursor.expect(DO);
    var instead = cursor.accept(INSTEAD);
    if (!instead) {
      cursor.accept(ALSO);
    }
    List<Effect> effects = parsing.effectsOf(this::actions);
    parsing.addAt(
        place,
        new AttachedEffect.CreatesRule(
            attachment, orReplace, event, instead, where, actions, effects));
    return Parsed.of(CommandTag.CREATE_RULE);
  }

  private RuleEvent event() {
    if (cursor.accept(SELECT)) {
      return RuleEvent.SELECT;
    }
    if (cursor.accept(INSERT)) {
      return RuleEvent.INSERT;
    }
    if (cursor.accept(UPDATE)) {
      return RuleEvent.UPDATE;
    }
    if (cursor.accept(DELETE)) {
      return RuleEvent.DELETE;
    }
    throw cursor.unexpected("SELECT, INSERT, UPDATE or DELETE");
  }

  private @Nullable ExpressionText where() {
    return cursor.accept(WHERE) ? parsing.expressionText() : null;
  }

  private void actions() {
    if (cursor.accept(NOTHING)) {
      actions.add("nothing");
    } else if (cursor.at(Sign.OPEN) && !opensQuery()) {
      several();
    } else {
      action();
    }
  }

  /// `( command; command; ... )`, where commands may be empty.
  private void several() {
    cursor.open();
    while (!cursor.at(Sign.CLOSE)) {
      if (!cursor.at(Sign.SEMICOLON)) {
        action();
      }
      if (!cursor.at(Sign.CLOSE)) {
        cursor.expect(Sign.SEMICOLON, ";");
      }
    }
    cursor.close();
  }

  /// `(SELECT ...) UNION ...`: a parenthesis that is part of a command, not around all of them.
  private boolean opensQuery() {
    var close = closing();
    return close > 0 && cursor.tokens().sign(close + 1) == Sign.WORD;
  }

  /// The index of the parenthesis that closes this one, -1 if there is none.
  private int closing() {
    var depth = 0;
    for (var i = cursor.position(); i < cursor.tokens().count(); i++) {
      switch (cursor.tokens().sign(i)) {
        case OPEN -> depth++;
        case CLOSE -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {
          // inside
        }
      }
    }
    return -1;
  }

  private void action() {
    if (!cursor.at(Sign.OPEN)
        && !cursor.atAny(SELECT, VALUES, TABLE, WITH, INSERT, UPDATE, DELETE, NOTIFY)) {
      throw cursor.unexpected("NOTHING or a command");
    }
    var start = cursor.position();
    statements.statement();
    actions.add(cursor.canonicalFrom(start));
  }
}
