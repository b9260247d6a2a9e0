package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A comment on a pull request: the findings, grouped by owner, with contacts. Errors come before
/// warnings. Findings beyond GitHub's size limit are omitted and counted.
final class FindingsMarkdown {

  /// Lets a program find the comment again in order to update it.
  private static final String MARK = "<!-- deed -->\n";

  /// GitHub's limit is 65,536 characters; the rest is reserved for additions by a program.
  private static final int MOST_BYTES = 60_000;

  private static final int MOST_OWNERS = 5;
  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_ADVICE = 4_000;

  private FindingsMarkdown() {}

  static String findings(FindingReport report) {
    var findings = report.findings();
    var head =
        "%s### deed: %s\n\n%s.\n"
            .formatted(
                MARK,
                findings.isEmpty() ? "no findings" : FindingWords.count(findings),
                MarkdownText.inline(report.summary()));
    var chosen = chosen(findings, MOST_BYTES - head.length());
    var text = new StringBuilder(head);
    chosen.forEach((group, entries) -> text.append(group).append(String.join("", entries)));
    var shown = chosen.values().stream().mapToInt(List::size).sum();
    if (shown < findings.size()) {
      var left = findings.size() - shown;
      text.append(
          "\n%d more are omitted, because a comment has limited space. `deed` shows all of them.\n"
              .formatted(left));
    }
    return text.toString();
  }

  static String failure(Report.Failed report) {
    var failure = report.failure();
    return "%s### deed: nothing was checked\n\n%s\n\nHelp: %s\n"
        .formatted(
            MARK,
            MarkdownText.code(shortened(String.valueOf(failure.getMessage()), LONGEST_MESSAGE)),
            MarkdownText.code(shortened(failure.advice(), LONGEST_MESSAGE)));
  }

  /// As many findings as fit, errors first, by the headings of their groups.
  private static Map<String, List<String>> chosen(List<Finding> findings, int room) {
    var groups = new LinkedHashMap<String, List<String>>();
    var left = room;
    for (var finding : errorsFirst(findings)) {
      var group = group(finding);
      var entry = entry(finding);
      left -= bytes(entry) + (groups.containsKey(group) ? 0 : bytes(group));
      if (left < 0) {
        break;
      }
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  private static List<Finding> errorsFirst(List<Finding> findings) {
    return Stream.of(Severity.values())
        .flatMap(severity -> findings.stream().filter(f -> f.severity() == severity))
        .toList();
  }

  /// The heading of a finding. A finding that concerns two owners is listed once, under a heading
  /// that names both.
  private static String group(Finding finding) {
    var contacts = Contact.of(finding).keySet();
    if (contacts.isEmpty()) {
      return "\n#### To fix\n\n";
    }
    var names =
        contacts.stream().limit(MOST_OWNERS).map(FindingsMarkdown::name).collect(joining(" and "));
    var more = contacts.size() > MOST_OWNERS ? " and more" : "";
    return "\n#### Concerns %s%s\n\n".formatted(names, more);
  }

  private static String name(Contact contact) {
    var service = "**%s**".formatted(MarkdownText.inline(contact.service()));
    return contact.reachedAt().isEmpty()
        ? service
        : "%s (%s)"
            .formatted(
                service, MarkdownText.inline(shortened(contact.reachedAt(), LONGEST_MESSAGE)));
  }

  private static String entry(Finding finding) {
    var span = finding.span();
    var place = "%s:%d:%d".formatted(finding.file().path(), span.line(), span.column());
    return "- **%s** %s %s: %s\n%s%s"
        .formatted(
            FindingWords.severity(finding),
            MarkdownText.code(finding.rule().text()),
            MarkdownText.code(shortened(place, LONGEST_MESSAGE)),
            MarkdownText.inline(shortened(finding.message(), LONGEST_MESSAGE)),
            consumers(finding),
            advice(finding));
  }

  private static String consumers(Finding finding) {
    return FindingWords.consumers(finding).stream()
        .limit(MOST_OWNERS)
        .map(use -> "\n  %s\n".formatted(MarkdownText.inline(shortened(use, LONGEST_MESSAGE))))
        .collect(joining());
  }

  /// The advice: its first line as text, the following lines as code.
  private static String advice(Finding finding) {
    if (finding.advice().isBlank()) {
      return "";
    }
    var parts = shortened(FindingWords.plainAdvice(finding), LONGEST_ADVICE).split("\n", 2);
    var words = "\n  Help: %s\n".formatted(MarkdownText.inline(parts[0]));
    return parts.length == 1
        ? words + "\n"
        : words + "\n" + MarkdownText.block(parts[1], "  ") + "\n";
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest / 2)) + " ...";
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
