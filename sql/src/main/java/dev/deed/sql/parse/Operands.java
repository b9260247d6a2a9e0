package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.*;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Shown;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Strings;
import dev.deed.sql.lex.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses what stands between operators: constants, names, calls, parentheses, rows, arrays and
/// `CASE`.
final class Operands {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Expressions expressions;
  private final SpecialForms specials;

  Operands(ParserState parsing, Expressions expressions, SpecialForms specials) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.expressions = expressions;
    this.specials = specials;
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
    return expressions.calls().call(qualified(path), first, false);
  }

  /// A constant, column, call, case or parenthesised expression: no operators.
  Expression primary() {
    return switch (cursor.sign()) {
      case STRING ->
          constant(ConstantKind.STRING, Strings.value(cursor.tokens(), cursor.position()));
      case INTEGER, NUMBER -> number();
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

  /// Before version 16, `1_000` was 1 with the alias `_000`, then an error.
  private Expression number() {
    var text = raw();
    var words =
        text.indexOf('_') >= 0
            ? "underscores in numbers"
            : text.length() > 1 && text.charAt(0) == '0' && Character.isLetter(text.charAt(1))
                ? "hexadecimal, octal and binary numbers"
                : null;
    if (words != null && !text.startsWith("0e") && !text.startsWith("0E")) {
      parsing.newer(16, words, cursor.position());
    }
    return constant(ConstantKind.NUMBER, text);
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
          return new Exists(expressions.subquery());
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
    return expressions.cast(value, fullType, at);
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
      var call = expressions.calls().call(qualified(path), first, true);
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
        value = field(value);
      } else if (cursor.accept(Sign.OPEN_BRACKET)) {
        value = subscript(value);
      } else {
        return value;
      }
    }
  }

  private Expression field(Expression row) {
    if (cursor.accept(Sign.STAR)) {
      return new Field(row, "*");
    }
    var name = cursor.label("a field name");
    parsing.scopes.fields.field(row, name, cursor);
    return new Field(row, name);
  }

  private Expression subscript(Expression value) {
    var from = cursor.at(Sign.COLON) ? null : expressions.expression();
    var slice = cursor.accept(Sign.COLON);
    if (from == null && !slice) {
      throw cursor.unexpected("a subscript");
    }
    var to = !slice || cursor.at(Sign.CLOSE_BRACKET) ? null : expressions.expression();
    cursor.expect(Sign.CLOSE_BRACKET, "]");
    return new Subscript(value, from, to, slice);
  }

  private Expression parenthesis() {
    if (parsing.queries.atQuery()) {
      return indirection(new Subquery(expressions.subquery()));
    }
    cursor.open();
    var value = expressions.expression();
    if (!cursor.at(Sign.COMMA)) {
      cursor.close();
      return indirection(value);
    }
    var fields = new ArrayList<Expression>();
    fields.add(value);
    while (cursor.accept(Sign.COMMA)) {
      fields.add(expressions.expression());
    }
    cursor.close();
    return overlaps(new Row(fields));
  }

  private Expression row() {
    cursor.advance();
    cursor.open();
    var fields = cursor.at(Sign.CLOSE) ? List.<Expression>of() : expressions.list();
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
    var operand = cursor.at(WHEN) ? null : expressions.expression();
    var branches = new ArrayList<When>();
    while (cursor.accept(WHEN)) {
      var condition = expressions.expression();
      cursor.expect(THEN);
      branches.add(new When(condition, expressions.expression()));
    }
    if (branches.isEmpty()) {
      throw cursor.unexpected("WHEN");
    }
    var otherwise = cursor.accept(ELSE) ? expressions.expression() : null;
    cursor.expect(END);
    var cases = new Case(operand, branches, otherwise);
    parsing.scopes.part(cases, cursor);
    return cases;
  }

  private Expression array() {
    cursor.advance();
    if (cursor.at(Sign.OPEN)) {
      return new ArrayQuery(expressions.subquery());
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
        elements.add(nested ? arrayElements() : expressions.expression());
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
}
