package dev.deed.cli.render;

/// What `check` found, for people.
final class CheckText {

  private CheckText() {}

  static String of(Report.Checked report) {
    var looked = report.migrations() == 1 ? "1 migration" : report.migrations() + " migrations";
    if (report.findings().isEmpty()) {
      return "%s checked, nothing to object to".formatted(looked);
    }
    var findings = new FindingText(report.sources()).all(report.findings());
    return "%s%n%s checked: %s".formatted(findings, looked, FindingText.count(report.findings()));
  }
}
