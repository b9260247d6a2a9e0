package dev.deed.expand;

/// Text as a constant of SQL.
final class StringConstant {

  private StringConstant() {}

  /// In one line: a down is written as comments, which would move the lines of a longer one.
  static String of(String text) {
    var quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\n")
        ? "E" + quoted.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
        : quoted;
  }
}
