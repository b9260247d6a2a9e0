package dev.deed.ownership.file;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as the ownership file needs it, ready to be copied from advice into the file: plain where
/// possible, in quotes where YAML would read it as something else, with escapes for characters that
/// would break it or be invisible.
public final class YamlText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final List<String> WORDS =
      List.of("null", "true", "false", "yes", "no", "on", "off");

  private YamlText() {}

  public static String of(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return text.codePoints().allMatch(YamlText::isSeen)
        ? "'" + text.replace("'", "''") + "'"
        : escaped(text);
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.append('"').toString();
  }

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '"', '\\' -> escaped.append('\\').appendCodePoint(character);
      case '\n' -> escaped.append("\\n");
      case '\t' -> escaped.append("\\t");
      case '\r' -> escaped.append("\\r");
      default -> {
        if (isSeen(character)) {
          escaped.appendCodePoint(character);
        } else {
          var form = character < 0x100 ? "\\x%02X" : character < 0x10000 ? "\\u%04X" : "\\U%08X";
          escaped.append(form.formatted(character));
        }
      }
    }
  }
}
