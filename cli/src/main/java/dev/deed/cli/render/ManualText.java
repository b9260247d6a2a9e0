package dev.deed.cli.render;

/// What was done by hand, for people.
final class ManualText {

  private ManualText() {}

  static String of(Report.Recorded report) {
    var findings = new FindingText(report.sources()).all(report.findings());
    var head = report.target().words() + ": ";
    var outcome =
        report.name() == null
            ? head + "nothing was recorded"
            : head + "recorded as " + report.name().words();
    return findings.isEmpty() ? outcome : findings + "\n" + outcome;
  }
}
