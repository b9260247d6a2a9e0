package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PlanScript;
import dev.deed.cli.report.PrintableText;
import java.util.stream.Collectors;

/// A script for `psql`, unchanged, or the file that it was written to.
final class ScriptText {

  private ScriptText() {}

  /// Prints scripts without replacing control characters, which may be part of a string literal.
  static String of(DatabaseReport.Scripts report) {
    return report.scripts().stream()
        .map(script -> script.file() == null ? script.sql() : line(script))
        .collect(Collectors.joining());
  }

  private static String line(PlanScript script) {
    var what =
        switch (script.migrations()) {
          case 0 -> "nothing to do";
          case 1 -> "1 migration";
          default -> script.migrations() + " migrations";
        };
    return PrintableText.line("%s: %s in %s".formatted(script.place(), what, script.file())) + "\n";
  }
}
