package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ASC;
import static dev.deed.sql.Keyword.COLLATE;
import static dev.deed.sql.Keyword.DESC;
import static dev.deed.sql.Keyword.FIRST;
import static dev.deed.sql.Keyword.LAST;
import static dev.deed.sql.Keyword.NULLS;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys of an index or a partitioning: columns, function calls and expressions in parentheses.
final class IndexElements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;

  IndexElements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
  }

  List<IndexElement> inParentheses() {
    var elements = new ArrayList<IndexElement>();
    cursor.open();
    do {
      elements.add(element());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return elements;
  }

  IndexElement element() {
    var key = key();
    var collation = acceptCollation();
    var operatorClass = acceptOperatorClass();
    var operatorClassOptions =
        operatorClass != null && cursor.at(Sign.OPEN) ? quoted(options.storage()) : "";
    var descending = cursor.accept(DESC);
    if (!descending) {
      cursor.accept(ASC);
    }
    return new IndexElement(
        columnOf(key),
        key,
        collation,
        operatorClass,
        operatorClassOptions,
        descending,
        acceptNullsOrder());
  }

  /// As PostgreSQL prints them: `(siglen = '32')`, however they were written.
  private static String quoted(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + " = '" + option.getValue().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  PartitionKey partitionKey() {
    var key = key();
    return new PartitionKey(columnOf(key), key, acceptCollation(), acceptOperatorClass());
  }

  /// `COLLATE name`
  @Nullable QualifiedName acceptCollation() {
    return cursor.accept(COLLATE) ? cursor.qualifiedName("a collation name") : null;
  }

  private @Nullable QualifiedName acceptOperatorClass() {
    return cursor.atColumnName() && !atNullsOrder()
        ? cursor.qualifiedName("an operator class")
        : null;
  }

  private boolean atNullsOrder() {
    return cursor.at(NULLS, FIRST) || cursor.at(NULLS, LAST);
  }

  private @Nullable Boolean acceptNullsOrder() {
    if (!atNullsOrder()) {
      return null;
    }
    cursor.advance();
    var first = cursor.at(FIRST);
    cursor.advance();
    return first;
  }

  private ExpressionText key() {
    if (cursor.accept(Sign.OPEN)) {
      var expression = parsing.expressionText();
      cursor.close();
      return expression;
    }
    if (atNullsOrder()) {
      throw cursor.unexpected("a column or an expression");
    }
    var first = cursor.position();
    var next = cursor.signAfter(1);
    if (cursor.atColumnName() && next != Sign.OPEN && next != Sign.DOT) {
      return parsing.textOf(new Expression.Column(List.of(cursor.takeName())), first);
    }
    return parsing.textOf(parsing.expressions.functionCall(), first);
  }

  /// PostgreSQL treats a column in parentheses as a column, too.
  private static @Nullable String columnOf(ExpressionText key) {
    return key.tree() instanceof Expression.Column column && column.path().size() == 1
        ? column.name()
        : null;
  }
}
