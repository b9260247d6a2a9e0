package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import java.util.Optional;

/// A format for findings and drift only. It also shows a failure, if the format can express one, so
/// that a reader does not take it for "no findings".
interface FindingsRenderer extends Renderer {

  String findings(FindingReport report);

  String failure(Report.Failed report);

  /// Drift, where the format can express it.
  default Optional<String> drift(Report.Drifted report) {
    return Optional.empty();
  }

  @Override
  default Optional<String> render(Report report) {
    return switch (report) {
      case FindingReport findings -> Optional.of(findings(findings));
      case Report.Failed failed -> Optional.of(failure(failed));
      case Report.Drifted drifted -> drift(drifted);
      case DatabaseReport _,
          OwnerReport _,
          RuleReport _,
          EvidenceReport _,
          Report.Recorded _,
          Report.Executed _,
          Report.Effects _,
          Report.FilesChecked _,
          Report.Written _,
          Report.Expanded _,
          Report.Squashed _,
          Report.Generated _,
          Report.Branched _,
          Report.Rehearsed _,
          Report.SetUp _,
          Report.Page _,
          Report.Lines _,
          Report.Told _,
          Report.Watched _,
          Report.Version _ ->
          Optional.empty();
    };
  }
}
