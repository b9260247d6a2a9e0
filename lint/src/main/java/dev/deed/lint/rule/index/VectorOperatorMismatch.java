package dev.deed.lint.rule.index;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.facts.WordSearch;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Relation.Index;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds queries, in views, functions and statements, that order by a distance which no pgvector
/// index of the column serves.
final class VectorOperatorMismatch implements StatementCheck {

  private static final WordSearch OPERATORS =
      new WordSearch(VectorIndexes.operators().toArray(String[]::new));

  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)\\border\\s+by\\s+\\(?\\s*(?:[a-z_]\\w*\\.)*([a-z_]\\w*)\\s*(%s)"
              .formatted(
                  VectorIndexes.operators().stream()
                      .map(Pattern::quote)
                      .collect(Collectors.joining("|"))));

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    var span = resolved.statement().span();
    if (OPERATORS.next(view.script().text(), span.start(), span.end()) < 0
        || resolved.statement().first(CreatesIndex.class).isPresent()) {
      return;
    }
    var text = view.text(span);
    var match = ORDER.matcher(text);
    while (match.find()) {
      check(resolved, match.group(1).toLowerCase(Locale.ROOT), match.group(2), view);
    }
  }

  private static void check(
      ResolvedStatement resolved, String column, String operator, RuleView view) {
    var tables = tables(resolved, column, view);
    if (tables.size() != 1) {
      return;
    }
    var table = tables.iterator().next();
    var served = served(table, column, view);
    if (served.isEmpty() || served.contains(operator)) {
      return;
    }
    view.report(
        resolved.statement().span(),
        "this orders by %s.%s %s, and the column's index serves %s only: the query reads the whole table"
            .formatted(table.dotted(), column, operator, String.join(", ", served)),
        "order by %s, or build an index with the operator class of %s"
            .formatted(served.iterator().next(), operator),
        ObjectName.table(table));
  }

  /// The tables of the statement that have such a column.
  private static Set<QualifiedName> tables(
      ResolvedStatement resolved, String column, RuleView view) {
    var tables = new LinkedHashSet<QualifiedName>();
    for (var touch : resolved.touches()) {
      var name = touch.object().name();
      if (touch.object().kind() == ObjectKind.TABLE
          && view.catalog()
              .column(name, column)
              .filter(
                  found -> VectorIndexes.isVector(found.type()) || found.type().isBuiltIn("bit"))
              .isPresent()) {
        tables.add(name);
      }
    }
    return tables;
  }

  /// Operators of the indexes on the plain column; an index on an expression serves other queries.
  private static Set<String> served(QualifiedName table, String column, RuleView view) {
    return view.catalog().indexes(table).stream()
        .flatMap(index -> operator(index, column).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<String> operator(Index index, String column) {
    var elements =
        VectorIndexes.isMethod(index.method()) ? index.elements() : List.<IndexElement>of();
    return elements.stream()
        .filter(element -> column.equals(element.column()))
        .flatMap(element -> VectorIndexes.effective(index.method(), element).stream())
        .map(VectorIndexes.OperatorClass::operator)
        .findFirst();
  }
}
