package dev.deed.cli.render;

import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.EvidenceReport.Answer;
import dev.deed.cli.report.EvidenceReport.State;

/// Checklists as task lists, for a pull request.
final class ChecklistMarkdown {

  private ChecklistMarkdown() {}

  static String of(EvidenceReport.Checklists report) {
    var text = new StringBuilder("### Checklist\n\n");
    var environment = report.environment();
    if (environment != null) {
      text.append("For ").append(MarkdownText.code(environment.text())).append(". ");
    }
    text.append(MarkdownText.inline(ChecklistText.summary(report))).append(".\n");
    for (var migration : report.migrations()) {
      text.append("\n#### ").append(MarkdownText.code(migration.name().words())).append("\n\n");
      migration.answers().stream()
          .filter(answer -> answer.state() != State.NOT_NEEDED)
          .forEach(answer -> text.append(line(answer)));
      var notNeeded =
          migration.answers().stream()
              .filter(answer -> answer.state() == State.NOT_NEEDED)
              .map(answer -> answer.box().title())
              .toList();
      if (!notNeeded.isEmpty()) {
        text.append("\nNot needed: ").append(String.join(", ", notNeeded)).append(".\n");
      }
    }
    for (var failure : report.failures()) {
      text.append("\n- **error** ").append(MarkdownText.inline(failure.message()));
    }
    return text.append(report.failures().isEmpty() ? "" : "\n").toString();
  }

  private static String line(Answer answer) {
    var command =
        answer.command().isEmpty() || answer.state() == State.YES
            ? ""
            : ": " + MarkdownText.code(answer.command());
    return "- [%s] %s**%s**: %s%s\n"
        .formatted(
            answer.state() == State.YES ? "x" : " ",
            answer.isMissing() ? "(required) " : "",
            answer.box().title(),
            MarkdownText.inline(answer.words()),
            command);
  }
}
