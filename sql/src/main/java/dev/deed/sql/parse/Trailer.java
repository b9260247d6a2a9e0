package dev.deed.sql.parse;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.QueryTree.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The parts of a call other than its arguments, while they are read: their text, in which each
/// expression has a place if trees are kept.
final class Trailer {

  private final ParserState parsing;
  private final StringBuilder text = new StringBuilder();
  private final List<Expression> expressions = new ArrayList<>(0);

  Trailer(ParserState parsing) {
    this.parsing = parsing;
  }

  /// @param start the first token
  /// @param withPlaces its text with a place for each expression
  void add(int start, String withPlaces) {
    if (!parsing.keepsTexts() || parsing.cursor.position() == start) {
      return;
    }
    text.append(text.isEmpty() ? "" : " ");
    text.append(parsing.keepsTrees() ? withPlaces : parsing.cursor.canonicalFrom(start));
  }

  String place(Expression expression) {
    if (parsing.keepsTrees()) {
      expressions.add(expression);
    }
    return Call.PLACE;
  }

  String orderBy(List<Sort> sorts) {
    return sorts.stream()
        .map(sort -> place(sort.value()) + sort.direction())
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  String text() {
    return text.toString();
  }

  List<Expression> expressions() {
    return expressions;
  }
}
