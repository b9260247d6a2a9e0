package dev.deed.lint;

import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Statement;
import java.util.List;

/// What the lint of a down needs to know of its up.
///
/// @param numbers of its statements
public record LintedUp(
    List<Statement> statements, List<Directive> directives, LintResult.Range numbers) {

  public LintedUp {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
  }
}
