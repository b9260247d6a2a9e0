package dev.deed.sql.parse;

import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.Set;

/// Finds out whether a PL/pgSQL body may do only a part of what its text says.
public final class PlpgsqlBranches {

  /// At the beginning of a statement.
  private static final Set<String> BRANCHES =
      Set.of(
          "if",
          "case",
          "exception",
          "loop",
          "for",
          "foreach",
          "while",
          "exit",
          "continue",
          "return");

  /// After these words a statement begins.
  private static final Set<String> OPENINGS = Set.of("begin", "then", "else", "loop");

  private PlpgsqlBranches() {}

  /// The words of `IF NOT EXISTS`, of an expression, of a comment or of a string do not count.
  public static boolean areIn(String body) {
    var tokens = Tokens.of(body);
    var isBeginning = true;
    for (var i = 0; i < tokens.count(); i++) {
      if (isBeginning && isAny(tokens, i, BRANCHES)) {
        return true;
      }
      isBeginning =
          tokens.sign(i) == Sign.SEMICOLON || tokens.is(i, ">>") || isAny(tokens, i, OPENINGS);
    }
    return false;
  }

  private static boolean isAny(Tokens tokens, int token, Set<String> words) {
    return tokens.sign(token) == Sign.WORD
        && words.stream().anyMatch(word -> tokens.is(token, word));
  }
}
