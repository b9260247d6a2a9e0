package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import java.util.Optional;

/// A format for findings only. It also shows a failure, if the format can express one, so that a
/// reader does not take it for "no findings".
interface FindingsRenderer extends Renderer {

  String findings(FindingReport report);

  String failure(Report.Failed report);

  @Override
  default Optional<String> render(Report report) {
    return switch (report) {
      case FindingReport findings -> Optional.of(findings(findings));
      case Report.Failed failed -> Optional.of(failure(failed));
      default -> Optional.empty();
    };
  }
}
