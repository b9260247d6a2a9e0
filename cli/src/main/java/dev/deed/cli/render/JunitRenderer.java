package dev.deed.cli.render;

import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.drift.DriftReport;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// JUnit XML for Jenkins and GitLab. A folder is a suite; an error is a failed test case, a warning
/// a passed one; a file without findings is a passed case.
final class JunitRenderer implements FindingsRenderer {

  @Override
  public String findings(FindingReport report) {
    var suites = suites(report);
    var xml = new XmlText();
    xml.start("testsuites", counts("deed", suites.values().stream().flatMap(List::stream)));
    suites.forEach((folder, cases) -> write(xml, folder, cases));
    return xml.end().toString();
  }

  @Override
  public String failure(Report.Failed report) {
    var failure = report.failure();
    var message = String.valueOf(failure.getMessage());
    var hasMore = message.lines().count() > 1;
    return new XmlText()
        .start("testsuites", "name", "deed", "tests", 1, "failures", 0, "errors", 1)
        .start("testsuite", "name", "deed", "tests", 1, "failures", 0, "errors", 1)
        .start("testcase", "name", "deed", "classname", "deed")
        .leaf(
            "error",
            PrintableText.of(hasMore ? message + "\n" + failure.advice() : failure.advice()),
            "message",
            PrintableText.line(failure.firstLine()),
            "type",
            "deed")
        .end()
        .end()
        .end()
        .toString();
  }

  /// A database is a suite; a difference is a test case, failed from `--fail-on` on.
  @Override
  public Optional<String> drift(Report.Drifted report) {
    var terms = report.terms();
    var all = DriftWords.all(report);
    var alike = report.databases().stream().filter(d -> d.drifts().isEmpty()).count();
    var xml = new XmlText();
    xml.start(
        "testsuites",
        counts(
            "deed drift",
            all.size() + (int) alike + report.failures().size(),
            all.stream().filter(terms::fails).count(),
            report.failures().size()));
    report.databases().forEach(database -> write(xml, terms, database));
    report.failures().forEach(failure -> write(xml, failure));
    return Optional.of(xml.end().toString());
  }

  private static Object[] counts(String name, int tests, long failures, int errors) {
    return new Object[] {
      "name", name, "tests", tests, "failures", failures, "errors", errors, "skipped", 0
    };
  }

  private static void write(XmlText xml, DriftTerms terms, DriftReport report) {
    var database = DatabaseDrift.of(terms, report);
    var drifts = report.drifts();
    var suite = PrintableText.line("drift of " + report.database());
    var fails = drifts.stream().filter(terms::fails).count();
    xml.start("testsuite", counts(suite, Math.max(1, drifts.size()), fails, 0));
    if (drifts.isEmpty()) {
      xml.empty("testcase", "name", "no drift", "classname", suite);
    }
    for (var drift : drifts) {
      var name = PrintableText.line(DriftWords.head(drift.difference()));
      xml.start("testcase", "name", name, "classname", suite);
      var text = database.all(drift);
      if (terms.fails(drift)) {
        xml.leaf("failure", text, "message", name, "type", drift.severity().words());
      } else {
        xml.leaf("system-out", text);
      }
      xml.end();
    }
    xml.end();
  }

  private static void write(XmlText xml, Report.Failure failure) {
    var suite = PrintableText.line("drift of " + failure.place());
    xml.start("testsuite", counts(suite, 1, 0, 1));
    xml.start("testcase", "name", "is compared", "classname", suite);
    var message = PrintableText.line(failure.message());
    xml.leaf("error", failure.advice(), "message", message, "type", "deed");
    xml.end();
    xml.end();
  }

  /// @param name unique within the file
  /// @param finding null for a file without findings
  private record Case(SourceFile file, String name, @Nullable Finding finding) {
    boolean isFailure() {
      return finding != null && finding.severity() == Severity.ERROR;
    }
  }

  private static Map<String, List<Case>> suites(FindingReport report) {
    var byFile = new LinkedHashMap<SourceFile, List<Finding>>();
    report.files().forEach(file -> byFile.put(file, new ArrayList<>()));
    report.findings().forEach(f -> byFile.computeIfAbsent(f.file(), _ -> new ArrayList<>()).add(f));
    var suites = new LinkedHashMap<String, List<Case>>();
    byFile.forEach((file, findings) ->
        suites.computeIfAbsent(folder(file), _ -> new ArrayList<>()).addAll(cases(file, findings)));
    return suites;
  }

  private static List<Case> cases(SourceFile file, List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of(new Case(file, "no findings", null));
    }
    var names = new HashMap<String, Integer>();
    var cases = new ArrayList<Case>();
    for (var finding : findings) {
      var name = "%s: %s".formatted(finding.rule(), FindingWords.message(finding));
      var number = names.merge(name, 1, Integer::sum);
      cases.add(new Case(file, number == 1 ? name : "%s (%d)".formatted(name, number), finding));
    }
    return cases;
  }

  private static String folder(SourceFile file) {
    var end = file.path().lastIndexOf('/');
    return end < 0 ? "." : PrintableText.line(file.path().substring(0, end));
  }

  private static Object[] counts(String name, Stream<Case> cases) {
    var all = cases.toList();
    var failures = all.stream().filter(Case::isFailure).count();
    return new Object[] {
      "name", name, "tests", all.size(), "failures", failures, "errors", 0, "skipped", 0
    };
  }

  private static void write(XmlText xml, String folder, List<Case> cases) {
    xml.start("testsuite", counts(folder, cases.stream()));
    cases.forEach(one -> write(xml, one));
    xml.end();
  }

  private static void write(XmlText xml, Case one) {
    var file = PrintableText.line(one.file().path());
    Object[] attributes = {"name", one.name(), "classname", file, "file", file};
    var finding = one.finding();
    if (finding == null) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.start("testcase", attributes);
    var span = finding.span();
    var text =
        "%s:%d:%d: %s\n".formatted(file, span.line(), span.column(), FindingWords.all(finding));
    if (one.isFailure()) {
      xml.leaf("failure", text, "message", FindingWords.message(finding), "type", finding.rule());
    } else {
      xml.leaf("system-out", text);
    }
    xml.end();
  }
}
