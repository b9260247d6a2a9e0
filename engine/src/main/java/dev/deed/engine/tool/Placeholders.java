package dev.deed.engine.tool;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Values that a tool puts in for names in its files.
///
/// @param pattern of a placeholder; its first group is the name
record Placeholders(Pattern pattern, Map<String, String> values) {

  private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");

  /// The text with the values. A name without one is reported, and stays.
  String in(SourceFile file, String text, ToolReading into) {
    return in(file, text, into, _ -> true);
  }

  /// @param counts where a placeholder is one, by the index of its line
  String in(SourceFile file, String text, ToolReading into, Predicate<Integer> counts) {
    if (!pattern.matcher(text).find()) {
      return text;
    }
    var lines = TextLines.of(text);
    var replaced = new StringBuilder(text.length());
    var body = "";
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.lines().get(i);
      var place = new Span(lines.start(i), lines.start(i), i + 1, 1);
      var isInBody = !body.isEmpty() || DOLLARS.matcher(line).find();
      replaced.append(counts.test(i) ? line(file, line, place, isInBody, into) : line);
      body = bodyAfter(line, body);
    }
    return replaced.toString();
  }

  /// The tag of the dollar-quoted string that a line leaves open; empty for none.
  private static String bodyAfter(String line, String before) {
    var open = before;
    var tags = DOLLARS.matcher(line);
    while (tags.find()) {
      open = open.isEmpty() ? tags.group() : open.equals(tags.group()) ? "" : open;
    }
    return open;
  }

  /// @param isInBody whether blanks of the line may be stored with a function
  private String line(
      SourceFile file, String line, Span place, boolean isInBody, ToolReading into) {
    var match = pattern.matcher(line);
    var text = new StringBuilder(line.length());
    var end = 0;
    var surplus = 0;
    while (match.find()) {
      surplus = kept(text, line.substring(end, match.start()), surplus);
      end = match.end();
      var name = match.group(1);
      var value = values.get(name);
      if (value == null) {
        var start = place.start() + match.start();
        var span = new Span(start, start + match.group().length(), place.line(), match.start() + 1);
        unknown(file, name, span, into);
        text.append(match.group());
      } else {
        text.append(value);
        surplus += isInBody ? 0 : match.group().length() - value.length();
      }
    }
    kept(text, line.substring(end), surplus);
    return text.toString();
  }

  /// Appends text after a value, with blanks at its first one in place of what the value is shorter
  /// than its name: what follows keeps its column.
  ///
  /// @return what could not be made up for
  private static int kept(StringBuilder text, String part, int surplus) {
    var blank = part.indexOf(' ');
    var isInString =
        (text + part.substring(0, Math.max(blank, 0))).chars().filter(c -> c == '\'').count() % 2
            == 1;
    if (surplus <= 0 || blank < 0 || isInString) {
      text.append(part);
      return surplus;
    }
    text.append(part, 0, blank).repeat(' ', surplus).append(part, blank, part.length());
    return 0;
  }

  private static void unknown(SourceFile file, String name, Span span, ToolReading into) {
    into.error(
        ToolLayout.UNKNOWN_PLACEHOLDER,
        file,
        span,
        "the placeholder %s has no value here, so what would run is not known".formatted(name),
        "give it one in schema-ownership.yaml, next to the folder: placeholders: {\"%s\": ...}"
            .formatted(name));
  }
}
