package dev.deed.sql.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Documents and queries of the text search: `b a:1A` is `'a':1A 'b'`, and `a & b` is `'a' & 'b'`.
final class TextSearchLiteral {

  private static final Pattern POSITIONS =
      Pattern.compile(":([0-9]{1,5}[a-dA-D]?(?:,[0-9]{1,5}[a-dA-D]?)*)");
  private static final Pattern WEIGHTS = Pattern.compile(":([a-dA-D*]+)");
  private static final Pattern PHRASE = Pattern.compile("<(-|[0-9]{1,5})>");
  private static final int MOST_NESTING = 100;

  private static final Comparator<String> BYTES =
      Comparator.comparing(word -> word.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /// A text that PostgreSQL would refuse, or that this does not understand.
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private int at;
  private int depth;

  private TextSearchLiteral(String text) {
    this.text = text;
  }

  static String document(String value) {
    try {
      return new TextSearchLiteral(value).document();
    } catch (Unknown _) {
      return value;
    }
  }

  static String query(String value) {
    if (value.isBlank()) {
      return "";
    }
    try {
      var query = new TextSearchLiteral(value);
      var normal = query.either();
      return query.isAtEnd() ? normal : value;
    } catch (Unknown _) {
      return value;
    }
  }

  private boolean isAtEnd() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  private String document() {
    var words = new TreeMap<String, TreeSet<String>>(BYTES);
    while (!isAtEnd()) {
      var places =
          words.computeIfAbsent(
              word(""),
              _ ->
                  new TreeSet<>(
                      Comparator.comparing(
                              (String place) -> Integer.parseInt(place.replaceAll("\\D", "")))
                          .thenComparing(place -> place)));
      var positions = POSITIONS.matcher(text).region(at, text.length());
      if (positions.lookingAt()) {
        for (var place : positions.group(1).toUpperCase(Locale.ROOT).split(",")) {
          places.add(place.replace("D", ""));
        }
        at = positions.end();
      }
      if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        throw new Unknown();
      }
    }
    return words.entrySet().stream()
        .map(w ->
            quoted(w.getKey())
                + (w.getValue().isEmpty() ? "" : ":" + String.join(",", w.getValue())))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /// @param ends where a word without quotes ends, besides at a space and a colon
  private String word(String ends) {
    var word = new StringBuilder();
    if (isAtEnd()) {
      throw new Unknown();
    }
    var isQuoted = text.charAt(at) == '\'';
    at += isQuoted ? 1 : 0;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (isQuoted && c == '\'') {
        if (!text.startsWith("''", at)) {
          break;
        }
        at++;
      } else if (c == '\\') {
        if (++at == text.length()) {
          throw new Unknown();
        }
        c = text.charAt(at);
      } else if (!isQuoted
          && (Character.isWhitespace(c) || c == ':' || c == '\'' || ends.indexOf(c) >= 0)) {
        break;
      }
      word.append(c);
      at++;
    }
    if (word.isEmpty() || (isQuoted && at == text.length())) {
      throw new Unknown();
    }
    at += isQuoted ? 1 : 0;
    return word.toString();
  }

  // Queries

  private boolean accept(char c) {
    if (!isAtEnd() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private String either() {
    var operands = new ArrayList<>(List.of(both()));
    while (accept('|')) {
      operands.add(both());
    }
    return joined(operands, " | ");
  }

  private String both() {
    var operands = new ArrayList<>(List.of(phrase()));
    while (accept('&')) {
      operands.add(phrase());
    }
    return joined(operands, " & ");
  }

  private static String joined(List<String> operands, String operator) {
    return operands.size() == 1
        ? operands.getFirst()
        : operands.stream()
            .map(o -> isJoined(o, operator) ? o.substring(1, o.length() - 1) : o)
            .collect(Collectors.joining(operator, "(", ")"));
  }

  /// Whether the operand is one pair of parentheses around words with the same operator only.
  private static boolean isJoined(String operand, String operator) {
    return operand.startsWith("(")
        && operand.indexOf('(', 1) < 0
        && operand.contains(operator)
        && !operand.contains(operator.equals(" & ") ? " | " : " & ")
        && !operand.contains(" <");
  }

  private String phrase() {
    var left = not();
    while (!isAtEnd()) {
      var phrase = PHRASE.matcher(text).region(at, text.length());
      if (!phrase.lookingAt()) {
        break;
      }
      at = phrase.end();
      var distance = phrase.group(1).equals("1") ? "-" : phrase.group(1);
      left = "(" + left + " <" + distance + "> " + not() + ")";
    }
    return left;
  }

  private String not() {
    if (++depth > MOST_NESTING) {
      throw new Unknown();
    }
    String operand;
    if (accept('!')) {
      operand = "!" + not();
    } else if (accept('(')) {
      operand = either();
      if (!accept(')')) {
        throw new Unknown();
      }
    } else {
      operand = lexeme();
    }
    depth--;
    return operand;
  }

  private String lexeme() {
    var word = quoted(word("&|!()<"));
    var weights = WEIGHTS.matcher(text).region(at, text.length());
    if (!weights.lookingAt()) {
      return word;
    }
    at = weights.end();
    var given = weights.group(1).toUpperCase(Locale.ROOT);
    return word
        + ":"
        + (given.contains("*") ? "*" : "")
        + (given.contains("A") ? "A" : "")
        + (given.contains("B") ? "B" : "")
        + (given.contains("C") ? "C" : "")
        + (given.contains("D") ? "D" : "");
  }
}
