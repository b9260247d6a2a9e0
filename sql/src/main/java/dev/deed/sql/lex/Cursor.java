package dev.deed.sql.lex;

import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A position in the tokens, with the operations of a recursive-descent parser: `at` looks,
/// `accept` takes if it can, `expect` takes or throws.
public final class Cursor {

  private final Tokens tokens;
  private int position;

  public Cursor(Tokens tokens) {
    this.tokens = tokens;
  }

  public Tokens tokens() {
    return tokens;
  }

  /// Index of the next token.
  public int position() {
    return position;
  }

  /// Moves back (or forward) to a position that `position()` returned.
  public void moveTo(int newPosition) {
    position = newPosition;
  }

  public Sign sign() {
    return tokens.sign(position);
  }

  public Sign signAfter(int distance) {
    return tokens.sign(Math.min(position + distance, tokens.count() - 1));
  }

  public @Nullable Keyword keyword() {
    return tokens.keyword(position);
  }

  public @Nullable Keyword keywordAfter(int distance) {
    return tokens.keyword(Math.min(position + distance, tokens.count() - 1));
  }

  public boolean at(Sign sign) {
    return tokens.sign(position) == sign;
  }

  public boolean at(Keyword keyword) {
    return tokens.keyword(position) == keyword;
  }

  public boolean at(Keyword first, Keyword second) {
    return at(first) && keywordAfter(1) == second;
  }

  public boolean at(Keyword first, Keyword second, Keyword third) {
    return at(first, second) && keywordAfter(2) == third;
  }

  public boolean atAny(Keyword... keywords) {
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
  public boolean atEnd() {
    return at(Sign.SEMICOLON) || at(Sign.END) || at(Sign.META);
  }

  public void advance() {
    if (position < tokens.count() - 1) {
      position++;
    }
  }

  public boolean accept(Sign sign) {
    if (at(sign)) {
      advance();
      return true;
    }
    return false;
  }

  public boolean accept(Keyword keyword) {
    if (at(keyword)) {
      advance();
      return true;
    }
    return false;
  }

  public boolean accept(Keyword first, Keyword second) {
    if (at(first, second)) {
      advance();
      advance();
      return true;
    }
    return false;
  }

  public boolean accept(Keyword first, Keyword second, Keyword third) {
    if (at(first, second, third)) {
      moveTo(position + 3);
      return true;
    }
    return false;
  }

  /// Takes an unquoted word that is not one of PostgreSQL's key words (`publish`, `reset`).
  public boolean atWord(String lowerCase) {
    return at(Sign.WORD) && tokens.raw(position).equalsIgnoreCase(lowerCase);
  }

  public boolean acceptWord(String lowerCase) {
    if (atWord(lowerCase)) {
      advance();
      return true;
    }
    return false;
  }

  public void expect(Sign sign, String shown) {
    if (!accept(sign)) {
      throw unexpected("\"" + shown + "\"");
    }
  }

  public void open() {
    expect(Sign.OPEN, "(");
  }

  public void close() {
    expect(Sign.CLOSE, ")");
  }

  public void expect(Keyword keyword) {
    if (!accept(keyword)) {
      throw unexpected(keyword.name());
    }
  }

  public void expect(Keyword first, Keyword second) {
    expect(first);
    expect(second);
  }

  /// The text of the operator at this position, whichever sign it has; null if there is none.
  public @Nullable String operator() {
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
  public boolean acceptIfExists() {
    return accept(Keyword.IF, Keyword.EXISTS);
  }

  /// `IF NOT EXISTS`
  public boolean acceptIfNotExists() {
    return accept(Keyword.IF, Keyword.NOT, Keyword.EXISTS);
  }

  /// `CASCADE | RESTRICT`, optional; true for `CASCADE`.
  public boolean acceptCascade() {
    if (accept(Keyword.CASCADE)) {
      return true;
    }
    accept(Keyword.RESTRICT);
    return false;
  }

  // Names

  /// True if the token can be a name where key words of these categories are allowed as names.
  public boolean atName(Category... allowed) {
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
  public boolean atColumnName() {
    return atName(Category.UNRESERVED, Category.COLUMN_NAME);
  }

  /// True at a name of a function or a type.
  public boolean atTypeOrFunctionName() {
    return atName(Category.UNRESERVED, Category.TYPE_OR_FUNCTION_NAME);
  }

  /// True at any word.
  public boolean atLabel() {
    return at(Sign.WORD) || at(Sign.QUOTED);
  }

  public boolean atBareLabel() {
    var keyword = keyword();
    return atLabel() && (keyword == null || keyword.isBareLabel());
  }

  /// A name, folded: a ColId in terms of PostgreSQL's grammar.
  public String name(String what) {
    if (!atColumnName()) {
      throw unexpected(
          atLabel() ? what + "; a reserved word can be a name only in double quotes" : what);
    }
    return takeName();
  }

  public String typeOrFunctionName(String what) {
    if (!atTypeOrFunctionName()) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// A name that may be any key word except reserved ones: names of roles and options.
  public String nonReservedName(String what) {
    if (!atName(Category.UNRESERVED, Category.COLUMN_NAME, Category.TYPE_OR_FUNCTION_NAME)) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// Any word, including reserved ones.
  public String label(String what) {
    if (!atLabel()) {
      throw unexpected(what);
    }
    return takeName();
  }

  /// Takes the current word, folded or unquoted.
  public String takeName() {
    var name = FoldedName.folded(tokens, position);
    advance();
    return name;
  }

  /// `[[catalog.]schema.]name`
  public QualifiedName qualifiedName(String what) {
    var first = name(what);
    if (!at(Sign.DOT)) {
      return QualifiedName.of(first);
    }
    return furtherParts(first, what);
  }

  /// Reads what follows a first part: `.part [.part]`.
  public QualifiedName furtherParts(String first, String what) {
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

  public List<QualifiedName> qualifiedNames(String what) {
    var names = new ArrayList<QualifiedName>();
    do {
      names.add(qualifiedName(what));
    } while (accept(Sign.COMMA));
    return names;
  }

  /// `name, name, ...`
  public List<String> names(String what) {
    var names = new ArrayList<String>();
    do {
      names.add(name(what));
    } while (accept(Sign.COMMA));
    return names;
  }

  /// `( name, name, ... )`
  public List<String> namesInParentheses(String what) {
    open();
    var names = names(what);
    close();
    return names;
  }

  // Constants

  /// The value of a string constant in any form except bits.
  public String string(String what) {
    if (!at(Sign.STRING)) {
      throw unexpected(what);
    }
    var value = Strings.value(tokens, position);
    advance();
    return value;
  }

  /// A whole number with an optional sign, as text.
  public String signedInteger(String what) {
    return signed(Sign.INTEGER, what);
  }

  /// Any number with an optional sign, as text.
  public String signedNumber(String what) {
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
  public Span span() {
    return tokens.span(position);
  }

  /// From the token at `first` to the last one taken.
  public Span spanFrom(int first) {
    return tokens.span(first, Math.max(first, position - 1));
  }

  /// The tokens from `first` to the last one taken, in normal spelling.
  public String canonicalFrom(int first) {
    return Canonical.of(tokens, first, position);
  }

  public SyntaxError unexpected(String expected) {
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
  public SyntaxError error(String message) {
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
