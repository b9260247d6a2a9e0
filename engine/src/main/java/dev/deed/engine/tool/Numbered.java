package dev.deed.engine.tool;

import dev.deed.engine.Version;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file or folder whose name begins with a number.
///
/// @param version the digits
/// @param rest of the name, without an underscore or a dash before it
record Numbered(String version, String rest, String name) {

  private static final Pattern NAME = Pattern.compile("([0-9]+)(?:[_-](.*)|(\\..*)|)");

  /// In the order of the numbers.
  static final Comparator<Numbered> ORDER =
      Comparator.comparing((Numbered numbered) -> new Version(numbered.version()))
          .thenComparing(Numbered::name);

  static Optional<Numbered> of(String name) {
    var match = NAME.matcher(name);
    if (!match.matches() || !Version.isVersion(match.group(1))) {
      return Optional.empty();
    }
    var rest = match.group(2) != null ? match.group(2) : match.group(3);
    return Optional.of(new Numbered(match.group(1), rest == null ? "" : rest, name));
  }

  /// The words of the name, without an ending.
  String words(String ending) {
    return rest.endsWith(ending) ? rest.substring(0, rest.length() - ending.length()) : rest;
  }
}
