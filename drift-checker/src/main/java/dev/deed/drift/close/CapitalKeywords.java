package dev.deed.drift.close;

import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Key words in capitals: definitions are compared in small letters, and read by people. Names stay
/// as they are, also those that are key words elsewhere.
final class CapitalKeywords {

  private final Tokens tokens;
  private final boolean isGrant;

  private CapitalKeywords(Tokens tokens) {
    this.tokens = tokens;
    this.isGrant = tokens.keyword(0) == Keyword.GRANT || tokens.keyword(0) == Keyword.REVOKE;
  }

  static String in(String sql) {
    return new CapitalKeywords(Tokens.of(sql)).written();
  }

  private String written() {
    var sql = new StringBuilder(tokens.text());
    var isHead = true;
    for (var i = 0; i < tokens.count() - 1; i++) {
      isHead = isHead && isWord(i) && (isGrant || tokens.keyword(i) != null);
      if (isWord(i) && (isHead || isCapital(i))) {
        sql.replace(tokens.start(i), tokens.end(i), tokens.raw(i).toUpperCase(Locale.ROOT));
      }
      isHead = isHead && tokens.keyword(i) != Keyword.ON && !isLastOfHead(i);
    }
    return sql.toString();
  }

  /// After these, a name comes, which may be a key word.
  private boolean isLastOfHead(int token) {
    return switch (tokens.keyword(token)) {
      case TABLE, VIEW, SEQUENCE, TYPE, DOMAIN, FUNCTION, PROCEDURE, AGGREGATE, INDEX, SCHEMA ->
          tokens.keyword(token + 1) != Keyword.ONLY;
      case ONLY,
          TRIGGER,
          RULE,
          POLICY,
          STATISTICS,
          COLLATION,
          LANGUAGE,
          SERVER,
          PUBLICATION,
          EXTENSION ->
          true;
      case null, default -> false;
    };
  }

  private boolean isWord(int token) {
    return tokens.sign(token) == Sign.WORD
        && tokens.sign(token + 1) != Sign.DOT
        && (token == 0 || tokens.sign(token - 1) != Sign.DOT);
  }

  private boolean isCapital(int token) {
    var keyword = tokens.keyword(token);
    if (keyword == null) {
      return isGrant && tokens.is(token, "public") && isGrantee(token);
    }
    return keyword.category() == Category.RESERVED
        ? !isOfType(keyword, token)
        : isPair(keyword, token);
  }

  /// `timestamp with time zone` and `interval day to second` are names of types.
  private boolean isOfType(Keyword keyword, int token) {
    var before = token == 0 ? null : tokens.keyword(token - 1);
    var after = tokens.keyword(token + 1);
    return switch (keyword) {
      case WITH -> after == Keyword.TIME;
      case TO ->
          isOneOf(before, Keyword.YEAR, Keyword.DAY, Keyword.HOUR, Keyword.MINUTE)
              && isOneOf(after, Keyword.MONTH, Keyword.HOUR, Keyword.MINUTE, Keyword.SECOND);
      default -> false;
    };
  }

  private boolean isGrantee(int token) {
    var before = tokens.keyword(token - 1);
    return before == Keyword.TO || before == Keyword.FROM;
  }

  /// Words that are key words only next to another one.
  private boolean isPair(Keyword keyword, int token) {
    var before = token == 0 ? null : tokens.keyword(token - 1);
    var after = tokens.keyword(token + 1);
    var sign = tokens.sign(token + 1);
    return switch (keyword) {
      case BY -> isOneOf(before, Keyword.ORDER, Keyword.GROUP, Keyword.PARTITION);
      case PARTITION -> after == Keyword.BY;
      case DELETE -> after == Keyword.FROM;
      case INSERT -> after == Keyword.INTO;
      case RECURSIVE -> before == Keyword.WITH;
      case INNER, LEFT, RIGHT, FULL, CROSS, JOIN -> sign != Sign.EQUAL;
      case IS -> isOneOf(after, Keyword.NULL, Keyword.NOT, Keyword.DISTINCT);
      case ADD ->
          isOneOf(after, Keyword.CONSTRAINT, Keyword.MAPPING, Keyword.OPERATOR, Keyword.FUNCTION);
      case MAPPING -> before == Keyword.ADD;
      case VALUES, OVER, EXISTS -> sign == Sign.OPEN;
      case NOTHING -> before == Keyword.DO;
      case SET -> after == Keyword.STATISTICS;
      case STATISTICS -> before == Keyword.SET;
      case ASSIGNMENT, IMPLICIT -> before == Keyword.AS;
      case INOUT -> before == Keyword.WITH;
      case WITHOUT -> after == Keyword.FUNCTION;
      case EXECUTE -> isOneOf(after, Keyword.FUNCTION, Keyword.PROCEDURE);
      case FUNCTION, PROCEDURE ->
          isOneOf(before, Keyword.WITH, Keyword.WITHOUT, Keyword.EXECUTE) || sign == Sign.INTEGER;
      case INDEX -> before == Keyword.USING || before == Keyword.TYPE;
      case OPERATOR -> sign == Sign.INTEGER || sign == Sign.OPEN;
      case OPTIONS -> sign == Sign.OPEN;
      case VERSION -> sign == Sign.STRING;
      case DATA -> after == Keyword.WRAPPER;
      case WRAPPER -> before == Keyword.DATA;
      case TYPE ->
          sign == Sign.STRING
              || before == Keyword.FOR
              || isOneOf(after, Keyword.TABLE, Keyword.INDEX);
      default -> isOfItsStatement(keyword, token);
    };
  }

  /// Words of one statement only.
  private boolean isOfItsStatement(Keyword keyword, int token) {
    var kind = tokens.keyword(1);
    return switch (keyword) {
      case FAMILY, STORAGE -> kind == Keyword.OPERATOR;
      case SERVER -> kind == Keyword.USER && token > 4;
      case HANDLER, VALIDATOR, INLINE -> tokens.sign(token + 1) == Sign.WORD;
      case ENABLE, DISABLE -> kind == Keyword.EVENT && token > 3;
      case ALWAYS, REPLICA -> tokens.keyword(token - 1) == Keyword.ENABLE;
      case LANGUAGE -> tokens.keyword(0) == Keyword.COMMENT;
      default -> false;
    };
  }

  private static boolean isOneOf(@Nullable Keyword keyword, Keyword... others) {
    return keyword != null && List.of(others).contains(keyword);
  }
}
