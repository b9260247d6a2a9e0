package dev.deed.sql.replay;

import dev.deed.sql.script.Statement;
import java.util.Set;

/// Decides whether a statement evaluates the expressions in it or stores them.
public final class EvaluatedExpressions {

  private static final Set<String> KEEPING =
      Set.of(
          "CREATE VIEW",
          "CREATE FUNCTION",
          "CREATE PROCEDURE",
          "CREATE TRIGGER",
          "CREATE RULE",
          "CREATE POLICY",
          "ALTER POLICY",
          "CREATE TABLE",
          "CREATE FOREIGN TABLE",
          "CREATE DOMAIN",
          "CREATE EVENT TRIGGER",
          "CREATE STATISTICS",
          "CREATE PUBLICATION",
          "ALTER PUBLICATION",
          "CREATE SCHEMA",
          "ALTER DOMAIN");

  private EvaluatedExpressions() {}

  static boolean isRunning(Statement statement) {
    return !KEEPING.contains(statement.command());
  }
}
