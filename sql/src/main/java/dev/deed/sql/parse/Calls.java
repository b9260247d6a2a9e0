package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.QueryTree.Sort;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    var trailer = new Trailer(parsing);
    var star = cursor.at(Sign.STAR) && cursor.signAfter(1) == Sign.CLOSE;
    List<Argument> arguments = List.of();
    if (star) {
      cursor.advance();
    } else if (!cursor.at(Sign.CLOSE)) {
      var start = cursor.position();
      if (cursor.accept(DISTINCT)) {
        trailer.add(start, "distinct");
      } else {
        cursor.accept(ALL);
      }
      arguments = arguments();
      if (cursor.at(ORDER)) {
        orderBy(trailer);
      }
    }
    cursor.close();
    parsing.add(
        new CallsRoutine(ObjectKind.FUNCTION, function, arguments.size(), names(arguments), span));
    CallEffects.add(parsing, function, arguments, first, span);
    if (aggregate) {
      behind(trailer);
    }
    var call = new Call(function, arguments, star, trailer.text(), trailer.expressions());
    parsing.scopes.part(call, cursor);
    return call;
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

  private void orderBy(Trailer trailer) {
    var start = cursor.position();
    trailer.add(start, trailer.orderBy(sortClause()));
  }

  /// `WITHIN GROUP (...)`, `FILTER (...)`, `OVER ...`
  void behind(Trailer trailer) {
    var start = cursor.position();
    var text = new StringBuilder();
    if (cursor.at(WITHIN, GROUP)) {
      cursor.accept(WITHIN, GROUP);
      cursor.open();
      text.append("within group (").append(trailer.orderBy(sortClause())).append(')');
      cursor.close();
    }
    if (cursor.at(FILTER) && cursor.signAfter(1) == Sign.OPEN) {
      cursor.advance();
      cursor.open();
      cursor.expect(WHERE);
      text.append(" filter (where ").append(trailer.place(expressions.expression())).append(')');
      cursor.close();
    }
    nullTreatment();
    if (cursor.at(OVER) && opensWindow()) {
      cursor.advance();
      if (cursor.at(Sign.OPEN)) {
        text.append(" over (").append(window(trailer)).append(')');
      } else {
        text.append(" over ").append(Identifier.quoted(cursor.name("a window name")));
      }
    }
    trailer.add(start, text.toString().strip());
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
      parsing.breakTree();
      parsing.newer(19, "IGNORE NULLS and RESPECT NULLS", cursor.position());
      cursor.advance();
      cursor.advance();
    }
  }

  /// `ORDER BY ...`
  List<Sort> sortClause() {
    cursor.expect(ORDER, BY);
    var sorts = new ArrayList<Sort>(2);
    do {
      sorts.add(sort());
    } while (cursor.accept(Sign.COMMA));
    return sorts;
  }

  private Sort sort() {
    var value = expressions.expression();
    var isDescending = false;
    if (cursor.accept(USING)) {
      var operator = expressions.operator().name();
      isDescending = operator.equals(">");
      if (!isDescending && !operator.equals("<")) {
        parsing.breakTree();
      }
    } else if (!cursor.accept(ASC)) {
      isDescending = cursor.accept(DESC);
    }
    if (!cursor.accept(NULLS)) {
      return new Sort(value, isDescending, null);
    }
    var isFirst = cursor.accept(FIRST);
    if (!isFirst) {
      cursor.expect(LAST);
    }
    return new Sort(value, isDescending, isFirst);
  }

  /// `( [window] [PARTITION BY ...] [ORDER BY ...] [frame] )`
  Call window(String name) {
    var trailer = new Trailer(parsing);
    var text = window(trailer);
    return new Call(QualifiedName.of(name), List.of(), false, text, trailer.expressions());
  }

  private String window(Trailer trailer) {
    var text = new StringBuilder();
    cursor.open();
    if (cursor.atColumnName() && !cursor.atAny(PARTITION, RANGE, ROWS, GROUPS)) {
      text.append(Identifier.quoted(cursor.takeName()));
    }
    if (cursor.accept(PARTITION, BY)) {
      text.append(" partition by ");
      text.append(
          expressions.list().stream().map(trailer::place).collect(Collectors.joining(", ")));
    }
    if (cursor.at(ORDER)) {
      text.append(' ').append(trailer.orderBy(sortClause()));
    }
    if (cursor.atAny(RANGE, ROWS, GROUPS)) {
      var start = cursor.position();
      frame();
      text.append(' ').append(parsing.keepsTrees() ? cursor.canonicalFrom(start) : "");
    }
    cursor.close();
    return text.toString().strip();
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
