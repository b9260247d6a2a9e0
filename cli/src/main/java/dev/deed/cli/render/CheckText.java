package dev.deed.cli.render;

/// What `check` found, for people.
final class CheckText {

  private CheckText() {}

  static String of(Report.Checked report) {
    if (report.findings().isEmpty()) {
      return "%s, nothing to object to".formatted(report.summary());
    }
    var findings = new FindingText(report.sources()).all(report.findings());
    return "%s\n%s: %s".formatted(findings, report.summary(), FindingText.count(report.findings()));
  }
}
