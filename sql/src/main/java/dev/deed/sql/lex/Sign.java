package dev.deed.sql.lex;

/// The kind of a token. `OPERATOR` is every operator without a sign of its own.
public enum Sign {
  /// Unquoted: an identifier or a key word.
  WORD,
  QUOTED,
  STRING,
  BITS,
  INTEGER,
  NUMBER,
  PARAMETER,
  OPERATOR,
  OPEN,
  CLOSE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  COMMA,
  SEMICOLON,
  COLON,
  DOT,
  DOT_DOT,
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
  GREATER_EQUAL,
  /// `<>` and `!=`
  NOT_EQUAL,
  CAST,
  ASSIGN,
  ARROW,
  /// A psql meta-command: a backslash and the rest of its line.
  META,
  /// The rows after `COPY ... FROM stdin;`, up to `\.`
  COPY_DATA,
  /// Not valid in PostgreSQL: an unterminated string or comment, a stray character.
  BROKEN,
  END
}
