package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Query;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `SELECT`, `VALUES`, `TABLE`, with `WITH` and set operations. Relations that they read become
/// effects; names of common table expressions do not.
final class Queries {

  private final ParserState parsing;
  private final Cursor cursor;
  private final QueryStarts starts;
  private final FromItems fromItems;
  private final CommonTables commonTables;
  private final TargetLists targets;
  private @Nullable Into into;

  Queries(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.starts = new QueryStarts(cursor);
    this.commonTables = new CommonTables(parsing, this);
    this.fromItems = new FromItems(parsing, this);
    this.targets = new TargetLists(parsing);
  }

  /// `SELECT INTO`, with the effect that represents it until the caller creates the table.
  record Into(QualifiedName table, Persistence persistence, Span span, Effect effect) {}

  FromItems fromItems() {
    return fromItems;
  }

  CommonTables commonTables() {
    return commonTables;
  }

  TargetLists targets() {
    return targets;
  }

  /// The table of the last `SELECT INTO`; reading it clears it.
  @Nullable Into takeInto() {
    var taken = into;
    into = null;
    return taken;
  }

  /// True at the first word of a query, or at a parenthesis that opens one.
  boolean atQuery() {
    return starts.atParenthesis(cursor.position()) || starts.atWord(cursor.position());
  }

  Query query() {
    return queryWithText(true, this::selection);
  }

  /// A query inside an expression, whose text is not needed.
  Query nestedQuery() {
    return queryWithText(parsing.keepsTexts(), this::selection);
  }

  /// `( query )`, as an operand.
  Query subquery() {
    return queryWithText(parsing.keepsTexts(), this::inParentheses);
  }

  private Query queryWithText(boolean text, Supplier<Selection> parse) {
    if (!atQuery()) {
      throw cursor.unexpected("a query");
    }
    var first = cursor.position();
    var selection = parsing.keepingTexts(false, parse);
    var canonical = text ? cursor.canonicalFrom(first) : "";
    return new Query(
        cursor.spanFrom(first), selection.columns, selection.source(parsing), canonical);
  }

  Selection inParentheses() {
    cursor.open();
    var selection = selection();
    cursor.close();
    return selection;
  }

  /// A whole query, without its parentheses.
  Selection selection() {
    parsing.enter();
    parsing.scopes.open();
    var scope = commonTables.scope();
    try {
      if (cursor.at(WITH)) {
        commonTables.with();
      }
      var mark = parsing.scopes.mark();
      var selection = unions();
      parsing.scopes.selected(mark);
      if (cursor.at(ORDER)) {
        parsing.scopes.reopen(mark);
        parsing.expressions.calls().sortClause();
        parsing.scopes.closeReopened();
      }
      limitsAndLocks(selection);
      return selection;
    } finally {
      commonTables.leave(scope);
      parsing.scopes.close();
      parsing.leave();
    }
  }

  // Set operations

  private Selection unions() {
    var left = intersections();
    while (cursor.accept(UNION) || cursor.accept(EXCEPT)) {
      allOrDistinct();
      intersections();
      left = new Selection(left.columns, List.of());
    }
    return left;
  }

  private Selection intersections() {
    var left = simple();
    while (cursor.accept(INTERSECT)) {
      allOrDistinct();
      simple();
      left = new Selection(left.columns, List.of());
    }
    return left;
  }

  private void allOrDistinct() {
    if (!cursor.accept(ALL)) {
      cursor.accept(DISTINCT);
    }
  }

  private Selection simple() {
    if (cursor.at(Sign.OPEN)) {
      return inParentheses();
    }
    parsing.scopes.open();
    var selection =
        switch (cursor.keyword()) {
          case SELECT -> select();
          case VALUES -> values();
          case TABLE -> table();
          case null, default -> throw cursor.unexpected("a query");
        };
    parsing.scopes.close();
    return selection;
  }

  private Selection table() {
    cursor.advance();
    var source = fromItems.relation();
    parsing.scopes.star();
    return new Selection(List.of("*"), List.of(source));
  }

  private Selection values() {
    cursor.advance();
    var width = 0;
    var defaults = new TreeSet<Integer>();
    do {
      cursor.open();
      width = 0;
      do {
        if (Special.isDefault(parsing.expressions.expression())) {
          defaults.add(width);
        }
        width++;
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    } while (cursor.accept(Sign.COMMA));
    var columns = new ArrayList<String>(width);
    for (var i = 1; i <= width; i++) {
      columns.add("column" + i);
      parsing.scopes.output("column" + i);
    }
    return new Selection(columns, List.of(), defaults);
  }

  // SELECT

  private Selection select() {
    cursor.advance();
    distinct();
    var columns = endsTargets() ? List.<String>of() : targets.list();
    if (cursor.at(INTO)) {
      into();
    }
    var sources = cursor.accept(FROM) ? fromItems.list() : List.<Selection.Source>of();
    if (cursor.accept(WHERE)) {
      parsing.expressions.expression();
    }
    if (cursor.accept(GROUP, BY)) {
      parsing.scopes.beginOutputs();
      groupBy();
      parsing.scopes.endOutputs();
    }
    if (cursor.accept(HAVING)) {
      parsing.expressions.expression();
    }
    if (cursor.accept(WINDOW)) {
      windows();
    }
    return new Selection(columns, sources);
  }

  private void distinct() {
    if (cursor.accept(ALL)) {
      return;
    }
    if (cursor.accept(DISTINCT)) {
      if (cursor.accept(ON)) {
        cursor.open();
        parsing.scopes.beginOutputs();
        parsing.expressions.list();
        parsing.scopes.endOutputs();
        cursor.close();
      }
      if (endsTargets()) {
        throw cursor.unexpected("an expression");
      }
    }
  }

  private boolean endsTargets() {
    if (cursor.atEnd() || cursor.at(Sign.CLOSE)) {
      return true;
    }
    return switch (cursor.keyword()) {
      case FROM,
          INTO,
          WHERE,
          GROUP,
          HAVING,
          WINDOW,
          UNION,
          INTERSECT,
          EXCEPT,
          ORDER,
          LIMIT,
          OFFSET,
          FETCH,
          FOR,
          ON,
          WITH,
          RETURNING ->
          true;
      case null, default -> false;
    };
  }

  private void into() {
    cursor.expect(INTO);
    var persistence = Persistence.PERMANENT;
    if ((cursor.at(LOCAL) || cursor.at(GLOBAL))
        && (cursor.keywordAfter(1) == TEMP || cursor.keywordAfter(1) == TEMPORARY)) {
      cursor.advance();
    }
    if (acceptBeforeName(TEMP) || acceptBeforeName(TEMPORARY)) {
      persistence = Persistence.TEMPORARY;
    } else if (acceptBeforeName(UNLOGGED)) {
      persistence = Persistence.UNLOGGED;
    }
    cursor.accept(TABLE);
    var first = cursor.position();
    var table = cursor.qualifiedName("the new table name");
    var span = cursor.spanFrom(first);
    var effect = new NamesRelation(table, Access.DEFINES, span);
    parsing.add(effect);
    into = new Into(table, persistence, span, effect);
  }

  /// The word may be the name itself: `INTO temp FROM users`.
  private boolean acceptBeforeName(Keyword word) {
    var start = cursor.position();
    if (cursor.accept(word)) {
      if (cursor.at(TABLE) || cursor.atColumnName()) {
        return true;
      }
      cursor.moveTo(start);
    }
    return false;
  }

  private void groupBy() {
    if (cursor.accept(ALL)) {
      if (endsTargets()) {
        // All columns that are not aggregated.
        parsing.newer(19, "GROUP BY ALL", cursor.position() - 1);
        return;
      }
    } else {
      cursor.accept(DISTINCT);
    }
    groupingElements();
  }

  private void groupingElements() {
    do {
      groupingElement();
    } while (cursor.accept(Sign.COMMA));
  }

  private void groupingElement() {
    if (cursor.at(Sign.OPEN) && cursor.signAfter(1) == Sign.CLOSE) {
      cursor.open();
      cursor.close();
    } else if (cursor.accept(GROUPING, SETS)) {
      parsing.enter();
      cursor.open();
      groupingElements();
      cursor.close();
      parsing.leave();
    } else if (cursor.atAny(CUBE, ROLLUP) && cursor.signAfter(1) == Sign.OPEN) {
      cursor.advance();
      cursor.open();
      parsing.expressions.list();
      cursor.close();
    } else {
      parsing.expressions.expression();
    }
  }

  private void windows() {
    do {
      cursor.name("a window name");
      cursor.expect(AS);
      parsing.expressions.calls().window();
    } while (cursor.accept(Sign.COMMA));
  }

  // LIMIT, OFFSET, FETCH, FOR

  private void limitsAndLocks(Selection selection) {
    var limited = false;
    var offset = false;
    while (true) {
      if (cursor.at(FOR)) {
        if (!lock(selection)) {
          return;
        }
      } else if (!limited && cursor.accept(LIMIT)) {
        limited = true;
        limit();
      } else if (!limited && cursor.accept(FETCH)) {
        limited = true;
        fetch();
      } else if (!offset && cursor.accept(OFFSET)) {
        offset = true;
        parsing.expressions.expression();
        rowWord();
      } else {
        return;
      }
    }
  }

  private boolean rowWord() {
    return cursor.accept(ROW) || cursor.accept(ROWS);
  }

  private void limit() {
    if (!cursor.accept(ALL)) {
      parsing.expressions.expression();
    }
  }

  private void fetch() {
    if (!cursor.accept(FIRST)) {
      cursor.expect(NEXT);
    }
    if (!rowWord()) {
      if (cursor.at(Sign.PLUS) || cursor.at(Sign.MINUS)) {
        cursor.signedNumber("a number of rows");
      } else {
        parsing.expressions.primary();
      }
      if (!rowWord()) {
        throw cursor.unexpected("ROWS");
      }
    }
    if (!cursor.accept(WITH, TIES)) {
      cursor.expect(ONLY);
    }
  }

  /// Returns false if this `FOR` belongs to another construct.
  private boolean lock(Selection selection) {
    if (cursor.accept(FOR, READ, ONLY)) {
      return true;
    }
    switch (cursor.keywordAfter(1)) {
      case UPDATE, SHARE -> cursor.moveTo(cursor.position() + 2);
      case NO -> {
        cursor.moveTo(cursor.position() + 2);
        cursor.expect(KEY, UPDATE);
      }
      case KEY -> {
        cursor.moveTo(cursor.position() + 2);
        cursor.expect(SHARE);
      }
      case null, default -> {
        return false;
      }
    }
    var names = new ArrayList<String>();
    if (cursor.accept(OF)) {
      cursor.qualifiedNames("a table name").forEach(n -> names.add(n.name()));
    }
    if (!cursor.accept(NOWAIT)) {
      cursor.accept(SKIP, LOCKED);
    }
    selection.lock(parsing, names);
    return true;
  }
}
