package dev.deed.cli.render;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.sql.Finding;
import dev.deed.sql.Secrets;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of a finding, without characters that could control the terminal.
final class FindingWords {

  private static final int MOST_OBJECTS = 3;

  private FindingWords() {}

  static String severity(Finding finding) {
    return word(finding.severity());
  }

  static String message(Finding finding) {
    return PrintableText.line(finding.message());
  }

  static String file(Finding finding) {
    return PrintableText.line(finding.file().path());
  }

  /// One line per owner: `owner of table a, table b: web (Web platform, #web-platform)`
  static List<String> owners(Finding finding) {
    return Contact.of(finding).entrySet().stream()
        .map(e -> "owner of %s: %s".formatted(objects(e.getValue()), e.getKey().words()))
        .map(PrintableText::line)
        .toList();
  }

  /// One line per consumer: `consumer of table a: api (Data API, #data-api), access writes`
  static List<String> consumers(Finding finding) {
    return Contact.consumers(finding).entrySet().stream()
        .map(e ->
            "consumer of %s: %s, access %s"
                .formatted(
                    objects(e.getValue()), e.getKey().contact().words(), e.getKey().access()))
        .map(PrintableText::line)
        .toList();
  }

  private static String objects(Set<String> objects) {
    var named = objects.stream().limit(MOST_OBJECTS).collect(Collectors.joining(", "));
    return objects.size() <= MOST_OBJECTS
        ? named
        : "%s and %d more".formatted(named, objects.size() - MOST_OBJECTS);
  }

  /// The advice, with several lines if it contains SQL or a command.
  static String advice(Finding finding) {
    return PrintableText.of(plainAdvice(finding).stripTrailing());
  }

  /// The advice may repeat the author's statement, so it is masked like the excerpt.
  static String plainAdvice(Finding finding) {
    return Secrets.masked(finding.advice());
  }

  /// The message, the owners, the consumers and the advice, for plain text.
  static String all(Finding finding) {
    var lines = new ArrayList<String>();
    lines.add(message(finding));
    lines.addAll(owners(finding));
    lines.addAll(consumers(finding));
    if (!finding.advice().isBlank()) {
      lines.add("help: " + advice(finding));
    }
    return String.join("\n", lines);
  }

  /// `2 errors, 1 warning`
  static String count(List<Finding> findings) {
    return Stream.of(Severity.ERROR, Severity.WARNING)
        .map(severity -> count(findings, severity))
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(List<Finding> findings, Severity severity) {
    var number = findings.stream().filter(f -> f.severity() == severity).count();
    var word = word(severity);
    return switch ((int) Math.min(number, 2)) {
      case 0 -> "";
      case 1 -> "1 " + word;
      default -> number + " " + word + "s";
    };
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /// `20 migrations checked: 2 errors, 1 warning`
  static String summary(FindingReport report) {
    return report.findings().isEmpty()
        ? "%s: no findings".formatted(report.summary())
        : "%s: %s".formatted(report.summary(), count(report.findings()));
  }
}
