package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import java.util.Optional;

/// Reports as Markdown, for a repository or a pull request.
final class MarkdownRenderer implements FindingsRenderer {

  @Override
  public Optional<String> render(Report report) {
    return switch (report) {
      case OwnerReport.Owners owners -> Optional.of(OwnersMarkdown.of(owners));
      case RuleReport.Explained explained -> Optional.of(RulesMarkdown.of(explained));
      case RuleReport.RuleList rules -> Optional.of(RulesMarkdown.of(rules));
      case EvidenceReport.Checklists lists -> Optional.of(ChecklistMarkdown.of(lists));
      case Report.Rehearsed rehearsed -> Optional.of(RehearsalMarkdown.of(rehearsed));
      case FindingReport _,
          EvidenceReport.Kept _,
          DatabaseReport _,
          OwnerReport.OwnerOf _,
          Report.Recorded _,
          Report.Executed _,
          Report.Drifted _,
          Report.Effects _,
          Report.FilesChecked _,
          Report.Written _,
          Report.Expanded _,
          Report.Squashed _,
          Report.Generated _,
          Report.Branched _,
          Report.SetUp _,
          Report.Page _,
          Report.Lines _,
          Report.Told _,
          Report.Watched _,
          Report.Version _,
          Report.Failed _ ->
          FindingsRenderer.super.render(report);
    };
  }

  @Override
  public String findings(FindingReport report) {
    return FindingsMarkdown.findings(report);
  }

  @Override
  public Optional<String> drift(Report.Drifted report) {
    return Optional.of(DriftMarkdown.of(report));
  }

  @Override
  public String failure(Report.Failed report) {
    return FindingsMarkdown.failure(report);
  }
}
