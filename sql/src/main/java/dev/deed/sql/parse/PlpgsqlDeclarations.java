package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.FoldedName;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// `DECLARE`: variables, constants, aliases and cursors. Their names distinguish `variable%TYPE`
/// from `table.column%TYPE`.
final class PlpgsqlDeclarations {

  private final ParserState body;
  private final Cursor cursor;
  private final PlpgsqlSql sql;
  private final List<String> names;

  PlpgsqlDeclarations(ParserState body, PlpgsqlSql sql, List<String> arguments) {
    this.body = body;
    this.cursor = body.cursor;
    this.sql = sql;
    this.names = new ArrayList<>(arguments);
    names.addAll(List.of("new", "old", "found"));
  }

  /// A mark for `backTo`, at the end of the block that starts now.
  int scope() {
    return names.size();
  }

  void backTo(int scope) {
    names.subList(scope, names.size()).clear();
  }

  void add(String name) {
    names.add(name);
  }

  /// Reads from `DECLARE` to `BEGIN`.
  void read() {
    while (!cursor.atWord("begin")) {
      if (!cursor.acceptWord("declare")) {
        declaration();
        cursor.expect(Sign.SEMICOLON, ";");
      }
    }
  }

  private void declaration() {
    var name = cursor.label("a variable name");
    if (cursor.acceptWord("alias")) {
      sql.expect("for");
      sql.variable();
    } else if (atCursor()) {
      boundCursor();
    } else {
      variable();
    }
    add(name);
  }

  private boolean atCursor() {
    return (cursor.atWord("cursor") && !cursor.tokens().is(cursor.position() + 1, ";"))
        || cursor.atWord("scroll")
        || (cursor.atWord("no") && cursor.tokens().is(cursor.position() + 1, "scroll"));
  }

  /// `[[NO] SCROLL] CURSOR [(arguments)] FOR query`
  private void boundCursor() {
    if (cursor.acceptWord("no")) {
      sql.expect("scroll");
    } else {
      cursor.acceptWord("scroll");
    }
    sql.expect("cursor");
    if (cursor.accept(Sign.OPEN)) {
      do {
        cursor.label("an argument name");
        type();
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    }
    if (!cursor.acceptWord("is")) {
      sql.expect("for");
    }
    sql.statement(";");
  }

  /// `[CONSTANT] type [COLLATE collation] [NOT NULL] [ { := | = | DEFAULT } expression ]`
  private void variable() {
    cursor.acceptWord("constant");
    type();
    if (cursor.accept(Keyword.COLLATE)) {
      cursor.qualifiedName("a collation");
    }
    if (cursor.accept(Keyword.NOT)) {
      cursor.expect(Keyword.NULL);
    }
    if (cursor.accept(Sign.ASSIGN) || cursor.accept(Sign.EQUAL) || cursor.accept(Keyword.DEFAULT)) {
      sql.expression(";");
    }
  }

  /// An SQL type, `variable%TYPE`, `table.column%TYPE` or `table%ROWTYPE`.
  private void type() {
    var percent = percent();
    if (percent < 0) {
      var first = cursor.position();
      body.names(body.types.type(), first);
    } else {
      copiedType(percent);
    }
  }

  /// The index of the `%` after a dotted name, -1 if there is none.
  private int percent() {
    var tokens = cursor.tokens();
    var i = cursor.position();
    while (isNamePart(i) && tokens.sign(i + 1) == Sign.DOT) {
      i += 2;
    }
    var isCopied =
        isNamePart(i)
            && tokens.sign(i + 1) == Sign.PERCENT
            && (tokens.is(i + 2, "type") || tokens.is(i + 2, "rowtype"));
    return isCopied ? i + 1 : -1;
  }

  private boolean isNamePart(int token) {
    var sign = cursor.tokens().sign(token);
    return sign == Sign.WORD || sign == Sign.QUOTED || sign == Sign.PARAMETER;
  }

  private void copiedType(int percent) {
    var first = cursor.position();
    var parts = new ArrayList<String>();
    for (var i = first; i < percent; i += 2) {
      parts.add(
          cursor.tokens().sign(i) == Sign.PARAMETER
              ? cursor.tokens().raw(i)
              : FoldedName.folded(cursor.tokens(), i));
    }
    var isRow = cursor.tokens().is(percent + 1, "rowtype");
    cursor.moveTo(percent + 2);
    arrayBounds();
    if (!isVariable(parts)) {
      names(parts, isRow, cursor.tokens().span(first, percent - 1));
    }
  }

  private boolean isVariable(List<String> parts) {
    return names.contains(parts.getFirst()) || parts.getFirst().startsWith("$");
  }

  private void names(List<String> parts, boolean isRow, Span span) {
    var relation = isRow ? parts : parts.subList(0, parts.size() - 1);
    var name =
        switch (relation.size()) {
          case 0 -> throw cursor.error("%TYPE of a variable that is not declared");
          case 1 -> QualifiedName.of(relation.getFirst());
          case 2 -> QualifiedName.of(relation.getFirst(), relation.getLast());
          default -> new QualifiedName(relation.get(0), relation.get(1), relation.get(2));
        };
    body.add(new NamesRelation(name, Access.READS, span));
  }

  /// `[]`, `[3]`, `ARRAY`, `ARRAY[3]` after a copied type.
  private void arrayBounds() {
    cursor.accept(Keyword.ARRAY);
    while (cursor.accept(Sign.OPEN_BRACKET)) {
      cursor.accept(Sign.INTEGER);
      cursor.expect(Sign.CLOSE_BRACKET, "]");
    }
  }
}
