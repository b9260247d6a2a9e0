package dev.deed.engine;

import dev.deed.sql.Span;
import dev.deed.sql.script.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The directives before the first statement, found without reading the statements: those of
/// changeovers are first in their files, and with each `apply` the files of all that are open are
/// asked for them.
final class LeadingDirectives {

  private static final String BLANKS = " \t\n\r\f\u000B";
  private static final String DEED = "deed:";

  private LeadingDirectives() {}

  /// Those of that name, without their places. Empty where there may be more of them after the
  /// first statement: only a whole reading can say.
  static Optional<List<Directive>> of(String text, String name) {
    var found = new ArrayList<Directive>();
    var at = 0;
    while (at < text.length()) {
      if (BLANKS.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (text.startsWith("--", at)) {
        var end = lineEnd(text, at);
        read(text.substring(at + 2, end), name, found);
        at = end;
      } else {
        break;
      }
    }
    return mayHave(text, at, name) ? Optional.empty() : Optional.of(found);
  }

  private static void read(String comment, String name, List<Directive> found) {
    var start = blanks(comment, 0);
    if (comment.startsWith(DEED, start)) {
      var words = comment.substring(start + DEED.length()).strip();
      if (isNamed(words, 0, name)) {
        var arguments = words.substring(name.length()).strip();
        found.add(new Directive(name, arguments, Span.NONE, 0));
      }
    }
  }

  /// Whether there may be a directive of that name anywhere in the text.
  static boolean mayHave(String text, String name) {
    return mayHave(text, 0, name);
  }

  private static boolean mayHave(String text, int from, String name) {
    for (var at = text.indexOf(DEED, from); at >= 0; at = text.indexOf(DEED, at + 1)) {
      if (isNamed(text, blanks(text, at + DEED.length()), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String text, int start, String name) {
    var end = start + name.length();
    return text.startsWith(name, start)
        && (end == text.length() || Character.isWhitespace(text.charAt(end)));
  }

  private static int blanks(String text, int from) {
    var at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lineEnd(String text, int from) {
    var at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
