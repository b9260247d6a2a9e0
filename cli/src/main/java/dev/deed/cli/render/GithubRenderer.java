package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftSeverity;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.Optional;
import java.util.stream.Collectors;

/// Workflow commands of GitHub Actions, one line per finding, which the job's log shows as
/// annotations at their lines.
final class GithubRenderer implements FindingsRenderer {

  @Override
  public String findings(FindingReport report) {
    var commands =
        report.findings().stream()
            .map(finding -> command(finding, report.sources()))
            .collect(Collectors.joining());
    return commands + FindingWords.summary(report) + "\n";
  }

  @Override
  public String failure(Report.Failed report) {
    var failure = report.failure();
    var text = "%s\nhelp: %s".formatted(failure.getMessage(), failure.advice());
    return "::error title=deed::%s\n".formatted(text(PrintableText.of(text)));
  }

  /// One annotation per difference, at the migration that is its cause, if there is one.
  @Override
  public Optional<String> drift(Report.Drifted report) {
    var commands = new StringBuilder();
    for (var each : report.databases()) {
      var database = DatabaseDrift.of(report.terms(), each);
      for (var drift : each.drifts()) {
        var file =
            DriftWords.file(drift.cause())
                .map(path -> "file=%s,".formatted(property(PrintableText.line(path))))
                .orElse("");
        commands.append(
            "::%s %stitle=%s::%s\n"
                .formatted(
                    level(report, drift),
                    file,
                    property("deed: drift in " + each.database()),
                    text(database.all(drift))));
      }
    }
    for (var failure : report.failures()) {
      commands.append(
          "::error title=deed%%3A drift::%s\n".formatted(text(DriftFailure.words(failure))));
    }
    report
        .terms()
        .leftOut()
        .findings()
        .forEach(f -> commands.append(command(f, report.terms().leftOut().sources())));
    return Optional.of(commands + DriftWords.summary(report) + "\n");
  }

  private static String level(Report.Drifted report, Drift drift) {
    if (report.terms().fails(drift)) {
      return "error";
    }
    return drift.severity() == DriftSeverity.COSMETIC ? "notice" : "warning";
  }

  private static String command(Finding finding, Sources sources) {
    return "::%s file=%s,%s,title=%s::%s\n"
        .formatted(
            finding.severity() == Severity.ERROR ? "error" : "warning",
            property(FindingWords.file(finding)),
            place(finding, sources),
            property("deed: " + finding.rule()),
            text(FindingWords.all(finding)));
  }

  /// The place of a finding. GitHub uses columns only if the end is on the same line.
  private static String place(Finding finding, Sources sources) {
    var span = finding.span();
    var start = "line=%d,col=%d".formatted(span.line(), span.column());
    var end = sources.end(finding.file(), span);
    if (span.equals(Span.NONE) || end.isEmpty()) {
      return start;
    }
    var place = end.get();
    return place.line() == span.line()
        ? "%s,endLine=%d,endColumn=%d".formatted(start, place.line(), place.column())
        : "%s,endLine=%d".formatted(start, place.line());
  }

  private static String text(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return text(text).replace(":", "%3A").replace(",", "%2C");
  }
}
