package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `ci/` with places: `@name@` within a line, and `@name @` on a line of its own for
/// lines that are indented as deep as the blanks say.
final class CiTemplate {

  private static final Pattern LINES = Pattern.compile("(?m)^@([a-z]+)( *)@\\n");
  private static final Pattern WORD = Pattern.compile("@([a-z]+)@");

  private CiTemplate() {}

  /// @param lines by name, for places of lines
  /// @param words by name, for places within a line
  static String filled(String name, Map<String, List<String>> lines, Map<String, String> words) {
    var text =
        LINES
            .matcher(resource(name))
            .replaceAll(place ->
                Matcher.quoteReplacement(
                    lines.containsKey(place.group(1))
                        ? indented(lines.get(place.group(1)), place.group(2))
                        : place.group()));
    return WORD.matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group())));
  }

  private static String indented(List<String> lines, String indent) {
    var text = new StringBuilder();
    for (var line : lines) {
      text.append(line.isEmpty() ? "" : indent + line).append('\n');
    }
    return text.toString();
  }

  static List<String> script(String name) {
    return resource(name).lines().toList();
  }

  static String resource(String name) {
    try (var resource = CiTemplate.class.getResourceAsStream("/dev/deed/cli/ci/" + name)) {
      return new String(
          Objects.requireNonNull(resource, name + " is not packed").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
