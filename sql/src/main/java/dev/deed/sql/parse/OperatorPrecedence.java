package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// The precedence of PostgreSQL's operators, the weakest first.
final class OperatorPrecedence {

  static final int NONE = 0;
  static final int ANY_OPERATOR = 1;
  static final int LOGICAL_OR = 1;
  static final int LOGICAL_AND = 2;
  static final int LOGICAL_NOT = 3;
  static final int TEST = 4;
  static final int COMPARISON = 5;
  static final int MATCH = 6;
  static final int ESCAPED = 7;
  static final int OTHER = 8;
  static final int SUM = 9;
  static final int PRODUCT = 10;
  static final int POWER = 11;
  static final int TIME_ZONE = 12;
  static final int COLLATION = 13;
  static final int SIGN = 14;
  static final int TYPE_CAST = 15;

  private OperatorPrecedence() {}

  /// The precedence of the operator after an operand, `NONE` if there is none.
  ///
  /// @param restricted without the logical and pattern operators
  static int of(Cursor cursor, boolean restricted) {
    return switch (cursor.sign()) {
      case PLUS, MINUS -> SUM;
      case STAR, SLASH, PERCENT -> PRODUCT;
      case CARET -> POWER;
      case LESS, GREATER, EQUAL, LESS_EQUAL, GREATER_EQUAL, NOT_EQUAL -> COMPARISON;
      case OPERATOR -> OTHER;
      case CAST -> TYPE_CAST;
      case WORD -> restricted ? ofRestrictedWord(cursor) : ofWord(cursor);
      default -> NONE;
    };
  }

  private static int ofWord(Cursor cursor) {
    var keyword = cursor.keyword();
    if (keyword == null) {
      return NONE;
    }
    return switch (keyword) {
      case OR -> LOGICAL_OR;
      case AND -> LOGICAL_AND;
      case IS, ISNULL, NOTNULL -> TEST;
      case BETWEEN, IN, LIKE, ILIKE -> MATCH;
      case SIMILAR -> cursor.keywordAfter(1) == TO ? MATCH : NONE;
      case NOT -> ofNegated(cursor);
      case AT -> cursor.at(AT, TIME) || cursor.at(AT, LOCAL) ? TIME_ZONE : NONE;
      case COLLATE -> COLLATION;
      case OPERATOR -> cursor.signAfter(1) == Sign.OPEN ? OTHER : NONE;
      default -> NONE;
    };
  }

  private static int ofNegated(Cursor cursor) {
    return switch (cursor.keywordAfter(1)) {
      case BETWEEN, IN, LIKE, ILIKE, SIMILAR -> MATCH;
      case null, default -> NONE;
    };
  }

  private static int ofRestrictedWord(Cursor cursor) {
    if (cursor.at(IS)) {
      var next = cursor.keywordAfter(1) == NOT ? cursor.keywordAfter(2) : cursor.keywordAfter(1);
      return next == DISTINCT || next == DOCUMENT ? TEST : NONE;
    }
    return cursor.at(OPERATOR) && cursor.signAfter(1) == Sign.OPEN ? OTHER : NONE;
  }
}
