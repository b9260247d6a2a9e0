package dev.deed.sql.lex;

/// Thrown by the parser and caught by `ScriptReader`, which turns it into a finding.
public final class SyntaxError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /// @param offset of the token that could not be read
  SyntaxError(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  public int offset() {
    return offset;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
