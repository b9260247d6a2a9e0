package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/// Checks names of services, databases and environments: they become names of folders and options.
final class ConfiguredName {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  private final Problems problems;

  ConfiguredName(Problems problems) {
    this.problems = problems;
  }

  /// Returns whether the name is valid; reports it if not.
  boolean accepts(String what, Text name) {
    if (NAME.matcher(name.text()).matches()) {
      return true;
    }
    var better = name.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    var usable = NAME.matcher(better).matches();
    problems.error(
        name.span(),
        "%s \"%s\": a name consists of at most 63 lower-case letters, digits, - and _"
            .formatted(what, name.text()),
        usable ? "write \"" + better + "\"" : "it names a folder: choose a plain word");
    return false;
  }

  /// Returns whether the name is known; reports it if not. If none is known, that was reported
  /// already.
  boolean knows(String what, Text name, Collection<String> known) {
    if (known.contains(name.text())) {
      return true;
    }
    if (known.isEmpty()) {
      return false;
    }
    problems.error(
        name.span(),
        "there is no %s \"%s\"".formatted(what, name.text()),
        Nearest.orKnown(name.text(), known));
    return false;
  }
}
