package dev.deed.engine.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value, as small files of tools have them: what is missing is empty.
record Json(String text, List<Json> items, Map<String, Json> fields) {

  private static final int DEEPEST = 100;
  private static final Json NOTHING = new Json("", List.of(), Map.of());

  /// Empty if the text is not JSON.
  static Optional<Json> parse(String text) {
    try {
      var parser = new Parser(text);
      var value = parser.value();
      return parser.isAtEnd() ? Optional.of(value) : Optional.empty();
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  Json get(String field) {
    return fields.getOrDefault(field, NOTHING);
  }

  /// 0 if it is not a whole number.
  long number() {
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static final class Parser {

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    boolean isAtEnd() {
      blanks();
      return at == text.length();
    }

    Json value() {
      blanks();
      if (++depth > DEEPEST) {
        throw new NumberFormatException("too deep");
      }
      var value =
          switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json(string(), List.of(), Map.of());
            default -> word();
          };
      depth--;
      return value;
    }

    private Json object() {
      Map<String, Json> fields = new LinkedHashMap<>();
      at++;
      for (blanks(); text.charAt(at) != '}'; separator('}')) {
        var key = string();
        blanks();
        expect(':');
        fields.put(key, value());
      }
      at++;
      return new Json("", List.of(), fields);
    }

    private Json array() {
      var items = new ArrayList<Json>();
      at++;
      for (blanks(); text.charAt(at) != ']'; separator(']')) {
        items.add(value());
      }
      at++;
      return new Json("", items, Map.of());
    }

    private void separator(char end) {
      blanks();
      if (text.charAt(at) != end) {
        expect(',');
        blanks();
      }
    }

    private String string() {
      expect('"');
      var value = new StringBuilder();
      while (text.charAt(at) != '"') {
        var c = text.charAt(at++);
        if (c == '\\') {
          var escaped = text.charAt(at++);
          switch (escaped) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'u' -> {
              value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
              at += 4;
            }
            default -> value.append(escaped);
          }
        } else {
          value.append(c);
        }
      }
      at++;
      return value.toString();
    }

    private Json word() {
      var start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      var word = text.substring(start, at);
      if (!word.matches("true|false|null|-?[0-9][0-9.eE+-]*")) {
        throw new NumberFormatException(word);
      }
      return new Json(word, List.of(), Map.of());
    }

    private void expect(char c) {
      if (text.charAt(at) != c) {
        throw new NumberFormatException("expected " + c);
      }
      at++;
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
