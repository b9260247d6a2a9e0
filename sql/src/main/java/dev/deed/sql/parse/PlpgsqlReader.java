package dev.deed.sql.parse;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;
import java.util.List;

/// Reads a PL/pgSQL body: blocks, declarations, control structures. The SQL in it becomes effects;
/// parts that cannot be known or read are `Opaque`.
final class PlpgsqlReader {

  private final ParserState body;
  private final Cursor cursor;
  private final PlpgsqlSql sql;
  private final PlpgsqlDeclarations declarations;
  private final PlpgsqlCommands commands;

  /// @param names of the routine's arguments
  PlpgsqlReader(ParserState body, List<String> names) {
    this.body = body;
    this.cursor = body.cursor;
    this.sql = new PlpgsqlSql(body);
    this.declarations = new PlpgsqlDeclarations(body, sql, names);
    this.commands = new PlpgsqlCommands(body, sql);
  }

  List<Effect> read() {
    try {
      options();
      block();
      cursor.accept(Sign.SEMICOLON);
      if (!cursor.at(Sign.END)) {
        throw cursor.unexpected("the end of the body");
      }
    } catch (SyntaxError e) {
      body.add(Bodies.notUnderstood(body, e));
    }
    return body.takeEffects();
  }

  /// `#variable_conflict use_column` and the like.
  private void options() {
    while (cursor.at(Sign.OPERATOR) && cursor.tokens().is(cursor.position(), "#")) {
      cursor.advance();
      var option = cursor.label("an option");
      if (option.equals("option")) {
        expect("dump");
      } else if (option.equals("print_strict_params") || option.equals("variable_conflict")) {
        cursor.label("the option value");
      } else {
        throw cursor.error("unrecognized option \"" + option + "\"");
      }
    }
  }

  /// `[<<label>>] [DECLARE ...] BEGIN ... [EXCEPTION ...] END [label]`
  private void block() {
    var outer = declarations.scope();
    label();
    if (at("declare")) {
      declarations.read();
    }
    expect("begin");
    statements();
    if (accept("exception")) {
      handlers();
    }
    expect("end");
    endLabel();
    declarations.backTo(outer);
  }

  /// `<<label>>`
  private boolean label() {
    if (!atLabel()) {
      return false;
    }
    cursor.advance();
    declarations.add(cursor.label("a label"));
    if (!cursor.tokens().is(cursor.position(), ">>")) {
      throw cursor.unexpected("\">>\"");
    }
    cursor.advance();
    return true;
  }

  private boolean atLabel() {
    return cursor.at(Sign.OPERATOR) && cursor.tokens().is(cursor.position(), "<<");
  }

  private void endLabel() {
    if (cursor.atLabel()) {
      cursor.takeName();
    }
  }

  /// `WHEN condition OR condition THEN statements`, repeated.
  private void handlers() {
    if (!at("when")) {
      throw cursor.unexpected("WHEN");
    }
    while (accept("when")) {
      do {
        if (accept("sqlstate")) {
          cursor.string("an SQLSTATE");
        } else {
          cursor.label("a condition");
        }
      } while (accept("or"));
      expect("then");
      statements();
    }
  }

  /// Statements up to a word that cannot start one.
  private void statements() {
    while (!atEndOfStatements()) {
      body.<Boolean>nested(() -> {
        statement();
        return true;
      });
      cursor.expect(Sign.SEMICOLON, ";");
    }
  }

  private boolean atEndOfStatements() {
    if (commands.atAssignment()) {
      return false;
    }
    return cursor.at(Sign.END)
        || at("end")
        || at("else")
        || at("elsif")
        || at("elseif")
        || at("when")
        || (at("exception") && cursor.tokens().is(cursor.position() + 1, "when"));
  }

  private void statement() {
    if (commands.atAssignment()) {
      commands.assignment();
      return;
    }
    var start = cursor.position();
    if (label()) {
      labelled(start);
      return;
    }
    if (!control() && !commands.accept()) {
      sql.staticStatement();
    }
  }

  /// A block or a loop whose label is at `start`.
  private void labelled(int start) {
    if (at("declare") || at("begin")) {
      cursor.moveTo(start);
      block();
    } else if (!loop()) {
      throw cursor.unexpected("a block or a loop after its label");
    }
  }

  private boolean control() {
    if (at("declare") || at("begin")) {
      block();
      return true;
    }
    if (accept("if")) {
      ifs();
      return true;
    }
    if (accept("case")) {
      cases();
      return true;
    }
    return loop();
  }

  private void ifs() {
    do {
      sql.expression("then");
      expect("then");
      statements();
    } while (accept("elsif") || accept("elseif"));
    if (accept("else")) {
      statements();
    }
    expect("end");
    expect("if");
  }

  private void cases() {
    if (!at("when")) {
      sql.expression("when");
    }
    do {
      expect("when");
      sql.expression("then");
      expect("then");
      statements();
    } while (at("when"));
    if (accept("else")) {
      statements();
    }
    expect("end");
    expect("case");
  }

  private boolean loop() {
    if (accept("loop")) {
      loopBody();
    } else if (accept("while")) {
      sql.expression("loop");
      expect("loop");
      loopBody();
    } else if (accept("foreach")) {
      foreach();
    } else if (accept("for")) {
      new PlpgsqlFor(body, sql).head();
      expect("loop");
      loopBody();
    } else {
      return false;
    }
    return true;
  }

  /// Reads what follows `LOOP`.
  private void loopBody() {
    statements();
    expect("end");
    expect("loop");
    endLabel();
  }

  /// `FOREACH variable [SLICE number] IN ARRAY expression LOOP`
  private void foreach() {
    sql.variables();
    if (accept("slice")) {
      cursor.expect(Sign.INTEGER, "a number of dimensions");
    }
    expect("in");
    expect("array");
    sql.expression("loop");
    expect("loop");
    loopBody();
  }

  private boolean at(String word) {
    return cursor.atWord(word);
  }

  private boolean accept(String word) {
    return cursor.acceptWord(word);
  }

  private void expect(String word) {
    sql.expect(word);
  }
}
