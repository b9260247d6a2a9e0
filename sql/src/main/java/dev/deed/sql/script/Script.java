package dev.deed.sql.script;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.util.List;

/// A parsed file of SQL.
///
/// @param problems syntax errors, psql meta-commands, names that PostgreSQL would truncate;
///   statements that could be read are still present
public record Script(
    SourceFile file,
    String text,
    List<Statement> statements,
    List<Directive> directives,
    List<Finding> problems) {

  public Script {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
    problems = List.copyOf(problems);
  }

  /// The statement's own text, without its semicolon.
  public String textOf(Statement statement) {
    return text.substring(statement.span().start(), statement.span().end());
  }
}
