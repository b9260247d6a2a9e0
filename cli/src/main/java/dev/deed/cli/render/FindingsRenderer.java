package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import java.util.Optional;

/// A format that only findings can be written in. A failure is told too, as far as the format can:
/// whoever reads the file must not take it for "nothing found".
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
