package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.*;
import dev.deed.sql.expression.Query;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.schema.BuiltIns;
import java.util.ArrayList;
import java.util.List;

/// Parses value expressions by operator precedence, around the operands that `Operands` reads.
/// Relations and routines that they name become effects.
final class Expressions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Calls calls;
  private final SpecialForms specials;
  private final Operands operands;

  Expressions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.calls = new Calls(parsing, this);
    this.specials = new SpecialForms(parsing, this, calls);
    this.operands = new Operands(parsing, this, specials);
  }

  Calls calls() {
    return calls;
  }

  JsonForms json() {
    return specials.json();
  }

  XmlForms xml() {
    return specials.xml();
  }

  /// Any expression.
  Expression expression() {
    return operators(OperatorPrecedence.ANY_OPERATOR, false);
  }

  /// An expression without `AND`, `OR`, `NOT`, `IS NULL`, `IN`, `LIKE`, `BETWEEN` at its top level,
  /// as required for a column's default.
  Expression restricted() {
    return operators(OperatorPrecedence.ANY_OPERATOR, true);
  }

  /// `expression, expression, ...`
  List<Expression> list() {
    var list = new ArrayList<Expression>();
    do {
      list.add(expression());
    } while (cursor.accept(Sign.COMMA));
    return list;
  }

  /// A function call or a construct that looks like one, as allowed for an index key or a `FROM`
  /// item.
  Expression functionCall() {
    return operands.functionCall();
  }

  /// A constant, column, call, case or parenthesised expression: no operators.
  Expression primary() {
    return operands.primary();
  }

  /// `.field`, `.*`, `[i]` and `[from:to]` after an operand that may have them.
  Expression indirection(Expression operand) {
    return operands.indirection(operand);
  }

  // Operators

  /// @param least the weakest operator that may be taken
  private Expression operators(int least, boolean restricted) {
    parsing.enter();
    try {
      var left = operand(restricted);
      var comparedAt = OperatorPrecedence.NONE;
      while (true) {
        var precedence = OperatorPrecedence.of(cursor, restricted);
        if (precedence < least || precedence == OperatorPrecedence.NONE) {
          return left;
        }
        if (precedence == comparedAt) {
          throw cursor.unexpected("parentheses: this operator does not chain");
        }
        var first = cursor.position();
        left = infix(left, precedence, restricted);
        comparedAt = chains(precedence, first) ? OperatorPrecedence.NONE : precedence;
      }
    } finally {
      parsing.leave();
    }
  }

  /// Comparisons, tests and matches do not chain, unless they end in a word or a parenthesis.
  private boolean chains(int precedence, int first) {
    return switch (precedence) {
      case OperatorPrecedence.COMPARISON -> quantifiedAt(first + 1);
      case OperatorPrecedence.MATCH -> {
        var keyword = cursor.tokens().keyword(first);
        var word = keyword == NOT ? cursor.tokens().keyword(first + 1) : keyword;
        var behind = keyword == NOT ? first + 2 : first + 1;
        yield word == IN || quantifiedAt(behind);
      }
      case OperatorPrecedence.TEST -> !isDistinctAt(first);
      default -> true;
    };
  }

  private boolean quantifiedAt(int token) {
    var keyword = cursor.tokens().keyword(token);
    return keyword == ANY || keyword == SOME || keyword == ALL;
  }

  private boolean isDistinctAt(int first) {
    var tokens = cursor.tokens();
    var next = tokens.keyword(first + 1);
    return tokens.keyword(first) == IS
        && (next == DISTINCT || (next == NOT && tokens.keyword(first + 2) == DISTINCT));
  }

  private Expression infix(Expression left, int precedence, boolean restricted) {
    return switch (precedence) {
      case OperatorPrecedence.LOGICAL_OR -> new Or(chain(left, OR, precedence));
      case OperatorPrecedence.LOGICAL_AND -> new And(chain(left, AND, precedence));
      case OperatorPrecedence.TEST -> test(left, restricted);
      case OperatorPrecedence.MATCH -> match(left);
      case OperatorPrecedence.TIME_ZONE -> atTimeZone(left);
      case OperatorPrecedence.COLLATION -> {
        cursor.advance();
        yield noted(new Collate(left, collation()));
      }
      case OperatorPrecedence.TYPE_CAST -> {
        cursor.advance();
        yield cast(left, parsing.types.type(), cursor.position() - 1);
      }
      default -> binary(left, precedence, restricted);
    };
  }

  private List<Expression> chain(Expression left, dev.deed.sql.Keyword word, int precedence) {
    var operands = new ArrayList<Expression>();
    operands.add(left);
    while (cursor.accept(word)) {
      operands.add(operators(precedence + 1, false));
    }
    return operands;
  }

  private Expression binary(Expression left, int precedence, boolean restricted) {
    var operator = operator();
    if (!restricted && cursor.atAny(ANY, SOME, ALL)) {
      return quantified(left, operator);
    }
    return noted(new Binary(operator, left, operators(precedence + 1, restricted)));
  }

  /// Starts behind `COLLATE`.
  QualifiedName collation() {
    var first = cursor.position();
    var collation = cursor.qualifiedName("a collation name");
    parsing.names(ObjectKind.COLLATION, collation, first);
    return collation;
  }

  /// An operator as written: `+`, `OPERATOR(schema.+)`.
  QualifiedName operator() {
    var first = cursor.position();
    var operator = cursor.accept(OPERATOR) ? qualifiedOperatorBehindWord() : anyOperator();
    if (!BuiltIns.isOperator(operator.name())) {
      parsing.names(ObjectKind.OPERATOR, operator, first);
    }
    return operator;
  }

  private QualifiedName qualifiedOperatorBehindWord() {
    cursor.open();
    var parts = new ArrayList<String>();
    while (cursor.atColumnName()) {
      parts.add(cursor.takeName());
      cursor.expect(Sign.DOT, ".");
    }
    var operator = anyOperator();
    cursor.close();
    var size = parts.size();
    return new QualifiedName(
        size > 1 ? parts.get(size - 2) : null, size > 0 ? parts.getLast() : null, operator.name());
  }

  private QualifiedName anyOperator() {
    var operator = cursor.operator();
    if (operator == null) {
      throw cursor.unexpected("an operator");
    }
    cursor.advance();
    return QualifiedName.of(operator);
  }

  /// Starts at `ANY`, `SOME` or `ALL`.
  private Expression quantified(Expression left, QualifiedName operator) {
    var all = cursor.at(ALL);
    cursor.advance();
    if (!cursor.at(Sign.OPEN)) {
      throw cursor.unexpected("\"(\"");
    }
    if (parsing.queries.atQuery()) {
      return new QuantifiedQuery(left, operator, all, subquery());
    }
    cursor.open();
    var array = expression();
    cursor.close();
    return noted(new Quantified(left, operator, all, array));
  }

  private Expression test(Expression left, boolean restricted) {
    if (cursor.accept(ISNULL)) {
      return new Is(left, "null", false);
    }
    if (cursor.accept(NOTNULL)) {
      return new Is(left, "null", true);
    }
    cursor.expect(IS);
    var negated = cursor.accept(NOT);
    if (cursor.accept(DISTINCT, FROM)) {
      var right = operators(OperatorPrecedence.TEST + 1, restricted);
      return new IsDistinct(left, right, negated);
    }
    var first = cursor.position();
    testWord();
    return new Is(left, cursor.canonicalFrom(first), negated);
  }

  private void testWord() {
    switch (cursor.keyword()) {
      case NULL, TRUE, FALSE, UNKNOWN, DOCUMENT, NORMALIZED -> cursor.advance();
      case NFC, NFD, NFKC, NFKD -> {
        cursor.advance();
        cursor.expect(NORMALIZED);
      }
      case JSON -> {
        parsing.newer(16, "IS JSON", cursor.position());
        cursor.advance();
        if (cursor.atAny(VALUE, ARRAY, OBJECT, SCALAR)) {
          cursor.advance();
        }
        specials.json().uniqueKeys();
      }
      case null, default ->
          throw cursor.unexpected("NULL, TRUE, FALSE, UNKNOWN, DISTINCT FROM or another test");
    }
  }

  private Expression match(Expression left) {
    var negated = cursor.accept(NOT);
    if (cursor.accept(BETWEEN)) {
      return between(left, negated);
    }
    if (cursor.accept(IN)) {
      return in(left, negated);
    }
    String word;
    if (cursor.accept(SIMILAR)) {
      cursor.expect(TO);
      word = "similar to";
    } else {
      word = cursor.takeName();
      if (cursor.atAny(ANY, SOME, ALL)) {
        var operator = (negated ? "!~~" : "~~") + (word.equals("ilike") ? "*" : "");
        return quantified(left, QualifiedName.of(operator));
      }
    }
    var pattern = operators(OperatorPrecedence.MATCH + 1, false);
    var escape = cursor.accept(ESCAPE) ? operators(OperatorPrecedence.ESCAPED + 1, false) : null;
    return new Like(word, left, pattern, escape, negated);
  }

  private Expression between(Expression left, boolean negated) {
    var symmetric = cursor.accept(SYMMETRIC);
    if (!symmetric) {
      cursor.accept(ASYMMETRIC);
    }
    var low = restricted();
    cursor.expect(AND);
    var high = operators(OperatorPrecedence.MATCH + 1, false);
    return noted(new Between(left, low, high, symmetric, negated));
  }

  private Expression in(Expression left, boolean negated) {
    if (!cursor.at(Sign.OPEN)) {
      throw cursor.unexpected("\"(\"");
    }
    if (parsing.queries.atQuery()) {
      return new InQuery(left, subquery(), negated);
    }
    cursor.open();
    var values = list();
    cursor.close();
    return noted(new In(left, values, negated));
  }

  private Expression atTimeZone(Expression left) {
    cursor.advance();
    if (cursor.accept(LOCAL)) {
      parsing.newer(17, "AT LOCAL", cursor.position() - 2);
      return new AtTimeZone(left, null);
    }
    cursor.expect(TIME, ZONE);
    return new AtTimeZone(left, operators(OperatorPrecedence.TIME_ZONE + 1, false));
  }

  // Operands

  /// An operand with its prefix operators.
  private Expression operand(boolean restricted) {
    return switch (cursor.sign()) {
      case PLUS, MINUS -> prefix(OperatorPrecedence.SIGN, restricted);
      case OPERATOR -> prefix(OperatorPrecedence.OTHER + 1, restricted);
      case WORD -> {
        if (cursor.at(NOT) && !restricted) {
          cursor.advance();
          yield new Not(operators(OperatorPrecedence.LOGICAL_NOT + 1, false));
        }
        if (cursor.at(OPERATOR) && cursor.signAfter(1) == Sign.OPEN && startsOperator()) {
          yield prefix(OperatorPrecedence.OTHER + 1, restricted);
        }
        if (cursor.at(DEFAULT)) {
          cursor.advance();
          yield Special.DEFAULT;
        }
        yield primary();
      }
      default -> operands.primary();
    };
  }

  /// True at `OPERATOR(s.+)`, but not at a function of that name.
  private boolean startsOperator() {
    var distance = 2;
    while (cursor.signAfter(distance + 1) == Sign.DOT) {
      distance += 2;
    }
    return switch (cursor.signAfter(distance)) {
      case WORD, QUOTED, STRING, INTEGER, NUMBER, CLOSE, OPEN -> false;
      default -> cursor.signAfter(distance + 1) == Sign.CLOSE;
    };
  }

  private Expression prefix(int operandPrecedence, boolean restricted) {
    var operator = operator();
    return new Prefix(operator, operators(operandPrecedence, restricted));
  }

  /// `( query )`
  Query subquery() {
    return parsing.queries.subquery();
  }

  Cast cast(Expression value, TypeName type, int at) {
    if (value instanceof Constant constant
        && constant.kind() == ConstantKind.STRING
        && type.isBuiltIn("regclass")) {
      var relation = RegclassText.of(constant.value());
      if (relation != null) {
        var span = cursor.tokens().span(Math.max(0, at - 1), cursor.position() - 1);
        parsing.add(new NamesRelation(relation, Access.READS, span));
      }
    }
    parsing.names(type, Math.max(0, cursor.position() - 1));
    return noted(new Cast(value, type));
  }

  private <E extends Expression> E noted(E part) {
    parsing.scopes.part(part, cursor);
    return part;
  }
}
