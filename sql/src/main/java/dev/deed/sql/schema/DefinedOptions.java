package dev.deed.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an aggregate or operator is made of, `(function = f, leftarg = integer)`, for comparison:
/// in one order, without PostgreSQL's defaults, and with operators by their name only, since the
/// server writes the schema that it found them in.
public final class DefinedOptions {

  private static final Pattern QUALIFIED_OPERATOR =
      Pattern.compile(" = operator\\((?:(?:[\\w$]+|\"(?:[^\"]|\"\")*+\")\\.)?([^)]+)\\)$");

  private static final Set<String> STANDARD =
      Set.of(
          "parallel = unsafe",
          "sspace = 0",
          "msspace = 0",
          "finalfunc_modify = read_only",
          "mfinalfunc_modify = read_only");

  private DefinedOptions() {}

  static String normal(String definition) {
    if (!definition.startsWith("(") || !definition.endsWith(")")) {
      return definition;
    }
    var options = new ArrayList<String>();
    for (var option : options(definition.substring(1, definition.length() - 1))) {
      var normal = QUALIFIED_OPERATOR.matcher(option).replaceFirst(" = $1");
      if (!STANDARD.contains(normal)) {
        options.add(normal);
      }
    }
    options.sort(null);
    return "(" + String.join(", ", options) + ")";
  }

  /// `(a = x, b)` by name; empty for an option without a value.
  public static SortedMap<String, String> byName(String definition) {
    var byName = new TreeMap<String, String>();
    for (var option : options(definition.substring(1, definition.length() - 1))) {
      var equal = option.indexOf(" = ");
      byName.put(
          equal < 0 ? option : option.substring(0, equal),
          equal < 0 ? "" : option.substring(equal + 3));
    }
    return byName;
  }

  private static List<String> options(String text) {
    var options = new ArrayList<String>();
    var depth = 0;
    var quote = '\0';
    var start = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quote != '\0') {
        quote = c == quote ? '\0' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      } else if (c == ',' && depth == 0) {
        options.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    options.add(text.substring(start).strip());
    return options;
  }
}
