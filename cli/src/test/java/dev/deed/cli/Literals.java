package dev.deed.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The string literals of a Java file. Literals that are joined by `+` count as one.
final class Literals {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'"
              + "|\"\"\"(?<block>.*?(?<!\\\\))\"\"\"|\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\""
              + "|(?<space>\\s+)|(?<other>.)");

  /// @param line of its beginning, from 1
  /// @param isStart false if the literal continues an expression
  record Literal(int line, String text, boolean isStart) {}

  private final String source;
  private final List<Literal> found = new ArrayList<>();
  private final StringBuilder joined = new StringBuilder();
  private int first = -1;
  private boolean isStart = true;
  private char before = ';';

  private Literals(String source) {
    this.source = source;
  }

  static List<Literal> of(String source) {
    var literals = new Literals(source);
    var tokens = TOKEN.matcher(source);
    while (tokens.find()) {
      literals.read(tokens);
    }
    literals.end();
    return literals.found;
  }

  private void read(Matcher token) {
    if (token.group("block") != null) {
      add(
          token.start(),
          unescaped(token.group("block").replaceFirst("^\\s*\\n", "").stripIndent()));
    } else if (token.group("text") != null) {
      add(token.start(), unescaped(token.group("text")));
    } else if (token.group("other") != null) {
      before = token.group().charAt(0);
      if (before != '+') {
        end();
      }
    }
  }

  /// Escapes of code points stand for characters that messages do not contain.
  private static String unescaped(String text) {
    return text.replaceAll("\\\\u+[0-9a-fA-F]{4}", "?").translateEscapes();
  }

  private void add(int offset, String text) {
    if (first >= 0 && before != '+') {
      end();
    }
    if (first < 0) {
      first = offset;
      isStart = before != '+';
    }
    joined.append(text);
    before = '"';
  }

  private void end() {
    if (first >= 0) {
      var line = 1 + (int) source.substring(0, first).chars().filter(c -> c == '\n').count();
      found.add(new Literal(line, joined.toString(), isStart));
      joined.setLength(0);
      first = -1;
    }
  }
}
