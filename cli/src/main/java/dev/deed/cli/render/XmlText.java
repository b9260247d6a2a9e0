package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import java.util.ArrayDeque;
import java.util.Deque;

/// XML 1.0 with one element per line.
final class XmlText {

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /// @param attributes alternating names and values
  XmlText start(String element, Object... attributes) {
    tag(element, attributes).append(">\n");
    open.push(element);
    return this;
  }

  XmlText end() {
    var element = open.pop();
    indented("</").append(element).append(">\n");
    return this;
  }

  XmlText empty(String element, Object... attributes) {
    tag(element, attributes).append("/>\n");
    return this;
  }

  /// An element with text content only.
  XmlText leaf(String element, String content, Object... attributes) {
    tag(element, attributes).append('>').append(escaped(content, false));
    text.append("</").append(element).append(">\n");
    return this;
  }

  /// The whole document, ending in a line break.
  @Override
  public String toString() {
    return text.toString();
  }

  private StringBuilder tag(String element, Object... attributes) {
    indented("<").append(element);
    for (var i = 0; i < attributes.length; i += 2) {
      var value = escaped(String.valueOf(attributes[i + 1]), true);
      text.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
    }
    return text;
  }

  private StringBuilder indented(String start) {
    return text.append("  ".repeat(open.size())).append(start);
  }

  /// Replaces most control characters, which XML 1.0 cannot express.
  private static String escaped(String raw, boolean isAttribute) {
    var escaped = new StringBuilder(raw.length());
    PrintableText.of(raw).codePoints().forEach(c -> append(escaped, c, isAttribute));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int character, boolean isAttribute) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\n', '\t' -> {
        // In an attribute, a reader would turn it into a space.
        if (isAttribute) {
          escaped.append("&#").append(character).append(';');
        } else {
          escaped.append((char) character);
        }
      }
      case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
      default -> escaped.appendCodePoint(character);
    }
  }
}
