package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EvidenceReport;
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
      case FindingReport.Checked checked -> CheckText.of(checked, colors);
      case FindingReport.Refused refused -> CheckText.of(refused, colors);
      case FindingReport.Linted linted -> CheckText.of(linted, colors);
      case DatabaseReport.Scripts scripts -> ScriptText.of(scripts);
      case Report.Version version ->
          printable(
              "deed %s\ncommit %s\n%s, Java %s"
                  .formatted(
                      version.deed(),
                      version.commit(),
                      version.build().equals("native") ? "native program" : "on a JVM",
                      version.java()));
      case DatabaseReport.Ran ran -> printable(RunText.of(ran));
      case DatabaseReport.Planned planned -> printable(PlanText.of(planned));
      case DatabaseReport.Histories histories -> printable(HistoryText.of(histories));
      case DatabaseReport.Adopted adopted -> printable(AdoptText.of(adopted));
      case DatabaseReport.BackedUp backups -> printable(BackupText.of(backups));
      case DatabaseReport.Restored restored -> printable(BackupText.of(restored));
      case DatabaseReport.Status status -> printable(RunText.of(status));
      case DatabaseReport.Verified verified -> printable(VerifyText.of(verified));
      case Report.Recorded recorded -> printable(ManualText.of(recorded));
      case Report.Executed executed -> printable(ManualText.of(executed));
      case DatabaseReport.Examined examined -> printable(DoctorText.of(examined));
      case DatabaseReport.Emergencies emergencies -> printable(EmergencyText.of(emergencies));
      case DatabaseReport.SessionEnded ended -> printable(EmergencyText.of(ended));
      case DatabaseReport.Granted granted -> printable(GrantsText.of(granted));
      case DatabaseReport.ChangedOver changeovers -> printable(ChangeoverText.of(changeovers));
      case DatabaseReport.Journals journals -> printable(JournalText.of(journals));
      case Report.Drifted drifted -> DriftText.of(drifted, colors);
      case Report.Effects effects -> printable(EffectsText.of(effects));
      case OwnerReport.Owners owners -> printable(OwnersText.of(owners));
      case OwnerReport.OwnerOf owner -> printable(new OwnerOfText(owner).text());
      case Report.FilesChecked files -> printable(FilesText.of(files));
      case RuleReport.RuleList rules -> printable(RulesText.of(rules));
      case RuleReport.Explained explained -> printable(RulesText.of(explained));
      case Report.Written written -> printable(WrittenText.of(written));
      case Report.Expanded expanded -> printable(ExpandedText.of(expanded));
      case Report.Page page -> printable(page.text().stripTrailing());
      case Report.SetUp setUp -> printable(SetUpText.of(setUp));
      case Report.Generated generated -> printable(ExpandedText.of(generated));
      case EvidenceReport.Kept kept -> printable(ChecklistText.of(kept));
      case EvidenceReport.Checklists lists -> printable(ChecklistText.of(lists, colors));
      case Report.Branched branched -> printable(BranchText.of(branched));
      case Report.Rehearsed rehearsed -> RehearsalText.of(rehearsed, colors);
      case Report.Squashed squashed -> printable(SquashedText.of(squashed));
      // Told while they happened, line by line.
      case Report.Lines _, Report.Told _, Report.Watched _, Report.Failed _ -> "";
    };
  }

  /// With control characters in names and comments replaced.
  private static String printable(String text) {
    return text.isEmpty() ? "" : PrintableText.of(text) + "\n";
  }
}
