package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A position in the tokens, with the operations of a recursive-descent parser: `at` looks,
/// `accept` takes if it can, `expect` takes or throws.
final class Cursor {

  private final Tokens tokens;
  private int position;

  Cursor(Tokens tokens) {
    this.tokens = tokens;
  }

  Tokens tokens() {
    return tokens;
  }

  /// Index of the next token.
  int position() {
    return position;
  }

  /// Moves back (or forward) to a position that `position()` returned.
  void moveTo(int newPosition) {
    position = newPosition;
  }

  Sign sign() {
    return tokens.sign(position);
  }

  Sign signAfter(int distance) {
    return tokens.sign(Math.min(position + distance, tokens.count() - 1));
  }

  @Nullable Keyword keyword() {
    return tokens.keyword(position);
  }

  @Nullable Keyword keywordAfter(int distance) {
    return tokens.keyword(Math.min(position + distance, tokens.count() - 1));
  }

  boolean at(Sign sign) {
    return tokens.sign(position) == sign;
  }

  boolean at(Keyword keyword) {
    return tokens.keyword(position) == keyword;
  }

  boolean at(Keyword first, Keyword second) {
    return at(first) && keywordAfter(1) == second;
  }

  boolean at(Keyword first, Keyword second, Keyword third) {
    return at(first, second) && keywordAfter(2) == third;
  }

  boolean atAny(Keyword... keywords) {
    var current = keyword();
    for (var keyword : keywords) {
      if (current == keyword) {
        return true;
      }
    }
    return false;
  }

  /// True at the end of the statement: `;`, the end of the text, or a meta-command like psql's
  /// `\\gexec`.
  boolean atEnd() {
    return at(Sign.SEMICOLON) || at(Sign.END) || at(Sign.META);
  }

  void advance() {
    if (position < tokens.count() - 1) {
      position++;
    }
  }

  boolean accept(Sign sign) {
    if (at(sign)) {
      advance();
      return true;
    }
    return false;
  }

  boolean accept(Keyword keyword) {
    if (at(keyword)) {
      advance();
      return true;
    }
    return false;
  }

  boolean accept(Keyword first, Keyword second) {
    if (at(first, second)) {
      advance();
      advance();
      return true;
    }
    return false;
  }

  boolean accept(Keyword first, Keyword second, Keyword third) {
    if (at(first, second, third)) {
      moveTo(position + 3);
      return true;
    }
    return false;
  }

  /// Takes an unquoted word that is not one of PostgreSQL's key words (`publish`, `reset`).
  boolean atWord(String lowerCase) {
    return at(Sign.WORD) && tokens.raw(position).equalsIgnoreCase(lowerCase);
  }

  boolean acceptWord(String lowerCase) {
    if (atWord(lowerCase)) {
      advance();
      return true;
    }
    return false;
  }

  void expect(Sign sign, String shown) {
    if (!accept(sign)) {
      throw unexpected("\"" + shown + "\"");
    }
  }

  void open() {
    expect(Sign.OPEN, "(");
  }

  void close() {
    expect(Sign.CLOSE, ")");
  }

  void expect(Keyword keyword) {
    if (!accept(keyword)) {
      throw unexpected(keyword.name());
    }
  }

  void expect(Keyword first, Keyword second) {
    expect(first);
    expect(second);
  }

  /// The text of the operator at this position, whichever sign it has; null if there is none.
  @Nullable String operator() {
    return switch (sign()) {
      case OPERATOR,
          PLUS,
          MINUS,
          STAR,
          SLASH,
          PERCENT,
          CARET,
          LESS,
          GREATER,
          EQUAL,
          LESS_EQUAL,
          GREATER_EQUAL ->
          tokens.raw(position);
      case NOT_EQUAL -> "<>";
      default -> null;
    };
  }

  /// `IF EXISTS`
  boolean acceptIfExists() {
    return accept(Keyword.IF, Keyword.EXISTS);
  }

  /// `IF NOT EXISTS`
  boolean acceptIfNotExists() {
    return accept(Keyword.IF, Keyword.NOT, Keyword.EXISTS);
  }

  /// `CASCADE | RESTRICT`, optional; true for `CASCADE`.
  boolean acceptCascade() {
    if (accept(Keyword.CASCADE)) {
      return true;
    }
    accept(Keyword.RESTRICT);
    return false;
  }

  // Names

  /// True if the token can be a name where key words of these categories are allowed as names.
  boolean atName(Category... allowed) {
    if (at(Sign.QUOTED)) {
      return true;
    }
    if (!at(Sign.WORD)) {
      return false;
    }
    var keyword = keyword();
    if (keyword == null) {
      return true;
    }
    for (var category : allowed) {
      if (keyword.category() == category) {
        return true;
      }
    }
    return false;
  }

  /// True at a name of a column, a table and the like.
  boolean atColumnName() {
    return atName(Category.UNRESERVED, Category.COLUMN_NAME);
  }

  /// True at a name of a function or a type.
  boolean atTypeOrFunctionName() {
    return atName(Category.UNRESERVED, Category.TYPE_OR_FUNCTION_NAME);
  }

  /// True at any word.
  boolean atLabel() {
    return at(Sign.WORD) || at(Sign.QUOTED);
  }

  boolean atBareLabel() {
    var keyword = keyword();
    return atLabel() && (keyword == null || keyword.isBareLabel());
  }

  /// A name, folded: a ColId in terms of PostgreSQL's grammar.
  String name(String what) {
    if (!atColumnName()) {
      throw unexpected(
          atLabel() ? what + "; a reserved word can be a name only in double quotes" : what);
    }
    return takeName();
  }

  String typeOrFunctionName(String what) {
    if (!atTypeOrFunctionName()) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// A name that may be any key word except reserved ones: names of roles and options.
  String nonReservedName(String what) {
    if (!atName(Category.UNRESERVED, Category.COLUMN_NAME, Category.TYPE_OR_FUNCTION_NAME)) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// Any word, including reserved ones.
  String label(String what) {
    if (!atLabel()) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// Takes the current word, folded or unquoted.
  String takeName() {
    var name = Names.folded(tokens, position);
    advance();
    return name;
  }

  /// `[[catalog.]schema.]name`
  QualifiedName qualifiedName(String what) {
    var first = name(what);
    if (!at(Sign.DOT)) {
      return QualifiedName.of(first);
    }
    return furtherParts(first, what);
  }

  /// Reads what follows a first part: `.part [.part]`.
  QualifiedName furtherParts(String first, String what) {
    String catalog = null;
    String schema = null;
    var name = first;
    while (accept(Sign.DOT)) {
      if (catalog != null) {
        throw new SyntaxError("improper qualified name (too many dotted names)", offset());
      }
      catalog = schema;
      schema = name;
      name = label(what);
    }
    return new QualifiedName(catalog, schema, name);
  }

  List<QualifiedName> qualifiedNames(String what) {
    var names = new ArrayList<QualifiedName>();
    do {
      names.add(qualifiedName(what));
    } while (accept(Sign.COMMA));
    return names;
  }

  /// `name, name, ...`
  List<String> names(String what) {
    var names = new ArrayList<String>();
    do {
      names.add(name(what));
    } while (accept(Sign.COMMA));
    return names;
  }

  /// `( name, name, ... )`
  List<String> namesInParentheses(String what) {
    open();
    var names = names(what);
    close();
    return names;
  }

  // Constants

  /// The value of a string constant in any form except bits.
  String string(String what) {
    if (!at(Sign.STRING)) {
      throw unexpected(what);
    }
    var value = Strings.value(tokens, position);
    advance();
    return value;
  }

  /// A whole number with an optional sign, as text.
  String signedInteger(String what) {
    return signed(Sign.INTEGER, what);
  }

  /// Any number with an optional sign, as text.
  String signedNumber(String what) {
    return signed(
        at(Sign.NUMBER) || signAfter(1) == Sign.NUMBER ? Sign.NUMBER : Sign.INTEGER, what);
  }

  private String signed(Sign wanted, String what) {
    var minus = at(Sign.MINUS);
    if (minus || at(Sign.PLUS)) {
      advance();
    }
    if (!at(wanted)) {
      throw unexpected(what);
    }
    var value = tokens.raw(position);
    advance();
    return minus ? "-" + value : value;
  }

  // Places

  /// The next token.
  Span span() {
    return tokens.span(position);
  }

  /// From the token at `first` to the last one taken.
  Span spanFrom(int first) {
    return tokens.span(first, Math.max(first, position - 1));
  }

  /// The tokens from `first` to the last one taken, in normal spelling.
  String canonicalFrom(int first) {
    return Canonical.of(tokens, first, position);
  }

  SyntaxError unexpected(String expected) {
    if (at(Sign.BROKEN)) {
      return error(tokens.reason(position) + " at " + shown());
    }
    if (at(Sign.COLON) && isPsqlVariable()) {
      return error(
          "psql variable \":"
              + Shown.of(tokens.raw(position + 1))
              + "\": only psql replaces it, so write the value");
    }
    return error("syntax error at " + shown() + ", expected " + expected);
  }

  /// An error at this token, with its own message.
  SyntaxError error(String message) {
    return new SyntaxError(message, offset());
  }

  private boolean isPsqlVariable() {
    var next = signAfter(1);
    return tokens.start(position + 1) == tokens.end(position)
        && (next == Sign.WORD || next == Sign.QUOTED || next == Sign.STRING);
  }

  /// The offset in the file, even if these tokens come from a string constant.
  private int offset() {
    return tokens.offsetInFile(tokens.start(position));
  }

  private String shown() {
    return at(Sign.END) ? "end of input" : "\"" + Shown.of(tokens.raw(position)) + "\"";
  }
}
