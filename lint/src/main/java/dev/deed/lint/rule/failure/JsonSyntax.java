package dev.deed.lint.rule.failure;

/// Whether a text is a JSON value, as PostgreSQL's `json` takes it.
final class JsonSyntax {

  /// PostgreSQL gives up somewhere deeper.
  private static final int DEEPEST = 500;

  private final String text;
  private int at;
  private int depth;
  private boolean tooDeep;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /// True as well for what is nested too deeply to be read.
  static boolean isValue(String text) {
    var json = new JsonSyntax(text);
    var isValue = json.value() && json.atEnd();
    return isValue || json.tooDeep;
  }

  private boolean atEnd() {
    blanks();
    return at == text.length();
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char expected) {
    blanks();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private boolean value() {
    blanks();
    if (at == text.length()) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> nested('}', true);
      case '[' -> nested(']', false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean nested(char end, boolean hasKeys) {
    if (++depth > DEEPEST) {
      tooDeep = true;
      return false;
    }
    at++;
    var isWell = accept(end) || members(end, hasKeys);
    depth--;
    return isWell;
  }

  private boolean members(char end, boolean hasKeys) {
    do {
      blanks();
      if (hasKeys && !(string() && accept(':'))) {
        return false;
      }
      if (!value()) {
        return false;
      }
    } while (accept(','));
    return accept(end);
  }

  private boolean word(String word) {
    var isThere = text.startsWith(word, at);
    at += word.length();
    return isThere && (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at)));
  }

  private boolean string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      return false;
    }
    for (at++; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ' || (c == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    at++;
    if (at >= text.length()) {
      return false;
    }
    if (text.charAt(at) != 'u') {
      return "\"\\/bfnrt".indexOf(text.charAt(at)) >= 0;
    }
    for (var i = 0; i < 4; i++) {
      at++;
      if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    if (text.charAt(at) == '-') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '0') {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    var first = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > first;
  }
}
