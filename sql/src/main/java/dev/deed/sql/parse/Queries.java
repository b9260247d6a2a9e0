package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Query;
import dev.deed.sql.expression.QueryTree.Combined;
import dev.deed.sql.expression.QueryTree.CommonTable;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.Lock;
import dev.deed.sql.expression.QueryTree.Ordered;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.QueryTree.Sort;
import dev.deed.sql.expression.QueryTree.Target;
import dev.deed.sql.expression.QueryTree.Values;
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
  private @Nullable Expression limit;
  private @Nullable Expression offset;
  private boolean hasTies;

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
        cursor.spanFrom(first),
        selection.columns,
        selection.source(parsing),
        canonical,
        parsing.keepsTrees() ? selection.tree : null);
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
      var isRecursive = cursor.at(WITH, RECURSIVE);
      var with = cursor.at(WITH) ? commonTables.with() : List.<CommonTable>of();
      var mark = parsing.scopes.mark();
      var selection = unions();
      parsing.scopes.selected(mark);
      var order = List.<Sort>of();
      if (cursor.at(ORDER)) {
        parsing.scopes.reopen(mark);
        order = parsing.expressions.calls().sortClause();
        parsing.scopes.closeReopened();
      }
      limit = null;
      offset = null;
      hasTies = false;
      var locks = new ArrayList<Lock>(0);
      limitsAndLocks(selection, locks);
      var isPlain =
          with.isEmpty() && order.isEmpty() && limit == null && offset == null && locks.isEmpty();
      return isPlain || selection.tree == null
          ? selection
          : selection.with(
              new Ordered(isRecursive, with, selection.tree, order, limit, offset, hasTies, locks));
    } finally {
      commonTables.leave(scope);
      parsing.scopes.close();
      parsing.leave();
    }
  }

  // Set operations

  private Selection unions() {
    var left = intersections();
    while (cursor.at(UNION) || cursor.at(EXCEPT)) {
      var word = cursor.takeName();
      var all = allOrDistinct();
      left = combined(word + all, left, intersections());
    }
    return left;
  }

  private static Selection combined(String operator, Selection left, Selection right) {
    var tree =
        left.tree == null || right.tree == null
            ? null
            : new Combined(operator, left.tree, right.tree);
    return new Selection(left.columns, List.of()).with(tree);
  }

  private Selection intersections() {
    var left = simple();
    while (cursor.accept(INTERSECT)) {
      var all = allOrDistinct();
      left = combined("intersect" + all, left, simple());
    }
    return left;
  }

  private String allOrDistinct() {
    if (cursor.accept(ALL)) {
      return " all";
    }
    cursor.accept(DISTINCT);
    return "";
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
    var sources = new ArrayList<Selection.Source>();
    var item = fromItems.relation(sources);
    parsing.scopes.star();
    var star = new Target(new Column(List.of("*")), null, "*");
    return new Selection(List.of("*"), sources)
        .with(
            new Select(
                false, List.of(), List.of(star), List.of(item), null, List.of(), null, List.of()));
  }

  private Selection values() {
    cursor.advance();
    var width = 0;
    var defaults = new TreeSet<Integer>();
    var rows = new ArrayList<List<Expression>>();
    do {
      cursor.open();
      width = 0;
      var row = new ArrayList<Expression>();
      do {
        var value = parsing.expressions.expression();
        if (Special.isDefault(value)) {
          defaults.add(width);
        }
        if (parsing.keepsTrees()) {
          row.add(value);
        }
        width++;
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
      if (parsing.keepsTrees()) {
        rows.add(row);
      }
    } while (cursor.accept(Sign.COMMA));
    var columns = new ArrayList<String>(width);
    for (var i = 1; i <= width; i++) {
      columns.add("column" + i);
      parsing.scopes.output("column" + i);
    }
    return new Selection(columns, List.of(), defaults).with(new Values(rows));
  }

  // SELECT

  private Selection select() {
    cursor.advance();
    var isDistinct = cursor.at(DISTINCT);
    var distinctOn = distinct();
    var list = endsTargets() ? List.<Target>of() : targets.list();
    if (cursor.at(INTO)) {
      into();
    }
    var sources = new ArrayList<Selection.Source>();
    var from = cursor.accept(FROM) ? fromItems.list(sources) : List.<From>of();
    var where = cursor.accept(WHERE) ? parsing.expressions.expression() : null;
    var groups = new ArrayList<Expression>();
    if (cursor.accept(GROUP, BY)) {
      parsing.scopes.beginOutputs();
      groupBy(groups);
      parsing.scopes.endOutputs();
    }
    var having = cursor.accept(HAVING) ? parsing.expressions.expression() : null;
    var windows = cursor.accept(WINDOW) ? windows() : List.<Call>of();
    return new Selection(list.stream().map(Target::name).toList(), sources)
        .with(new Select(isDistinct, distinctOn, list, from, where, groups, having, windows));
  }

  private List<Expression> distinct() {
    if (cursor.accept(ALL) || !cursor.accept(DISTINCT)) {
      return List.of();
    }
    var on = List.<Expression>of();
    if (cursor.accept(ON)) {
      cursor.open();
      parsing.scopes.beginOutputs();
      on = parsing.expressions.list();
      parsing.scopes.endOutputs();
      cursor.close();
    }
    if (endsTargets()) {
      throw cursor.unexpected("an expression");
    }
    return on;
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

  private void groupBy(List<Expression> groups) {
    if (cursor.accept(ALL)) {
      parsing.breakTree();
      if (endsTargets()) {
        // All columns that are not aggregated.
        parsing.newer(19, "GROUP BY ALL", cursor.position() - 1);
        return;
      }
    } else if (cursor.accept(DISTINCT)) {
      parsing.breakTree();
    }
    groupingElements(groups);
  }

  private void groupingElements(List<Expression> groups) {
    do {
      groupingElement(groups);
    } while (cursor.accept(Sign.COMMA));
  }

  private void groupingElement(List<Expression> groups) {
    if (cursor.at(Sign.OPEN) && cursor.signAfter(1) == Sign.CLOSE) {
      cursor.open();
      cursor.close();
      groups.add(new Row(List.of()));
    } else if (cursor.accept(GROUPING, SETS)) {
      parsing.enter();
      cursor.open();
      var sets = new ArrayList<Expression>();
      groupingElements(sets);
      cursor.close();
      parsing.leave();
      groups.add(new Special("grouping sets", sets, ""));
    } else if (cursor.atAny(CUBE, ROLLUP) && cursor.signAfter(1) == Sign.OPEN) {
      var word = cursor.at(CUBE) ? "cube" : "rollup";
      cursor.advance();
      cursor.open();
      groups.add(new Special(word, parsing.expressions.list(), ""));
      cursor.close();
    } else {
      groups.add(parsing.expressions.expression());
    }
  }

  private List<Call> windows() {
    var windows = new ArrayList<Call>(1);
    do {
      var name = cursor.name("a window name");
      cursor.expect(AS);
      windows.add(parsing.expressions.calls().window(name));
    } while (cursor.accept(Sign.COMMA));
    return windows;
  }

  // LIMIT, OFFSET, FETCH, FOR

  private void limitsAndLocks(Selection selection, List<Lock> locks) {
    var limited = false;
    var hasOffset = false;
    while (true) {
      if (cursor.at(FOR)) {
        if (!lock(selection, locks)) {
          return;
        }
      } else if (!limited && cursor.accept(LIMIT)) {
        limited = true;
        limit();
      } else if (!limited && cursor.accept(FETCH)) {
        limited = true;
        fetch();
      } else if (!hasOffset && cursor.accept(OFFSET)) {
        hasOffset = true;
        offset = parsing.expressions.expression();
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
      limit = parsing.expressions.expression();
    }
  }

  private void fetch() {
    if (!cursor.accept(FIRST)) {
      cursor.expect(NEXT);
    }
    if (rowWord()) {
      limit = new Constant(ConstantKind.NUMBER, "1");
    } else {
      if (cursor.at(Sign.PLUS) || cursor.at(Sign.MINUS)) {
        parsing.breakTree();
        cursor.signedNumber("a number of rows");
      } else {
        limit = parsing.expressions.primary();
      }
      if (!rowWord()) {
        throw cursor.unexpected("ROWS");
      }
    }
    hasTies = cursor.accept(WITH, TIES);
    if (!hasTies) {
      cursor.expect(ONLY);
    }
  }

  /// Returns false if this `FOR` belongs to another construct.
  private boolean lock(Selection selection, List<Lock> locks) {
    var first = cursor.position();
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
    var strength = parsing.keepsTrees() ? cursor.canonicalFrom(first) : "";
    var names = new ArrayList<String>();
    if (cursor.accept(OF)) {
      cursor.qualifiedNames("a table name").forEach(n -> names.add(n.name()));
    }
    var wait = cursor.accept(NOWAIT) ? "nowait" : cursor.accept(SKIP, LOCKED) ? "skip locked" : "";
    selection.lock(parsing, names);
    locks.add(new Lock(strength, names, wait));
    return true;
  }
}
