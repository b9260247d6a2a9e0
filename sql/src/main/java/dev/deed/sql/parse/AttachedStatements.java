package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.EVENT;
import static dev.deed.sql.Keyword.POLICY;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.RULE;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.TRIGGER;

import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;

/// Triggers, event triggers, rules and policies.
final class AttachedStatements {

  private final ParserState parsing;
  private final StatementParser statements;
  private final Cursor cursor;

  AttachedStatements(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.statements = statements;
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    if (cursor.at(CREATE, EVENT)) {
      return new EventTriggerStatements(parsing).create();
    }
    if (cursor.at(CREATE, POLICY)) {
      return new PolicyStatements(parsing).create();
    }
    return isRule()
        ? new RuleStatements(parsing, statements).create()
        : new TriggerStatements(parsing).create();
  }

  /// `CREATE [OR REPLACE] RULE`
  private boolean isRule() {
    return cursor.keywordAfter(1) == RULE || cursor.keywordAfter(3) == RULE;
  }

  Parsed alter() {
    if (cursor.at(ALTER, EVENT)) {
      return new EventTriggerStatements(parsing).alter();
    }
    if (cursor.at(ALTER, POLICY)) {
      return new PolicyStatements(parsing).alter();
    }
    return cursor.at(ALTER, RULE) ? alterRule() : alterTrigger();
  }

  /// `ALTER TRIGGER name ON table RENAME TO ... | [NO] DEPENDS ON EXTENSION ...`
  private Parsed alterTrigger() {
    cursor.expect(ALTER, TRIGGER);
    var start = cursor.position();
    var trigger = new ObjectNames(parsing).name(ObjectKind.TRIGGER);
    var span = cursor.spanFrom(start);
    if (!new ObjectChanges(parsing).accept(trigger, false, span)) {
      throw cursor.unexpected("RENAME TO or DEPENDS ON EXTENSION");
    }
    return Parsed.of(CommandTag.ALTER_TRIGGER);
  }

  private Parsed alterRule() {
    cursor.expect(ALTER, RULE);
    var start = cursor.position();
    var rule = new ObjectNames(parsing).name(ObjectKind.RULE);
    var span = cursor.spanFrom(start);
    cursor.expect(RENAME, TO);
    parsing.add(new ObjectEffect.Renames(rule, cursor.name("the new name"), false, span));
    return Parsed.of(CommandTag.ALTER_RULE);
  }
}
