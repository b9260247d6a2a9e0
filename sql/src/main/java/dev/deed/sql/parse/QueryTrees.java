package dev.deed.sql.parse;

import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.NestedTooDeeply;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import java.util.Optional;

/// Reads the text of a query once more, into a tree.
public final class QueryTrees {

  private QueryTrees() {}

  /// Empty if the query has parts that no tree has.
  public static Optional<QueryTree> of(String query) {
    try {
      var parsing = new ParserState(new Cursor(Tokens.of(query)), Depth.onAnyStack());
      parsing.keepTrees();
      var selection = parsing.queries.selection();
      return parsing.cursor.atEnd() && parsing.isTreeWhole()
          ? Optional.ofNullable(selection.tree)
          : Optional.empty();
    } catch (SyntaxError | NestedTooDeeply _) {
      return Optional.empty();
    }
  }
}
