package dev.deed.sql.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A value of `jsonb`: the keys in PostgreSQL's order, the last of several equal ones, one space
/// after a comma and a colon.
final class JsonLiteral {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  /// Shorter keys come first.
  private static final Comparator<String> KEYS =
      Comparator.comparing((String key) -> key.getBytes(StandardCharsets.UTF_8).length)
          .thenComparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /// Not JSON, or JSON with an escape, of which there is more than one spelling.
  private static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPlain() {
      super(null, null, false, false);
    }
  }

  private static final int MOST_NESTING = 100;

  private final String text;
  private int at;
  private int depth;

  private JsonLiteral(String text) {
    this.text = text;
  }

  static String of(String value) {
    try {
      var json = new JsonLiteral(value);
      var normal = json.value();
      json.skip();
      return json.at == value.length() ? normal : value;
    } catch (NotPlain _) {
      return value;
    }
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    skip();
    if (at >= text.length()) {
      throw new NotPlain();
    }
    return text.charAt(at);
  }

  private boolean accept(char c) {
    if (next() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw new NotPlain();
    }
  }

  private String value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> word();
    };
  }

  private void enter() {
    at++;
    if (++depth > MOST_NESTING) {
      throw new NotPlain();
    }
  }

  private String object() {
    enter();
    var members = new TreeMap<String, String>(KEYS);
    if (!accept('}')) {
      do {
        next();
        var key = string();
        expect(':');
        members.put(key, value());
      } while (accept(','));
      expect('}');
    }
    depth--;
    var all = new ArrayList<String>();
    members.forEach((key, value) -> all.add(key + ": " + value));
    return "{" + String.join(", ", all) + "}";
  }

  private String array() {
    enter();
    var elements = new ArrayList<String>();
    if (!accept(']')) {
      do {
        elements.add(value());
      } while (accept(','));
      expect(']');
    }
    depth--;
    return "[" + String.join(", ", elements) + "]";
  }

  /// With its quotes.
  private String string() {
    var start = at;
    expect('"');
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' || text.charAt(at) < ' ') {
        throw new NotPlain();
      }
      at++;
    }
    if (at == text.length()) {
      throw new NotPlain();
    }
    at++;
    return text.substring(start, at);
  }

  private String word() {
    var start = at;
    while (at < text.length() && ",]}: \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return word;
    }
    if (!NUMBER.matcher(word).matches()) {
      throw new NotPlain();
    }
    return new BigDecimal(word).toPlainString();
  }
}
