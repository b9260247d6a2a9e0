package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// Function calls with everything that may follow in and after their parentheses.
final class Calls {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Expressions expressions;

  Calls(ParserState parsing, Expressions expressions) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.expressions = expressions;
  }

  /// Starts at the opening parenthesis.
  ///
  /// @param first the first token of the name
  /// @param aggregate whether `FILTER`, `OVER` and `WITHIN GROUP` may follow
  Expression call(QualifiedName function, int first, boolean aggregate) {
    var span = cursor.spanFrom(first);
    cursor.open();
    var trailer = new StringBuilder();
    var star = cursor.at(Sign.STAR) && cursor.signAfter(1) == Sign.CLOSE;
    List<Argument> arguments = List.of();
    if (star) {
      cursor.advance();
    } else if (!cursor.at(Sign.CLOSE)) {
      var start = cursor.position();
      if (cursor.accept(DISTINCT)) {
        note(trailer, start);
      } else {
        cursor.accept(ALL);
      }
      arguments = arguments();
      orderBy(trailer);
    }
    cursor.close();
    parsing.add(
        new CallsRoutine(ObjectKind.FUNCTION, function, arguments.size(), names(arguments), span));
    CallEffects.add(parsing, function, arguments, first, span);
    if (aggregate) {
      behind(trailer);
    }
    return new Call(function, arguments, star, trailer.toString());
  }

  private static List<String> names(List<Argument> arguments) {
    var names = new ArrayList<String>();
    for (var argument : arguments) {
      if (argument.name() != null) {
        names.add(argument.name());
      }
    }
    return names;
  }

  /// `expression`, `name => expression`, `VARIADIC expression`, separated by commas.
  List<Argument> arguments() {
    var arguments = new ArrayList<Argument>(4);
    do {
      var variadic = cursor.accept(VARIADIC);
      arguments.add(argument(variadic));
      if (variadic) {
        break;
      }
    } while (cursor.accept(Sign.COMMA));
    return arguments;
  }

  private Argument argument(boolean variadic) {
    var next = cursor.signAfter(1);
    if (next == Sign.ARROW || next == Sign.ASSIGN) {
      var name = cursor.typeOrFunctionName("an argument name");
      cursor.advance();
      return new Argument(name, expressions.expression(), variadic);
    }
    return new Argument(null, expressions.expression(), variadic);
  }

  private void orderBy(StringBuilder trailer) {
    if (cursor.at(ORDER)) {
      var start = cursor.position();
      sortClause();
      note(trailer, start);
    }
  }

  /// `WITHIN GROUP (...)`, `FILTER (...)`, `OVER ...`
  void behind(StringBuilder trailer) {
    var start = cursor.position();
    if (cursor.at(WITHIN, GROUP)) {
      cursor.accept(WITHIN, GROUP);
      cursor.open();
      sortClause();
      cursor.close();
    }
    if (cursor.at(FILTER) && cursor.signAfter(1) == Sign.OPEN) {
      cursor.advance();
      cursor.open();
      cursor.expect(WHERE);
      expressions.expression();
      cursor.close();
    }
    nullTreatment();
    if (cursor.at(OVER) && opensWindow()) {
      cursor.advance();
      if (cursor.at(Sign.OPEN)) {
        window();
      } else {
        cursor.name("a window name");
      }
    }
    note(trailer, start);
  }

  private boolean opensWindow() {
    return switch (cursor.signAfter(1)) {
      case OPEN, WORD, QUOTED -> true;
      default -> false;
    };
  }

  /// `IGNORE NULLS`, `RESPECT NULLS` (PostgreSQL 19).
  private void nullTreatment() {
    if ((cursor.atWord("ignore") || cursor.atWord("respect")) && cursor.keywordAfter(1) == NULLS) {
      parsing.newer(19, "IGNORE NULLS and RESPECT NULLS", cursor.position());
      cursor.advance();
      cursor.advance();
    }
  }

  private void note(StringBuilder trailer, int start) {
    if (!parsing.keepsTexts() || cursor.position() == start) {
      return;
    }
    if (!trailer.isEmpty()) {
      trailer.append(' ');
    }
    trailer.append(cursor.canonicalFrom(start));
  }

  /// `ORDER BY ...`
  void sortClause() {
    cursor.expect(ORDER, BY);
    do {
      expressions.expression();
      if (cursor.accept(USING)) {
        expressions.operator();
      } else if (!cursor.accept(ASC)) {
        cursor.accept(DESC);
      }
      if (cursor.accept(NULLS) && !cursor.accept(FIRST)) {
        cursor.expect(LAST);
      }
    } while (cursor.accept(Sign.COMMA));
  }

  /// `( [window] [PARTITION BY ...] [ORDER BY ...] [frame] )`
  void window() {
    cursor.open();
    if (cursor.atColumnName() && !cursor.atAny(PARTITION, RANGE, ROWS, GROUPS)) {
      cursor.takeName();
    }
    if (cursor.accept(PARTITION, BY)) {
      expressions.list();
    }
    if (cursor.at(ORDER)) {
      sortClause();
    }
    if (cursor.atAny(RANGE, ROWS, GROUPS)) {
      frame();
    }
    cursor.close();
  }

  private void frame() {
    cursor.advance();
    if (cursor.accept(BETWEEN)) {
      frameBound();
      cursor.expect(AND);
    }
    frameBound();
    if (!cursor.accept(EXCLUDE)) {
      return;
    }
    if (!cursor.accept(CURRENT, ROW)
        && !cursor.accept(GROUP)
        && !cursor.accept(TIES)
        && !cursor.accept(NO, OTHERS)) {
      throw cursor.unexpected("CURRENT ROW, GROUP, TIES or NO OTHERS");
    }
  }

  private void frameBound() {
    if (cursor.accept(CURRENT, ROW)) {
      return;
    }
    var unbounded = cursor.at(UNBOUNDED, PRECEDING) || cursor.at(UNBOUNDED, FOLLOWING);
    if (unbounded) {
      cursor.advance();
    } else {
      expressions.expression();
    }
    if (!cursor.accept(PRECEDING)) {
      cursor.expect(FOLLOWING);
    }
  }
}
