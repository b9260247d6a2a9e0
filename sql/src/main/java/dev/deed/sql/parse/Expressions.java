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
import dev.deed.sql.lex.Shown;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Strings;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.schema.BuiltIns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses value expressions by operator precedence. Relations and routines that they name become
/// effects.
final class Expressions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Calls calls;
  private final SpecialForms specials;

  Expressions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.calls = new Calls(parsing, this);
    this.specials = new SpecialForms(parsing, this, calls);
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
    var keyword = cursor.keyword();
    if (keyword != null) {
      var special = specials.accept(keyword);
      if (special != null) {
        return special;
      }
    }
    if (!atFunctionName()) {
      throw cursor.unexpected("a function call");
    }
    var first = cursor.position();
    var path = path();
    if (!cursor.at(Sign.OPEN)) {
      throw cursor.unexpected("\"(\"");
    }
    return calls.call(qualified(path), first, false);
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
    return new Quantified(left, operator, all, array);
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
    return new Between(left, low, high, symmetric, negated);
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
          yield new Special("default", List.of(), "default");
        }
        yield primary();
      }
      default -> primary();
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

  /// A constant, column, call, case or parenthesised expression: no operators.
  Expression primary() {
    return switch (cursor.sign()) {
      case STRING ->
          constant(ConstantKind.STRING, Strings.value(cursor.tokens(), cursor.position()));
      case INTEGER, NUMBER -> constant(ConstantKind.NUMBER, raw());
      case BITS -> constant(ConstantKind.BITS, raw());
      case PARAMETER -> parameter();
      case OPEN -> parenthesis();
      case WORD -> word();
      case QUOTED -> named();
      default -> throw cursor.unexpected("an expression");
    };
  }

  private String raw() {
    return cursor.tokens().raw(cursor.position());
  }

  private Expression constant(ConstantKind kind, String value) {
    cursor.advance();
    return new Constant(kind, value);
  }

  private Expression parameter() {
    var digits = raw().substring(1);
    if (digits.length() > 9) {
      throw cursor.error("parameter number too large at \"" + Shown.of(raw()) + "\"");
    }
    cursor.advance();
    return indirection(new Parameter(Integer.parseInt(digits)));
  }

  private Expression word() {
    var keyword = cursor.keyword();
    if (keyword == null) {
      return named();
    }
    switch (keyword) {
      case NULL -> {
        return constant(ConstantKind.NULL, "");
      }
      case TRUE, FALSE -> {
        return constant(ConstantKind.BOOLEAN, keyword.word());
      }
      case CASE -> {
        return caseOf();
      }
      case EXISTS -> {
        if (cursor.signAfter(1) == Sign.OPEN) {
          cursor.advance();
          return new Exists(subquery());
        }
      }
      case ARRAY -> {
        return array();
      }
      case ROW -> {
        if (cursor.signAfter(1) == Sign.OPEN) {
          return row();
        }
      }
      default -> {
        var special = specials.accept(keyword);
        if (special != null) {
          return special;
        }
      }
    }
    if (parsing.types.atKeywordType()) {
      var typed = typedConstant();
      if (typed != null) {
        return typed;
      }
    }
    return named();
  }

  /// `INTERVAL '1' DAY`, `TIMESTAMP WITH TIME ZONE '...'`: null, with nothing taken, if the words
  /// of the type turn out to be a name.
  private @Nullable Expression typedConstant() {
    var start = cursor.position();
    try {
      var type = parsing.types.simpleType();
      if (cursor.at(Sign.STRING)) {
        return typedConstant(type);
      }
    } catch (SyntaxError notType) {
      cursor.moveTo(start);
      return null;
    }
    cursor.moveTo(start);
    return null;
  }

  private Expression typedConstant(TypeName type) {
    var at = cursor.position();
    var value = new Constant(ConstantKind.STRING, cursor.string("a string"));
    var fullType =
        type.name().name().equals("interval") && type.modifiers().isEmpty()
            ? parsing.types.intervalFields()
            : type;
    return cast(value, fullType, at);
  }

  /// A column, a call, or a constant of a named type.
  private Expression named() {
    var first = cursor.position();
    if (!cursor.atColumnName() && !atFunctionName()) {
      throw cursor.unexpected("an expression");
    }
    var isColumn = cursor.atColumnName();
    var mayBeCalled = atFunctionName();
    var path = path();
    if (cursor.at(Sign.OPEN) && !path.getLast().equals("*") && (mayBeCalled || path.size() > 1)) {
      var call = calls.call(qualified(path), first, true);
      return cursor.at(Sign.STRING) && call instanceof Call known ? typedByCall(known) : call;
    }
    if (cursor.at(Sign.STRING) && (mayBeCalled || path.size() > 1)) {
      return typedConstant(
          BuiltInTypes.named(
              qualified(path), cursor.tokens().sign(first) == Sign.QUOTED, List.of()));
    }
    if (!isColumn) {
      throw cursor.unexpected("\"(\"");
    }
    parsing.scopes.column(path, cursor, first);
    return indirection(new Column(path));
  }

  /// `schema.type(10, 2) 'constant'`
  private Expression typedByCall(Call call) {
    var modifiers = new ArrayList<String>();
    for (var argument : call.arguments()) {
      modifiers.add(
          switch (argument.value()) {
            case Constant constant -> constant.value();
            case Column column -> column.name();
            default -> "";
          });
    }
    return typedConstant(BuiltInTypes.named(call.function(), false, modifiers));
  }

  private boolean atFunctionName() {
    return cursor.atTypeOrFunctionName()
        || (cursor.atColumnName() && cursor.signAfter(1) == Sign.DOT);
  }

  /// `name.name.*`
  private List<String> path() {
    var name = cursor.takeName();
    if (!cursor.at(Sign.DOT)) {
      return List.of(name);
    }
    var path = new ArrayList<String>(3);
    path.add(name);
    while (cursor.accept(Sign.DOT)) {
      if (cursor.accept(Sign.STAR)) {
        path.add("*");
        break;
      }
      path.add(cursor.label("a name"));
    }
    return path;
  }

  private QualifiedName qualified(List<String> path) {
    var size = path.size();
    if (size > 3) {
      throw cursor.error("improper qualified name (too many dotted names)");
    }
    return new QualifiedName(
        size > 2 ? path.get(size - 3) : null, size > 1 ? path.get(size - 2) : null, path.getLast());
  }

  /// `.field`, `.*`, `[i]` and `[from:to]` after an operand that may have them.
  Expression indirection(Expression operand) {
    var value = operand;
    while (true) {
      if (cursor.accept(Sign.DOT)) {
        value = new Field(value, cursor.accept(Sign.STAR) ? "*" : cursor.label("a field name"));
      } else if (cursor.accept(Sign.OPEN_BRACKET)) {
        value = subscript(value);
      } else {
        return value;
      }
    }
  }

  private Expression subscript(Expression value) {
    var from = cursor.at(Sign.COLON) ? null : expression();
    var slice = cursor.accept(Sign.COLON);
    if (from == null && !slice) {
      throw cursor.unexpected("a subscript");
    }
    var to = !slice || cursor.at(Sign.CLOSE_BRACKET) ? null : expression();
    cursor.expect(Sign.CLOSE_BRACKET, "]");
    return new Subscript(value, from, to, slice);
  }

  private Expression parenthesis() {
    if (parsing.queries.atQuery()) {
      return indirection(new Subquery(subquery()));
    }
    cursor.open();
    var value = expression();
    if (!cursor.at(Sign.COMMA)) {
      cursor.close();
      return indirection(value);
    }
    var fields = new ArrayList<Expression>();
    fields.add(value);
    while (cursor.accept(Sign.COMMA)) {
      fields.add(expression());
    }
    cursor.close();
    return overlaps(new Row(fields));
  }

  private Expression row() {
    cursor.advance();
    cursor.open();
    var fields = cursor.at(Sign.CLOSE) ? List.<Expression>of() : list();
    cursor.close();
    return overlaps(new Row(fields));
  }

  private Expression overlaps(Row row) {
    if (!cursor.at(OVERLAPS)) {
      return row;
    }
    cursor.advance();
    if (!cursor.at(ROW) && !cursor.at(Sign.OPEN)) {
      throw cursor.unexpected("a row");
    }
    return new Binary(QualifiedName.of("overlaps"), row, primary());
  }

  private Expression caseOf() {
    cursor.advance();
    var operand = cursor.at(WHEN) ? null : expression();
    var branches = new ArrayList<When>();
    while (cursor.accept(WHEN)) {
      var condition = expression();
      cursor.expect(THEN);
      branches.add(new When(condition, expression()));
    }
    if (branches.isEmpty()) {
      throw cursor.unexpected("WHEN");
    }
    var otherwise = cursor.accept(ELSE) ? expression() : null;
    cursor.expect(END);
    return new Case(operand, branches, otherwise);
  }

  private Expression array() {
    cursor.advance();
    if (cursor.at(Sign.OPEN)) {
      return new ArrayQuery(subquery());
    }
    return arrayElements();
  }

  private Expression arrayElements() {
    parsing.enter();
    try {
      cursor.expect(Sign.OPEN_BRACKET, "[");
      var elements = new ArrayList<Expression>();
      var nested = cursor.at(Sign.OPEN_BRACKET);
      while (!cursor.at(Sign.CLOSE_BRACKET)) {
        elements.add(nested ? arrayElements() : expression());
        if (!cursor.accept(Sign.COMMA)) {
          break;
        }
        if (cursor.at(Sign.CLOSE_BRACKET)) {
          throw cursor.unexpected("an element");
        }
      }
      cursor.expect(Sign.CLOSE_BRACKET, "]");
      return new ArrayOf(elements);
    } finally {
      parsing.leave();
    }
  }

  /// `( query )`
  private Query subquery() {
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
