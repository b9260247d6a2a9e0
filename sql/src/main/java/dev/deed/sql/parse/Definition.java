package dev.deed.sql.parse;

import dev.deed.sql.Identifier;
import dev.deed.sql.lex.Literal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Builds the text after an object's name as SQL in one normal spelling: clauses in a fixed order,
/// options sorted by name, so that equal texts mean equal objects.
final class Definition {

  private final StringBuilder text = new StringBuilder();

  Definition add(String clause) {
    if (!clause.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(clause);
    }
    return this;
  }

  /// `word (name = value, ...)` for values that are already SQL; nothing if there are none.
  Definition addOptions(String word, Map<String, String> options) {
    return options.isEmpty() ? this : add(word).add(listed(options, " = "));
  }

  /// `options (name 'value', ...)` of foreign objects; passwords are left out.
  Definition addForeignOptions(Map<String, String> options) {
    if (options.isEmpty()) {
      return this;
    }
    var quoted = new TreeMap<String, String>();
    options.forEach(
        (name, value) -> quoted.put(name, Literal.quoted(PasswordMask.hidden(name, value))));
    return add("options").add(listed(quoted, " "));
  }

  String text() {
    return text.toString();
  }

  static String names(Collection<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  private static String listed(Map<String, String> options, String between) {
    return new TreeMap<>(options)
        .entrySet().stream()
            .map(e -> Identifier.quoted(e.getKey()) + between + e.getValue())
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
