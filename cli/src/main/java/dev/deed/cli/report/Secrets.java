package dev.deed.cli.report;

import java.util.List;
import java.util.regex.Pattern;

/// Replaces passwords in displayed SQL with the same number of asterisks, so that columns do not
/// change.
final class Secrets {

  private static final List<Pattern> PLACES =
      List.of(
          Pattern.compile("(?i)(?<=\\bpassword\\s{1,9}[eE]?')((?:[^']|'')++)"),
          Pattern.compile("(?i)(?<=\\bpassword\\s{0,9}=\\s{0,9})([^\\s'\"&$(),;]+)"),
          Pattern.compile(
              "(?<=\\b[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^\\s:/@']{0,99}:)([^\\s@/']+)(?=@)"));

  private Secrets() {}

  static String masked(String sql) {
    var text = sql;
    if (sql.contains("assword") || sql.contains("ASSWORD") || sql.contains("://")) {
      for (var place : PLACES) {
        text = place.matcher(text).replaceAll(found -> "*".repeat(found.group(1).length()));
      }
    }
    return text;
  }
}
