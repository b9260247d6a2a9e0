package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
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
      case DatabaseReport _,
          OwnerReport _,
          RuleReport _,
          Report.Recorded _,
          Report.Executed _,
          Report.Drifted _,
          Report.Effects _,
          Report.FilesChecked _,
          Report.Written _,
          Report.Expanded _,
          Report.Squashed _,
          Report.Lines _,
          Report.Told _,
          Report.Version _ ->
          Optional.empty();
    };
  }
}
