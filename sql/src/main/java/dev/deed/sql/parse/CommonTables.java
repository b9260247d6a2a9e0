package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.expression.QueryTree.CommonTable;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `WITH`, and the names that its common table expressions hide at a position.
final class CommonTables {

  private static final QueryTree NONE = new QueryTree.Values(List.of());

  private final ParserState parsing;
  private final Cursor cursor;
  private final Queries queries;
  private final List<String> visible = new ArrayList<>();

  CommonTables(ParserState parsing, Queries queries) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.queries = queries;
  }

  /// A mark for `leave`: names defined from now on are visible until then.
  int scope() {
    return visible.size();
  }

  void leave(int scope) {
    if (visible.size() > scope) {
      visible.subList(scope, visible.size()).clear();
    }
    parsing.scopes.leaveCommonTables(scope);
  }

  boolean isOne(QualifiedName relation) {
    return !visible.isEmpty() && !relation.isQualified() && visible.contains(relation.name());
  }

  /// `WITH [RECURSIVE] name AS (...), ...`. With `RECURSIVE`, every name is visible in all of them,
  /// so reads of a name that is defined later have to be removed again.
  List<CommonTable> with() {
    cursor.expect(WITH);
    // Unless RECURSIVE is itself the name of a common table expression.
    var recursive =
        cursor.keywordAfter(1) != AS
            && cursor.signAfter(1) != Sign.OPEN
            && cursor.accept(RECURSIVE);
    var effects = parsing.effectCount();
    var scope = scope();
    var mark = parsing.scopes.mark();
    var tables = new ArrayList<CommonTable>();
    do {
      tables.add(commonTable(recursive));
    } while (cursor.accept(Sign.COMMA));
    if (recursive) {
      var names = new HashSet<>(visible.subList(scope, visible.size()));
      parsing.forgetReads(effects, names);
      parsing.scopes.doubt(mark, names);
    }
    return tables;
  }

  private CommonTable commonTable(boolean recursive) {
    var name = cursor.name("the common table expression name");
    if (recursive) {
      visible.add(name);
    }
    var place = parsing.scopes.commonTables();
    var renamed =
        cursor.at(Sign.OPEN) ? cursor.namesInParentheses("a column name") : List.<String>of();
    if (recursive) {
      parsing.scopes.commonTable(name, renamed, false);
    }
    cursor.expect(AS);
    var isNotMaterialized = cursor.at(NOT, MATERIALIZED);
    if (isNotMaterialized) {
      cursor.advance();
    }
    var isSaid = cursor.accept(MATERIALIZED);
    cursor.open();
    var tree = body();
    var isQuery = tree != null;
    cursor.close();
    var isPlain = !cursor.atAny(SEARCH, CYCLE);
    search();
    cycle();
    if (!recursive) {
      visible.add(name);
    }
    parsing.scopes.leaveCommonTables(place);
    parsing.scopes.commonTable(name, renamed, isQuery && isPlain);
    if (tree == null || !isPlain) {
      parsing.breakTree();
    }
    return new CommonTable(
        name, renamed, isSaid ? !isNotMaterialized : null, tree == null ? NONE : tree);
  }

  /// @return null for one that writes
  private @Nullable QueryTree body() {
    if (queries.atQuery() && !cursor.at(WITH)) {
      return tree(queries.selection());
    }
    parsing.enter();
    var scope = scope();
    try {
      var inner = cursor.at(WITH) ? with() : List.<CommonTable>of();
      if (parsing.writes.accept()) {
        return null;
      }
      if (!inner.isEmpty()) {
        parsing.breakTree();
      }
      return tree(queries.selection());
    } finally {
      leave(scope);
      parsing.leave();
    }
  }

  private QueryTree tree(Selection selection) {
    if (selection.tree == null) {
      parsing.breakTree();
      return NONE;
    }
    return selection.tree;
  }

  private void search() {
    if (!cursor.accept(SEARCH)) {
      return;
    }
    if (!cursor.accept(DEPTH)) {
      cursor.expect(BREADTH);
    }
    cursor.expect(FIRST, BY);
    cursor.names("a column name");
    cursor.expect(SET);
    cursor.name("a column name");
  }

  private void cycle() {
    if (!cursor.accept(CYCLE)) {
      return;
    }
    cursor.names("a column name");
    cursor.expect(SET);
    cursor.name("a column name");
    if (cursor.accept(TO)) {
      parsing.expressions.primary();
      cursor.expect(DEFAULT);
      parsing.expressions.primary();
    }
    cursor.expect(USING);
    cursor.name("a column name");
  }
}
