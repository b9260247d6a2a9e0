package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Text;
import java.util.Set;

/// Recognizes a connection URL that was written at a place of the ownership file where none is
/// read.
final class UrlPlace {

  static final String ADVICE =
      "connection URLs go under urls of an environment, by database:"
          + " environments: {local: {urls: {main: \"${DATABASE_URL}\"}}}";

  private static final Set<String> KEYS =
      Set.of("url", "urls", "database_url", "jdbc_url", "dsn", "connection", "connection_string");

  private UrlPlace() {}

  static boolean isUrl(String key, YamlValue value) {
    return switch (value) {
      case Text text -> KEYS.contains(key) || looksLikeUrl(text.text());
      case Mapping mapping ->
          KEYS.contains(key)
              || (!mapping.entries().isEmpty()
                  && mapping.entries().stream()
                      .allMatch(e -> e.value() instanceof Text text && looksLikeUrl(text.text())));
      default -> false;
    };
  }

  private static boolean looksLikeUrl(String text) {
    return text.startsWith("${") || text.matches("(?s)(jdbc:)?postgres(ql)?://.*");
  }
}
