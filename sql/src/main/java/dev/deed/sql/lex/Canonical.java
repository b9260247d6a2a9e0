package dev.deed.sql.lex;

import dev.deed.sql.Identifier;
import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;

/// One normal spelling of a range of tokens: single spaces, key words and plain names in lower
/// case, no comments, strings by their value.
public final class Canonical {

  private Canonical() {}

  /// @param last exclusive
  public static String of(Tokens tokens, int first, int last) {
    var text = new StringBuilder((last - first) * 6);
    for (var i = first; i < last; i++) {
      if (i > first && spaced(tokens, i)) {
        text.append(' ');
      }
      text.append(spelling(tokens, i));
    }
    return text.toString();
  }

  private static boolean spaced(Tokens tokens, int token) {
    return switch (tokens.sign(token)) {
      case CLOSE, CLOSE_BRACKET, COMMA, DOT, SEMICOLON, CAST -> false;
      case OPEN, OPEN_BRACKET -> !gluesNext(tokens, token - 1) && !callable(tokens, token - 1);
      default -> !gluesNext(tokens, token - 1);
    };
  }

  private static boolean gluesNext(Tokens tokens, int token) {
    return switch (tokens.sign(token)) {
      case OPEN, OPEN_BRACKET, DOT, CAST -> true;
      default -> false;
    };
  }

  /// A name before a parenthesis is the name of a function or a type.
  private static boolean callable(Tokens tokens, int token) {
    return switch (tokens.sign(token)) {
      case QUOTED, CLOSE_BRACKET -> true;
      case WORD -> {
        Keyword keyword = tokens.keyword(token);
        yield keyword == null
            || keyword.category() != Category.RESERVED
            || keyword == Keyword.ARRAY;
      }
      default -> false;
    };
  }

  private static String spelling(Tokens tokens, int token) {
    return switch (tokens.sign(token)) {
      case WORD -> {
        var name = FoldedName.folded(tokens, token);
        yield tokens.keyword(token) == null ? Identifier.quoted(name) : name;
      }
      case QUOTED, STRING -> decoded(tokens, token);
      case BITS, INTEGER, NUMBER -> FoldedName.lower(tokens.raw(token));
      case NOT_EQUAL -> "<>";
      default -> tokens.raw(token);
    };
  }

  private static String decoded(Tokens tokens, int token) {
    try {
      return tokens.sign(token) == Sign.QUOTED
          ? Identifier.quoted(FoldedName.folded(tokens, token))
          : "'" + Strings.value(tokens, token).replace("'", "''") + "'";
    } catch (SyntaxError invalidEscape) {
      return tokens.raw(token);
    }
  }
}
