package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import java.util.List;
import java.util.regex.Pattern;

/// The comment lines at the beginning of a migration: `-- Migration:`, `-- Created:`, `--
/// Version:`. Only the version can contradict the file's name.
final class Headers {

  static final RuleName HEADER_DISAGREES = new RuleName("header-disagrees");

  private static final Pattern VERSION =
      Pattern.compile("--\\s*version:\\s*(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

  private Headers() {}

  static List<Finding> check(Migration migration) {
    var text = migration.up().text();
    var number = 0;
    for (var start = 0; start < text.length(); ) {
      var newline = text.indexOf('\n', start);
      var end = newline < 0 ? text.length() : newline;
      var line = text.substring(start, end).strip();
      number++;
      if (!line.isEmpty() && !line.startsWith("--")) {
        break;
      }
      var match = VERSION.matcher(line);
      if (match.matches() && !match.group(1).equals(migration.version().text())) {
        var span = new Span(start, end, number, 1);
        return List.of(disagrees(migration, match.group(1), span));
      }
      start = end + 1;
    }
    return List.of();
  }

  private static Finding disagrees(Migration migration, String written, Span span) {
    var message =
        "the header says version " + written + ", but the file's name says " + migration.version();
    return Finding.error(
        HEADER_DISAGREES,
        migration.file(),
        span,
        message,
        "the file's name counts: correct the header");
  }
}
