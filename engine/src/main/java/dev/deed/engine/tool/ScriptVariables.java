package dev.deed.engine.tool;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Variables of plain scripts: psql's `:name`, `:"name"` and `:'name'`, and `${name}`. Only those
/// with a value are replaced; a script has other colons.
record ScriptVariables(List<Placeholders> forms) {

  /// Also the third one of `x:::schema.type`, after a cast.
  private static final String COLON = "(?:(?<=::)|(?<![:\\w])):";

  static ScriptVariables of(Map<String, String> values) {
    if (values.isEmpty()) {
      return new ScriptVariables(List.of());
    }
    var names = values.keySet().stream().map(Pattern::quote).collect(joining("|", "(", ")"));
    return new ScriptVariables(
        List.of(
            form(COLON + names + "(?!\\w)", values, value -> value),
            form(COLON + "\"" + names + "\"", values, v -> quoted(v, "\"")),
            form(COLON + "'" + names + "'", values, v -> quoted(v, "'")),
            form("\\$\\{" + names + "\\}", values, value -> value)));
  }

  private static Placeholders form(
      String pattern, Map<String, String> values, UnaryOperator<String> written) {
    return new Placeholders(
        Pattern.compile(pattern),
        values.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, entry -> written.apply(entry.getValue()))));
  }

  private static String quoted(String value, String quote) {
    return quote + value.replace(quote, quote + quote) + quote;
  }

  String in(SourceFile file, String text, ToolReading into) {
    var replaced = text;
    for (var form : forms) {
      replaced = form.in(file, replaced, into);
    }
    return replaced;
  }
}
