package dev.deed.cli.render;

/// Reports for people at a terminal.
final class TextRenderer {

  private TextRenderer() {}

  static String render(Report report) {
    var text =
        switch (report) {
          case Report.Version version -> "deed " + version.deed();
          case Report.Unreadable unreadable ->
              new FindingText(unreadable.sources()).all(unreadable.problems()).stripTrailing();
          case Report.Checked checked -> CheckText.of(checked);
          case Report.Ran ran -> RunText.of(ran);
          case Report.Planned planned -> PlanText.of(planned);
          case Report.Status status -> RunText.of(status);
          case Report.Verified verified -> VerifyText.of(verified);
          case Report.Drifted drifted -> DriftText.of(drifted);
          case Report.Effects effects -> EffectsText.of(effects);
          case Report.Written written -> WrittenText.of(written);
          case Report.Lines _, Report.Told _, Report.Failed _ -> "";
        };
    return text.isEmpty() ? "" : PrintableText.of(text) + "\n";
  }
}
