package dev.deed.cli.render;

import java.util.Optional;

/// Reports for people at a terminal.
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
      case Report.Unreadable unreadable ->
          new FindingText(unreadable.sources(), colors).all(unreadable.findings());
      case Report.Scripts scripts -> ScriptText.of(scripts);
      case Report.OfFindings findings -> CheckText.of(findings, colors) + "\n";
      default -> printable(text(report));
    };
  }

  private static String printable(String text) {
    return text.isEmpty() ? "" : PrintableText.of(text) + "\n";
  }

  private static String text(Report report) {
    return switch (report) {
      case Report.Version version -> "deed " + version.deed();
      case Report.Ran ran -> RunText.of(ran);
      case Report.Planned planned -> PlanText.of(planned);
      case Report.Histories histories -> HistoryText.of(histories);
      case Report.Status status -> RunText.of(status);
      case Report.Verified verified -> VerifyText.of(verified);
      case Report.Recorded recorded -> ManualText.of(recorded);
      case Report.Executed executed -> ManualText.of(executed);
      case Report.Examined examined -> DoctorText.of(examined);
      case Report.Granted granted -> GrantsText.of(granted);
      case Report.Drifted drifted -> DriftText.of(drifted);
      case Report.Effects effects -> EffectsText.of(effects);
      case Report.Owners owners -> OwnersText.of(owners);
      case Report.OwnerOf owner -> new OwnerOfText(owner).text();
      case Report.FilesChecked files -> FilesText.of(files);
      case Report.RuleList rules -> RulesText.of(rules);
      case Report.Explained explained -> RulesText.of(explained);
      case Report.Written written -> WrittenText.of(written);
      case Report.OfFindings _, Report.Scripts _ -> "";
      case Report.Lines _, Report.Told _, Report.Failed _ -> "";
    };
  }
}
