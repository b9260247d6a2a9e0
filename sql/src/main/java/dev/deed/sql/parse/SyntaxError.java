package dev.deed.sql.parse;

/// Thrown by the parser and caught by `ScriptReader`, which turns it into a finding.
final class SyntaxError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /// @param offset of the token that could not be read
  SyntaxError(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
