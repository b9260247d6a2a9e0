package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Escapes text for Markdown, so that it cannot become a mention, a link, HTML, or the end of a
/// code block.
final class MarkdownText {

  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>|~]");
  private static final String ESCAPED = "\\`*_[]<>&~|$#";
  private static final String NOTHING = "&#8203;";

  private MarkdownText() {}

  /// Text in a line or a table cell of a document, in which names may be links.
  static String of(String text) {
    return MARKS.matcher(PrintableText.line(text)).replaceAll("\\\\$0");
  }

  /// Text within a line of a comment, not at its start.
  static String inline(String raw) {
    var text = PrintableText.line(raw);
    var escaped = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '#' && text.length() > i + 1 && Character.isDigit(text.charAt(i + 1))) {
        escaped.append('#').append(NOTHING);
      } else if (c == '@' || text.startsWith("://", i)) {
        escaped.append(c).append(NOTHING);
      } else if (c == '.' && text.regionMatches(true, i - 3, "www", 0, 3)) {
        escaped.append("&#46;");
      } else {
        escaped.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /// A code span.
  static String code(String raw) {
    var text = PrintableText.line(raw);
    var fence = "`".repeat(longestRun(text) + 1);
    var pad = text.isBlank() || text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + pad + text + pad + fence;
  }

  /// A code span in a table cell.
  static String codeInCell(String raw) {
    return code(raw.replace("|", "\\|"));
  }

  /// A fenced block of SQL, each line after `indent`.
  static String block(String raw, String indent) {
    var text = PrintableText.of(raw).stripTrailing();
    var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    var block = fence + (text.endsWith(";") ? "sql\n" : "\n") + text + "\n" + fence;
    return block.lines().map(line -> indent + line + "\n").collect(Collectors.joining());
  }

  private static int longestRun(String text) {
    var longest = 0;
    var run = 0;
    for (var i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
