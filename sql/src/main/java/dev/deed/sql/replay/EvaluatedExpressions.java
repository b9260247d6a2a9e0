package dev.deed.sql.replay;

import dev.deed.sql.script.Statement;
import java.util.Set;

/// Which statements evaluate the expressions in them, rather than keep them for later.
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
