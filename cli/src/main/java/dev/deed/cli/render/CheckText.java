package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;

/// The findings of `check` and similar commands as text.
final class CheckText {

  private CheckText() {}

  static String of(FindingReport report, Colors colors) {
    var text = new StringBuilder();
    new FindingText(report.sources(), colors).addAll(report.findings(), text);
    if (!report.findings().isEmpty()) {
      text.append('\n');
    }
    return text.append(FindingWords.summary(report)).append('\n').toString();
  }
}
