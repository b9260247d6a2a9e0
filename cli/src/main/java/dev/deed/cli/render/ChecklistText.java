package dev.deed.cli.render;

import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.EvidenceReport.Answer;
import dev.deed.cli.report.EvidenceReport.MigrationBoxes;
import dev.deed.cli.report.EvidenceReport.State;
import dev.deed.cli.report.PrintableText;
import java.util.ArrayList;
import java.util.List;

/// Checklists and kept evidence as text.
final class ChecklistText {

  private static final int BOXES = 13;

  private ChecklistText() {}

  static String of(EvidenceReport.Kept report) {
    var lines = new ArrayList<String>();
    for (var evidence : report.evidence()) {
      var environment = evidence.place().environment();
      var reason = evidence.word().reason();
      lines.add(
          PrintableText.line(
              "%s/%s: %s%s, by %s%s"
                  .formatted(
                      evidence.subject().database(),
                      evidence.subject().version(),
                      evidence.detail("box").isEmpty()
                          ? evidence.kind().word()
                          : evidence.detail("box"),
                      environment == null ? "" : " for " + environment,
                      evidence.word().who(),
                      reason == null ? "" : ": " + reason)));
    }
    lines.add(PrintableText.line("kept in " + report.store()));
    return String.join("\n", lines);
  }

  static String of(EvidenceReport.Checklists report, Colors colors) {
    var lines = new ArrayList<String>();
    for (var migration : report.migrations()) {
      lines.add(colors.bold(PrintableText.line(migration.name().words())));
      migration.answers().forEach(answer -> add(lines, answer));
      lines.add("");
    }
    lines.add(summary(report));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, Answer answer) {
    lines.add(
        PrintableText.line(
            "  %s %-13s %s: %s%s"
                .formatted(
                    mark(answer.state()),
                    answer.box().word(),
                    answer.box().title(),
                    answer.words(),
                    answer.isMissing() ? " (required)" : "")));
    if (!answer.command().isEmpty()
        && answer.state() != State.YES
        && answer.state() != State.NOT_NEEDED) {
      lines.add(PrintableText.line(" ".repeat(BOXES + 7) + "help: " + answer.command()));
    }
  }

  private static String mark(State state) {
    return switch (state) {
      case YES -> "[x]";
      case NO -> "[!]";
      case OPEN -> "[ ]";
      case NOT_NEEDED -> "[-]";
      case UNKNOWN -> "[?]";
    };
  }

  static String summary(EvidenceReport.Checklists report) {
    var migrations = report.migrations().size();
    if (migrations == 0) {
      return "there is no migration to look at";
    }
    var missing = report.migrations().stream().mapToLong(MigrationBoxes::missing).sum();
    var counted = migrations == 1 ? "1 migration" : migrations + " migrations";
    if (missing == 0) {
      return counted + ": no required box is open";
    }
    return "%s: %s"
        .formatted(
            counted,
            missing == 1 ? "1 required box is open" : missing + " required boxes are open");
  }
}
