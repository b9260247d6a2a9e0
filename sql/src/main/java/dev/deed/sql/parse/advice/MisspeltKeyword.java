package dev.deed.sql.parse.advice;

import dev.deed.sql.Nearest;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.List;
import java.util.Locale;

/// Finds a misspelt key word at the position that could not be read or right before it: there, a
/// misspelt word passes for a name.
final class MisspeltKeyword {

  private static final List<String> BEGINNINGS =
      List.of(
          "ALTER",
          "ANALYZE",
          "BEGIN",
          "CALL",
          "COMMENT",
          "COMMIT",
          "COPY",
          "CREATE",
          "DELETE",
          "DROP",
          "GRANT",
          "INSERT",
          "REINDEX",
          "REVOKE",
          "SELECT",
          "TRUNCATE",
          "UPDATE",
          "VACUUM");
  private static final List<String> KINDS =
      List.of(
          "TABLE",
          "INDEX",
          "VIEW",
          "MATERIALIZED",
          "FUNCTION",
          "PROCEDURE",
          "TRIGGER",
          "TYPE",
          "DOMAIN",
          "SEQUENCE",
          "SCHEMA",
          "EXTENSION",
          "POLICY",
          "ROLE",
          "UNIQUE",
          "COLUMN");
  private static final List<String> OF_COLUMNS =
      List.of(
          "PRIMARY",
          "REFERENCES",
          "DEFAULT",
          "UNIQUE",
          "CONSTRAINT",
          "GENERATED",
          "COLLATE",
          "CHECK",
          "NOT",
          "NULL");
  private static final List<String> CLAUSES =
      List.of(
          "WHERE",
          "FROM",
          "RETURNING",
          "ORDER",
          "GROUP",
          "HAVING",
          "LIMIT",
          "VALUES",
          "SELECT",
          "CASCADE",
          "RESTRICT",
          "DEFAULT",
          "NULL",
          "EXISTS",
          "CONCURRENTLY",
          "USING",
          "PRIMARY",
          "REFERENCES");

  private MisspeltKeyword() {}

  static String of(Tokens tokens, int at, String message) {
    var here = nearest(tokens, at, message);
    if (!here.isEmpty()) {
      return here;
    }
    if (tokens.is(at, "not") || tokens.is(at, "create")) {
      return nearest(tokens, at + 1, message);
    }
    return at > 0 && message.endsWith("expected ON") ? nearest(tokens, at - 1, "") : "";
  }

  private static String nearest(Tokens tokens, int at, String message) {
    var isKnown = tokens.keyword(at) != null && !tokens.is(at, "value");
    if (isKnown || tokens.sign(at) != Sign.WORD) {
      return "";
    }
    var word = tokens.raw(at).toUpperCase(Locale.ROOT);
    return Nearest.of(word, known(message))
        .filter(known -> !known.equals(word))
        .map("did you mean %s?"::formatted)
        .orElse("");
  }

  private static List<String> known(String message) {
    if (message.endsWith("expected a statement")) {
      return BEGINNINGS;
    }
    if (message.contains("the kind of object")) {
      return KINDS;
    }
    return message.contains("expected a comma") ? OF_COLUMNS : CLAUSES;
  }
}
