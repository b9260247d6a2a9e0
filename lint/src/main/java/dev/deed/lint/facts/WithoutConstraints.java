package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Constraint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `CREATE TABLE` as the author wrote it, without some of its constraints.
public final class WithoutConstraints {

  private WithoutConstraints() {}

  /// The statement without the constraints; empty if it contains comments.
  public static Optional<String> text(RuleView view, List<Constraint> constraints) {
    var statement = view.statement().span();
    var text = view.text(statement);
    if (text.contains("--") || text.contains("/*")) {
      return Optional.empty();
    }
    var kept = new StringBuilder(text);
    constraints.stream()
        .sorted(Comparator.comparingInt((Constraint c) -> c.span().start()).reversed())
        .forEach(c -> {
          var start = c.span().start() - statement.start();
          var end = c.span().end() - statement.start();
          cut(kept, start, end, c.inline());
        });
    return Optional.of(SafeSql.oneLine(kept.toString()));
  }

  /// Removes a constraint with the comma before it or, if it is the first element, the one after
  /// it.
  private static void cut(StringBuilder text, int start, int end, boolean inline) {
    var from = start;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    var to = end;
    if (!inline && text.charAt(from - 1) == ',') {
      from--;
    } else if (!inline) {
      while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      to += text.charAt(to) == ',' ? 1 : 0;
    }
    text.delete(from, to);
  }
}
