package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;

/// The findings of `check` and similar commands as text.
final class CheckText {

  private CheckText() {}

  static String of(FindingReport report, Colors colors) {
    var findings = new FindingText(report.sources(), colors).all(report.findings());
    return report.findings().isEmpty()
        ? FindingWords.summary(report)
        : findings + "\n" + FindingWords.summary(report);
  }
}
