package dev.deed.engine.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What Flyway's own configuration says of names and placeholders, where it can be read without
/// running anything: `flyway.toml`, `flyway.conf`, Maven, Gradle, Spring and Quarkus.
///
/// @param settings by their names in small letters, without dashes
/// @param placeholders by their names as written
record FlywayConfiguration(Map<String, String> settings, Map<String, String> placeholders) {

  private static final String PLACEHOLDERS = "placeholders.";

  private static final List<String> PROPERTIES =
      List.of("flyway.conf", "conf/flyway.conf", "application.properties");
  private static final List<String> YAML = List.of("application.yml", "application.yaml");
  private static final List<String> TOML = List.of("flyway.toml", "conf/flyway.toml");
  private static final List<String> GRADLE = List.of("build.gradle", "build.gradle.kts");

  private static final Pattern PROPERTY =
      Pattern.compile("^\\s*([\\w.\\-\\[\\]]+)\\s*[=:]\\s*(.*)$");
  private static final Pattern TOML_LINE = Pattern.compile("^\\s*\"?([\\w.\\-]+)\"?\\s*=\\s*(.*)$");
  private static final Pattern TAG = Pattern.compile("<(\\w[\\w.]*)>([^<>]*)</\\1>");
  private static final Pattern MAVEN_PLACEHOLDERS =
      Pattern.compile("(?s)<placeholders>(.*?)</placeholders>");
  private static final Pattern GRADLE_LINE =
      Pattern.compile("^\\s*(\\w+)\\s*=\\s*['\"]([^'\"]*)['\"]\\s*$");
  private static final Pattern GRADLE_MAP =
      Pattern.compile("(?s)placeholders\\s*=\\s*(?:mapOf\\(|\\[)(.*?)[\\])]");
  private static final Pattern GRADLE_ENTRY =
      Pattern.compile("['\"]?([\\w.]+)['\"]?\\s*(?::|to)\\s*['\"]([^'\"]*)['\"]");

  static FlywayConfiguration of(ToolTree tree) {
    var found = new FlywayConfiguration(new HashMap<>(), new TreeMap<>());
    GRADLE.forEach(name -> tree.configuration(name).ifPresent(found::gradle));
    tree.configuration("pom.xml").filter(pom -> pom.contains("flyway")).ifPresent(found::maven);
    YAML.forEach(name -> tree.configuration(name).ifPresent(found::yaml));
    PROPERTIES.forEach(name -> tree.configuration(name).ifPresent(found::properties));
    TOML.forEach(name -> tree.configuration(name).ifPresent(found::toml));
    return found;
  }

  String get(String name, String otherwise) {
    return settings.getOrDefault(normal(name), otherwise);
  }

  private static String normal(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private void set(String key, String value) {
    if (value.contains("${")) {
      return; // A variable of the environment, which is not known here.
    }
    if (key.startsWith(PLACEHOLDERS)) {
      placeholders.put(key.substring(PLACEHOLDERS.length()), value);
    } else {
      settings.put(normal(key), value);
    }
  }

  private void properties(String text) {
    for (var line : text.lines().toList()) {
      var match = PROPERTY.matcher(line);
      if (match.matches() && !line.strip().startsWith("#")) {
        prefixed(match.group(1), match.group(2).strip());
      }
    }
  }

  private void prefixed(String key, String value) {
    for (var prefix : List.of("spring.flyway.", "quarkus.flyway.", "flyway.")) {
      if (key.startsWith(prefix)) {
        set(key.substring(prefix.length()), unquoted(value));
        return;
      }
    }
  }

  /// Mappings of mappings, by their indentation.
  private void yaml(String text) {
    var path = new TreeMap<Integer, String>();
    for (var line : text.lines().toList()) {
      var match = PROPERTY.matcher(line);
      if (match.matches() && !line.strip().startsWith("#")) {
        var indent = line.length() - line.stripLeading().length();
        path.tailMap(indent, true).clear();
        path.put(indent, match.group(1));
        if (!match.group(2).isBlank()) {
          prefixed(String.join(".", path.values()), match.group(2).strip());
        }
      }
    }
  }

  private void toml(String text) {
    var section = "";
    for (var line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.replaceAll("[\\[\\]\"]", "").strip();
        continue;
      }
      var match = TOML_LINE.matcher(line);
      if (match.matches() && section.startsWith("flyway")) {
        var prefix = section.equals("flyway") ? "" : section.substring("flyway.".length()) + ".";
        set(prefix + match.group(1), unquoted(match.group(2).strip()));
      }
    }
  }

  private void maven(String text) {
    var within = MAVEN_PLACEHOLDERS.matcher(text);
    while (within.find()) {
      var tags = TAG.matcher(within.group(1));
      while (tags.find()) {
        set(PLACEHOLDERS + tags.group(1), tags.group(2).strip());
      }
    }
    var tags = TAG.matcher(within.replaceAll(""));
    while (tags.find()) {
      prefixed(
          tags.group(1).startsWith("flyway.") ? tags.group(1) : "flyway." + tags.group(1),
          tags.group(2).strip());
    }
  }

  private void gradle(String text) {
    for (var line : text.lines().toList()) {
      var match = GRADLE_LINE.matcher(line);
      if (match.matches()) {
        set(match.group(1), match.group(2));
      }
    }
    var map = GRADLE_MAP.matcher(text);
    if (map.find()) {
      var entries = GRADLE_ENTRY.matcher(map.group(1));
      while (entries.find()) {
        set(PLACEHOLDERS + entries.group(1), entries.group(2));
      }
    }
  }

  /// Of a list, the first.
  private static String unquoted(String value) {
    var first = value.replaceAll("^\\[\\s*|\\s*]$", "").split("\\s*,\\s*", 2)[0];
    return first.length() > 1
            && "\"'".indexOf(first.charAt(0)) >= 0
            && first.charAt(0) == first.charAt(first.length() - 1)
        ? first.substring(1, first.length() - 1)
        : first;
  }
}
