package dev.deed.engine.file;

import dev.deed.engine.MigrationName;
import dev.deed.engine.Sections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text of a new migration: header, up section, down section.
record MigrationText(String text) {

  /// The hint is a comment in the down section, which is commented out itself.
  static final String TEMPLATE =
      """
      -- Migration: ${description}
      -- Created: ${created}
      -- Version: ${version}

      -- UP Migration


      -- DOWN Migration (Rollback)
      -- -- Write the statements that undo the above here, each line after two dashes:
      -- -- psql then runs only the up, and deed still reads the down.
      """;

  private static final String HINT =
      """
      -- Write the statements that undo the above here, each line after two dashes:
      -- psql then runs only the up, and deed still reads the down.
      """;

  /// In a file of its own, psql cannot run the down right after the up.
  private static final String HINT_OF_PAIR = "-- Write the statements that undo the up here.\n";

  /// A line of the header, and not of a section.
  private static final Pattern HEADER = Pattern.compile("(?i)--(?!.*\\b(?:up|down)\\b).*");

  private static final Pattern GAPS = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

  /// @param template with the placeholders `${description}`, `${created}`, `${version}`,
  ///   `${service}` and `${database}`
  static MigrationText of(String template, MigrationName name, String description, Instant now) {
    return new MigrationText(
        template
            .replace("${created}", now.truncatedTo(ChronoUnit.SECONDS).toString())
            .replace("${version}", name.version().text())
            .replace("${service}", name.service().text())
            .replace("${database}", name.database().text())
            .replace("${description}", inOneLine(description)));
  }

  /// With lines after the comments that the text begins with.
  MigrationText with(List<String> lines) {
    if (lines.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(text.lines().toList());
    var at = 0;
    while (at < all.size() && HEADER.matcher(all.get(at)).matches()) {
      at++;
    }
    all.addAll(at, lines);
    return new MigrationText(String.join("\n", all) + "\n");
  }

  static String inOneLine(String text) {
    return GAPS.matcher(text).replaceAll(" ").strip();
  }

  /// Both directions, or only the up if there will be no down.
  ///
  /// @param irreversible the reason, or null
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

  /// Removes the indentation that the dashes before each line left as blanks.
  private static String outdented(String line) {
    return line.startsWith("   ") ? line.substring(3) : line;
  }
}
