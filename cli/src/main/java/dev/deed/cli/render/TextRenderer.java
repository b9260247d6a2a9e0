package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import java.util.Optional;

/// Reports as text for a terminal.
final class TextRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return Optional.of(render(report, Colors.OFF));
  }

  @Override
  public Optional<String> renderInColor(Report report) {
    return Optional.of(render(report, Colors.ON));
  }

  private static String render(Report report, Colors colors) {
    return switch (report) {
      case FindingReport.Unreadable unreadable ->
          new FindingText(unreadable.sources(), colors).all(unreadable.findings());
      case DatabaseReport.Scripts scripts -> ScriptText.of(scripts);
      case FindingReport findings -> CheckText.of(findings, colors) + "\n";
      default -> printable(text(report));
    };
  }

  private static String printable(String text) {
    return text.isEmpty() ? "" : PrintableText.of(text) + "\n";
  }

  private static String text(Report report) {
    return switch (report) {
      case Report.Version version -> "deed " + version.deed();
      case DatabaseReport.Ran ran -> RunText.of(ran);
      case DatabaseReport.Planned planned -> PlanText.of(planned);
      case DatabaseReport.Histories histories -> HistoryText.of(histories);
      case DatabaseReport.Status status -> RunText.of(status);
      case DatabaseReport.Verified verified -> VerifyText.of(verified);
      case Report.Recorded recorded -> ManualText.of(recorded);
      case Report.Executed executed -> ManualText.of(executed);
      case DatabaseReport.Examined examined -> DoctorText.of(examined);
      case DatabaseReport.Granted granted -> GrantsText.of(granted);
      case Report.Drifted drifted -> DriftText.of(drifted);
      case Report.Effects effects -> EffectsText.of(effects);
      case OwnerReport.Owners owners -> OwnersText.of(owners);
      case OwnerReport.OwnerOf owner -> new OwnerOfText(owner).text();
      case Report.FilesChecked files -> FilesText.of(files);
      case RuleReport.RuleList rules -> RulesText.of(rules);
      case RuleReport.Explained explained -> RulesText.of(explained);
      case Report.Written written -> WrittenText.of(written);
      case FindingReport _, DatabaseReport.Scripts _ -> "";
      case Report.Lines _, Report.Told _, Report.Failed _ -> "";
    };
  }
}
