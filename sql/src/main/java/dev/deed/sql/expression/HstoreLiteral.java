package dev.deed.sql.expression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A value of `hstore`: `b => NULL, a=>1` is printed as `"a"=>"1", "b"=>NULL`.
final class HstoreLiteral {

  /// Shorter keys come first.
  private static final Comparator<String> KEYS =
      Comparator.comparing((String key) -> key.getBytes(StandardCharsets.UTF_8).length)
          .thenComparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final String text;
  private int at;
  private boolean quoted;

  private HstoreLiteral(String text) {
    this.text = text;
  }

  static String of(String value) {
    var pairs = new HstoreLiteral(value).pairs();
    return pairs == null
        ? value
        : pairs.entrySet().stream()
            .map(p -> written(p.getKey()) + "=>" + p.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String written(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(String sign) {
    skip();
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  /// Null if it is not understood, or has a key twice: which of the values stays is not defined.
  private @Nullable TreeMap<String, String> pairs() {
    var pairs = new TreeMap<String, String>(KEYS);
    skip();
    if (at == text.length()) {
      return pairs;
    }
    do {
      var key = word();
      if (key == null || !accept("=>")) {
        return null;
      }
      var value = word();
      if (value == null) {
        return null;
      }
      var isNull = !quoted && value.equalsIgnoreCase("null");
      if (pairs.put(key, isNull ? "NULL" : written(value)) != null) {
        return null;
      }
    } while (accept(","));
    skip();
    return at == text.length() ? pairs : null;
  }

  private @Nullable String word() {
    quoted = accept("\"");
    var word = new StringBuilder();
    while (at < text.length()) {
      var c = text.charAt(at);
      if (quoted ? c == '"' : c == ',' || Character.isWhitespace(c) || text.startsWith("=>", at)) {
        break;
      }
      if (c == '\\' && ++at < text.length()) {
        c = text.charAt(at);
      }
      word.append(c);
      at++;
    }
    if (quoted) {
      return accept("\"") ? word.toString() : null;
    }
    return word.isEmpty() ? null : word.toString();
  }
}
