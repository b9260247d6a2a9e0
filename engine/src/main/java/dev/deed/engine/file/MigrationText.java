package dev.deed.engine.file;

import dev.deed.engine.MigrationName;
import dev.deed.engine.Sections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a new migration begins with: header, up section, down section.
record MigrationText(String text) {

  /// The hint is a comment of the down section, which is commented out itself.
  static final String TEMPLATE =
      """
      -- Migration: ${description}
      -- Created: ${created}
      -- Version: ${version}

      -- UP Migration


      -- DOWN Migration (Rollback)
      -- -- Write here what undoes the above, each line behind two dashes: psql then
      -- -- runs only the up, and deed knows the way back all the same.
      """;

  private static final String HINT =
      """
      -- Write here what undoes the above, each line behind two dashes: psql then
      -- runs only the up, and deed knows the way back all the same.
      """;

  /// A file of its own is no section that psql would run right behind the up.
  private static final String HINT_OF_PAIR = "-- Write here what undoes the up.\n";

  private static final Pattern GAPS = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

  /// @param template with `${description}`, `${created}`, `${version}`, `${service}` and
  ///   `${database}` where these are to stand
  static MigrationText of(String template, MigrationName name, String description, Instant now) {
    return new MigrationText(
        template
            .replace("${created}", now.truncatedTo(ChronoUnit.SECONDS).toString())
            .replace("${version}", name.version().text())
            .replace("${service}", name.service().text())
            .replace("${database}", name.database().text())
            .replace("${description}", inOneLine(description)));
  }

  static String inOneLine(String text) {
    return GAPS.matcher(text).replaceAll(" ").strip();
  }

  /// Both directions, or the up alone where there will be no down.
  ///
  /// @param irreversible why, or null
  String whole(@Nullable String irreversible) {
    if (irreversible == null) {
      return text;
    }
    var reason = inOneLine(irreversible).replace('"', '\'');
    return up() + "\n\n-- deed: irreversible \"" + reason + "\"\n";
  }

  String up() {
    return Sections.of(text).up().stripTrailing() + "\n";
  }

  String down() {
    var down = Sections.of(text).down();
    return down == null
        ? ""
        : (down.strip().lines().map(MigrationText::outdented).collect(Collectors.joining("\n"))
                + "\n")
            .replace(HINT, HINT_OF_PAIR);
  }

  /// The dashes before each line have become blanks.
  private static String outdented(String line) {
    return line.startsWith("   ") ? line.substring(3) : line;
  }
}
