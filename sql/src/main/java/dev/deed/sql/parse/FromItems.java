package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.NameScope;
import dev.deed.sql.expression.QueryTree.Alias;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.From.Derived;
import dev.deed.sql.expression.QueryTree.From.Function;
import dev.deed.sql.expression.QueryTree.From.Join;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items in `FROM` and `USING`: relations, functions, subqueries and their joins.
final class FromItems {

  /// In place of an item that no tree has.
  private static final From NONE = new Function(Expression.Special.DEFAULT, false, Alias.NONE);

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
  void list() {
    list(new ArrayList<>());
  }

  /// @param sources gets those that the items name
  List<From> list(List<Selection.Source> sources) {
    var items = new ArrayList<From>();
    do {
      items.add(item(sources));
    } while (cursor.accept(Sign.COMMA));
    return items;
  }

  /// One item with the joins after it.
  From item(List<Selection.Source> sources) {
    parsing.enter();
    try {
      var first = parsing.scopes.sources();
      return joins(operand(sources), sources, first);
    } finally {
      parsing.leave();
    }
  }

  // Joins

  /// @param first the number of sources before the left side
  private From joins(From item, List<Selection.Source> sources, int first) {
    var left = item;
    while (true) {
      if (cursor.accept(CROSS)) {
        cursor.expect(JOIN);
        left = new Join("cross", false, left, operand(sources), null, List.of());
      } else if (cursor.accept(NATURAL)) {
        parsing.scopes.merges();
        var kind = joinWords();
        left = new Join(kind, true, left, operand(sources), null, List.of());
      } else if (cursor.atAny(JOIN, INNER, LEFT, RIGHT, FULL)) {
        var kind = joinWords();
        var right = parsing.scopes.sources();
        // A join without its condition so far: the inner join's condition comes first.
        var other = item(sources);
        var on = cursor.accept(ON) ? parsing.expressions.expression() : null;
        var using = on == null ? using(first, right) : List.<String>of();
        left = new Join(kind, false, left, other, on, using);
      } else {
        return left;
      }
      if (cursor.atAny(ON, USING)) {
        return left;
      }
    }
  }

  private String joinWords() {
    var kind = "inner";
    if (!cursor.accept(INNER) && cursor.atAny(LEFT, RIGHT, FULL)) {
      kind = cursor.takeName();
      cursor.accept(OUTER);
    }
    cursor.expect(JOIN);
    return kind;
  }

  private List<String> using(int first, int right) {
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
      parsing.breakTree();
      parsing.scopes.unclear(cursor.name("an alias"));
    }
    return columns;
  }

  // Operands

  private From operand(List<Selection.Source> sources) {
    if (cursor.accept(LATERAL)) {
      return cursor.at(Sign.OPEN) ? subquery(sources, true) : function();
    }
    if (cursor.at(Sign.OPEN)) {
      return parenthesis(sources);
    }
    if (cursor.at(ONLY)) {
      return relation(sources);
    }
    return atFunction() ? function() : relationOrFunction(sources);
  }

  private From parenthesis(List<Selection.Source> sources) {
    if (queries.atQuery()) {
      return subquery(sources, false);
    }
    cursor.open();
    var inner = new ArrayList<Selection.Source>();
    var item = item(inner);
    cursor.close();
    var alias = alias();
    if (alias == null) {
      sources.addAll(inner);
    } else {
      parsing.breakTree();
      parsing.scopes.unclear(alias);
      sources.add(Selection.named(alias, inner));
    }
    return item;
  }

  private From subquery(List<Selection.Source> sources, boolean lateral) {
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
    if (inner.tree == null) {
      parsing.breakTree();
      return NONE;
    }
    return new Derived(inner.tree, lateral, new Alias(alias, renamed));
  }

  /// `[ONLY] name [*] [alias] [TABLESAMPLE ...]`
  From relation(List<Selection.Source> sources) {
    var first = cursor.position();
    var only = cursor.accept(ONLY);
    var parenthesis = only && cursor.accept(Sign.OPEN);
    var nameAt = parenthesis || only ? cursor.position() : first;
    var name = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(nameAt);
    if (parenthesis) {
      cursor.close();
    }
    return relation(new RelationName(name, only, span), sources);
  }

  private From relation(RelationName relation, List<Selection.Source> sources) {
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
    var named = new Alias(alias, renamed);
    tableSample();
    sources.add(new Selection.Source(alias == null ? name.name() : alias, effects));
    return new From.Relation(name, relation.only(), named);
  }

  private From relationOrFunction(List<Selection.Source> sources) {
    var first = cursor.position();
    var isName = cursor.atColumnName();
    if (!isName && !cursor.atTypeOrFunctionName()) {
      throw cursor.unexpected("a table, a function or a query");
    }
    var name = cursor.furtherParts(cursor.takeName(), "a name");
    if (cursor.at(Sign.OPEN)) {
      var call = parsing.expressions.calls().call(name, first, false);
      sources.add(new Selection.Source("", List.of()));
      return behindFunction(call);
    }
    if (!isName) {
      throw cursor.unexpected("\"(\"");
    }
    return relation(new RelationName(name, false, cursor.spanFrom(first)), sources);
  }

  private void tableSample() {
    if (!cursor.accept(TABLESAMPLE)) {
      return;
    }
    parsing.breakTree();
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

  private From function() {
    if (tableFunctions.accept()) {
      parsing.breakTree();
      var alias = alias();
      parsing.scopes.unclear(alias == null ? "" : alias);
      return NONE;
    }
    Expression call = Expression.Special.DEFAULT;
    if (cursor.at(ROWS, FROM) && cursor.signAfter(2) == Sign.OPEN) {
      parsing.breakTree();
      rowsFrom();
    } else {
      call = parsing.expressions.functionCall();
      if (call instanceof Expression.Column) {
        throw cursor.unexpected("a function call");
      }
      if (call instanceof Expression.Call named) {
        parsing.scopes.fields.unclear(named.function().name());
      }
    }
    return behindFunction(call);
  }

  private void rowsFrom() {
    cursor.accept(ROWS, FROM);
    cursor.open();
    do {
      parsing.expressions.functionCall();
      if (cursor.accept(AS)) {
        columnDefinitions(null);
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  /// `[WITH ORDINALITY] [AS] [alias] [(columns or column definitions)]`
  private From behindFunction(Expression call) {
    var hasOrdinality = cursor.accept(WITH);
    if (hasOrdinality) {
      cursor.expect(ORDINALITY);
    }
    return new Function(call, hasOrdinality, aliasOfFunction());
  }

  private Alias aliasOfFunction() {
    var as = cursor.accept(AS);
    if (as && cursor.at(Sign.OPEN)) {
      parsing.scopes.unclear("");
      return columnDefinitions(null);
    }
    if (!as && !cursor.atColumnName()) {
      parsing.scopes.unclear("");
      return Alias.NONE;
    }
    var alias = cursor.name("an alias");
    parsing.scopes.unclear(alias);
    if (!cursor.at(Sign.OPEN)) {
      return new Alias(alias, List.of());
    }
    var next = cursor.signAfter(2);
    if (next == Sign.COMMA || next == Sign.CLOSE) {
      var columns = cursor.namesInParentheses("a column name");
      columns.forEach(parsing.scopes.fields::label);
      return new Alias(alias, columns);
    }
    return columnDefinitions(alias);
  }

  private Alias columnDefinitions(@Nullable String alias) {
    var columns = new ArrayList<String>();
    var types = new ArrayList<TypeName>();
    cursor.open();
    do {
      var column = cursor.name("a column name");
      parsing.scopes.fields.label(column);
      columns.add(column);
      types.add(namedType());
      if (cursor.accept(COLLATE)) {
        parsing.breakTree();
        parsing.expressions.collation();
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return new Alias(alias, columns, types);
  }

  /// A type that the query depends on.
  private TypeName namedType() {
    var first = cursor.position();
    var type = parsing.types.type();
    parsing.names(type, first);
    return type;
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
