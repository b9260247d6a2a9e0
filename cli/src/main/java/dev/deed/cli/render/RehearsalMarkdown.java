package dev.deed.cli.render;

import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.Report;
import java.util.stream.Collectors;

/// A rehearsal as a table, for a pull request.
final class RehearsalMarkdown {

  private RehearsalMarkdown() {}

  static String of(Report.Rehearsed report) {
    var text = new StringBuilder("### Rehearsal\n\n");
    for (var copy : report.copies()) {
      text.append("Tried on ").append(MarkdownText.inline(copy)).append(".\n\n");
    }
    text.append(MarkdownText.inline(RehearsalWords.summary(report))).append("\n");
    if (!report.evidence().isEmpty()) {
      text.append("\nEvidence: ").append(MarkdownText.inline(report.evidence())).append("\n");
    }
    if (!report.migrations().isEmpty()) {
      text.append(
          """

          | migration | up | down | up again | locks that block writes | size |
          |---|---|---|---|---|---|
          """);
      report.migrations().forEach(migration -> text.append(row(migration)));
    }
    report
        .findings()
        .forEach(finding ->
            text.append("\n- **")
                .append(FindingWords.severity(finding))
                .append("** ")
                .append(MarkdownText.code(finding.file().path() + ":" + finding.span().line()))
                .append(": ")
                .append(MarkdownText.inline(finding.message()))
                .append(" (")
                .append(MarkdownText.code(finding.rule().text()))
                .append(")"));
    return text.append(report.findings().isEmpty() ? "" : "\n").toString();
  }

  private static String row(RehearsedMigration migration) {
    var legs = migration.legs();
    var locks =
        RehearsalWords.blocking(migration.up()).stream()
            .map(RehearsalWords::lock)
            .map(MarkdownText::inline)
            .collect(Collectors.joining("<br>"));
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            MarkdownText.codeInCell(migration.name().words()),
            MarkdownText.inline(RehearsalWords.up(legs.up())),
            MarkdownText.inline(RehearsalWords.down(legs.down())),
            MarkdownText.inline(RehearsalWords.again(legs.again())),
            locks,
            RehearsalWords.growth(migration.up().sighting().growth()));
  }
}
