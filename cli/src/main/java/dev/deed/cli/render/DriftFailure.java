package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;

/// A database that could not be compared, in words.
final class DriftFailure {

  private DriftFailure() {}

  static String words(Report.Failure failure) {
    return PrintableText.of("%s\nhelp: %s".formatted(failure.message(), failure.advice()));
  }
}
