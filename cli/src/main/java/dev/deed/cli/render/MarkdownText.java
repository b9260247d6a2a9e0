package dev.deed.cli.render;

import java.util.regex.Pattern;

/// Text in Markdown that means itself, whatever characters it has.
final class MarkdownText {

  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>|~]");

  private MarkdownText() {}

  /// In a line or a table's cell.
  static String of(String text) {
    return MARKS.matcher(PrintableText.line(text)).replaceAll("\\\\$0");
  }

  /// As code, also in a table's cell.
  static String code(String text) {
    var line = PrintableText.line(text).replace("|", "\\|");
    if (!line.contains("`")) {
      return "`" + line + "`";
    }
    var fence = "``";
    while (line.contains(fence)) {
      fence += "`";
    }
    return fence + " " + line + " " + fence;
  }
}
