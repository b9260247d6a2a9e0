package dev.deed.cli.render;

import java.util.Optional;

/// Reports for people at a terminal.
final class TextRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    if (report instanceof Report.Scripts scripts) {
      return Optional.of(ScriptText.of(scripts));
    }
    var text =
        switch (report) {
          case Report.Version version -> "deed " + version.deed();
          case Report.Unreadable unreadable ->
              new FindingText(unreadable.sources()).all(unreadable.findings()).stripTrailing();
          case Report.Checked checked -> CheckText.of(checked);
          case Report.Ran ran -> RunText.of(ran);
          case Report.Planned planned -> PlanText.of(planned);
          case Report.Status status -> RunText.of(status);
          case Report.Verified verified -> VerifyText.of(verified);
          case Report.Recorded recorded -> ManualText.of(recorded);
          case Report.Drifted drifted -> DriftText.of(drifted);
          case Report.Effects effects -> EffectsText.of(effects);
          case Report.Owners owners -> OwnersText.of(owners);
          case Report.OwnerOf owner -> new OwnerOfText(owner).text();
          case Report.FilesChecked files -> FilesText.of(files);
          case Report.Written written -> WrittenText.of(written);
          case Report.Scripts _, Report.Lines _, Report.Told _, Report.Failed _ -> "";
        };
    return Optional.of(text.isEmpty() ? "" : PrintableText.of(text) + "\n");
  }
}
