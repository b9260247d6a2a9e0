package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.NameScope;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items in `FROM` and `USING`: relations, functions, subqueries and their joins.
final class FromItems {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Queries queries;
  private final TableFunctions tableFunctions;

  /// The columns in the last alias.
  private List<String> renamed = List.of();

  FromItems(ParserState parsing, Queries queries) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.queries = queries;
    this.tableFunctions = new TableFunctions(parsing);
  }

  /// `item, item, ...`
  List<Selection.Source> list() {
    var sources = new ArrayList<Selection.Source>();
    do {
      item(sources);
    } while (cursor.accept(Sign.COMMA));
    return sources;
  }

  /// One item with the joins after it.
  void item(List<Selection.Source> sources) {
    parsing.enter();
    try {
      var first = parsing.scopes.sources();
      operand(sources);
      joins(sources, first);
    } finally {
      parsing.leave();
    }
  }

  // Joins

  /// @param first the number of sources before the left side
  private void joins(List<Selection.Source> sources, int first) {
    while (true) {
      if (cursor.accept(CROSS)) {
        cursor.expect(JOIN);
        operand(sources);
      } else if (cursor.accept(NATURAL)) {
        parsing.scopes.merges();
        joinWords();
        operand(sources);
      } else if (cursor.atAny(JOIN, INNER, LEFT, RIGHT, FULL)) {
        joinWords();
        var right = parsing.scopes.sources();
        // A join without its condition so far: the inner join's condition comes first.
        item(sources);
        joinCondition(first, right);
      } else {
        return;
      }
      if (cursor.atAny(ON, USING)) {
        return;
      }
    }
  }

  private void joinWords() {
    if (!cursor.accept(INNER)
        && (cursor.accept(LEFT) || cursor.accept(RIGHT) || cursor.accept(FULL))) {
      cursor.accept(OUTER);
    }
    cursor.expect(JOIN);
  }

  private void joinCondition(int first, int right) {
    if (cursor.accept(ON)) {
      parsing.expressions.expression();
      return;
    }
    if (!cursor.accept(USING)) {
      throw cursor.unexpected("ON or USING");
    }
    var place = cursor.position();
    var columns = cursor.namesInParentheses("a column name");
    var span = cursor.spanFrom(place);
    parsing.scopes.using(
        columns.stream().map(c -> new NameScope.Use(List.of(c), false, span)).toList(),
        first,
        right);
    parsing.scopes.merges();
    if (cursor.accept(AS)) {
      parsing.scopes.unclear(cursor.name("an alias"));
    }
  }

  // Operands

  private void operand(List<Selection.Source> sources) {
    if (cursor.accept(LATERAL)) {
      if (cursor.at(Sign.OPEN)) {
        subquery(sources);
      } else {
        function();
      }
      return;
    }
    if (cursor.at(Sign.OPEN)) {
      parenthesis(sources);
    } else if (cursor.at(ONLY)) {
      sources.add(relation());
    } else if (atFunction()) {
      function();
    } else {
      sources.add(relationOrFunction());
    }
  }

  private void parenthesis(List<Selection.Source> sources) {
    if (queries.atQuery()) {
      subquery(sources);
      return;
    }
    cursor.open();
    var inner = new ArrayList<Selection.Source>();
    item(inner);
    cursor.close();
    var alias = alias();
    if (alias == null) {
      sources.addAll(inner);
    } else {
      parsing.scopes.unclear(alias);
      sources.add(Selection.named(alias, inner));
    }
  }

  private void subquery(List<Selection.Source> sources) {
    if (!queries.atQuery()) {
      throw cursor.unexpected("a query");
    }
    var first = cursor.position();
    var inner = queries.inParentheses();
    var alias = alias();
    if (alias == null) {
      parsing.newer(16, "a sub-select in FROM without an alias", first);
    }
    parsing.scopes.subquery(alias == null ? "" : alias, renamed);
    sources.add(Selection.named(alias == null ? "" : alias, inner.sources));
  }

  /// `[ONLY] name [*] [alias] [TABLESAMPLE ...]`
  Selection.Source relation() {
    var first = cursor.position();
    var only = cursor.accept(ONLY);
    var parenthesis = only && cursor.accept(Sign.OPEN);
    var nameAt = parenthesis || only ? cursor.position() : first;
    var name = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(nameAt);
    if (parenthesis) {
      cursor.close();
    }
    return relation(new RelationName(name, only, span));
  }

  private Selection.Source relation(RelationName relation) {
    var name = relation.name();
    cursor.accept(Sign.STAR);
    var effects = List.<Integer>of();
    var isCommon = queries.commonTables().isOne(name);
    if (!isCommon) {
      effects = List.of(parsing.effectCount());
      parsing.add(new ReadsRows(name, relation.only(), LockMode.ACCESS_SHARE, relation.span()));
    }
    var alias = alias();
    if (isCommon) {
      parsing.scopes.namedQuery(name.name(), alias, renamed);
    } else {
      parsing.scopes.relation(name, alias, renamed);
    }
    tableSample();
    return new Selection.Source(alias == null ? name.name() : alias, effects);
  }

  private Selection.Source relationOrFunction() {
    var first = cursor.position();
    var isName = cursor.atColumnName();
    if (!isName && !cursor.atTypeOrFunctionName()) {
      throw cursor.unexpected("a table, a function or a query");
    }
    var name = cursor.furtherParts(cursor.takeName(), "a name");
    if (cursor.at(Sign.OPEN)) {
      parsing.expressions.calls().call(name, first, false);
      behindFunction();
      return new Selection.Source("", List.of());
    }
    if (!isName) {
      throw cursor.unexpected("\"(\"");
    }
    return relation(new RelationName(name, false, cursor.spanFrom(first)));
  }

  private void tableSample() {
    if (!cursor.accept(TABLESAMPLE)) {
      return;
    }
    parsing.expressions.functionCall();
    if (cursor.accept(REPEATABLE)) {
      cursor.open();
      parsing.expressions.expression();
      cursor.close();
    }
  }

  // Functions

  private boolean atFunction() {
    var keyword = cursor.keyword();
    if (keyword == null) {
      return false;
    }
    return switch (keyword) {
      case ROWS -> cursor.at(ROWS, FROM) && cursor.signAfter(2) == Sign.OPEN;
      case XMLTABLE, JSON_TABLE, GRAPH_TABLE -> cursor.signAfter(1) == Sign.OPEN;
      case CURRENT_DATE,
          CURRENT_TIME,
          CURRENT_TIMESTAMP,
          LOCALTIME,
          LOCALTIMESTAMP,
          CURRENT_ROLE,
          CURRENT_USER,
          SESSION_USER,
          SYSTEM_USER,
          USER,
          CURRENT_CATALOG,
          CURRENT_SCHEMA,
          CAST,
          COLLATION ->
          true;
      default ->
          cursor.signAfter(1) == Sign.OPEN
              && cursor.atColumnName()
              && !cursor.atTypeOrFunctionName();
    };
  }

  private void function() {
    if (tableFunctions.accept()) {
      var alias = alias();
      parsing.scopes.unclear(alias == null ? "" : alias);
      return;
    }
    if (cursor.at(ROWS, FROM) && cursor.signAfter(2) == Sign.OPEN) {
      rowsFrom();
    } else {
      Expression call = parsing.expressions.functionCall();
      if (call instanceof Expression.Column) {
        throw cursor.unexpected("a function call");
      }
      if (call instanceof Expression.Call named) {
        parsing.scopes.fields.unclear(named.function().name());
      }
    }
    behindFunction();
  }

  private void rowsFrom() {
    cursor.accept(ROWS, FROM);
    cursor.open();
    do {
      parsing.expressions.functionCall();
      if (cursor.accept(AS)) {
        columnDefinitions();
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  /// `[WITH ORDINALITY] [AS] [alias] [(columns or column definitions)]`
  private void behindFunction() {
    if (cursor.accept(WITH)) {
      cursor.expect(ORDINALITY);
    }
    var as = cursor.accept(AS);
    if (as && cursor.at(Sign.OPEN)) {
      parsing.scopes.unclear("");
      columnDefinitions();
      return;
    }
    if (!as && !cursor.atColumnName()) {
      parsing.scopes.unclear("");
      return;
    }
    parsing.scopes.unclear(cursor.name("an alias"));
    if (!cursor.at(Sign.OPEN)) {
      return;
    }
    var next = cursor.signAfter(2);
    if (next == Sign.COMMA || next == Sign.CLOSE) {
      cursor.namesInParentheses("a column name").forEach(parsing.scopes.fields::label);
    } else {
      columnDefinitions();
    }
  }

  private void columnDefinitions() {
    cursor.open();
    do {
      parsing.scopes.fields.label(cursor.name("a column name"));
      namedType();
      if (cursor.accept(COLLATE)) {
        parsing.expressions.collation();
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  /// A type that the query depends on.
  private void namedType() {
    var first = cursor.position();
    parsing.names(parsing.types.type(), first);
  }

  /// `[AS] alias [(columns)]`
  @Nullable String alias() {
    renamed = List.of();
    if (!cursor.accept(AS) && !cursor.atColumnName()) {
      return null;
    }
    var alias = cursor.name("an alias");
    if (cursor.at(Sign.OPEN)) {
      renamed = cursor.namesInParentheses("a column name");
    }
    return alias;
  }
}
