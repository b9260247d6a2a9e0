package dev.deed.cli.render;

/// Reports for people at a terminal.
final class TextRenderer {

  private TextRenderer() {}

  static String render(Report report) {
    var text =
        switch (report) {
          case Report.Version version -> "deed " + version.deed();
          case Report.Effects effects -> EffectsText.of(effects);
          case Report.Lines _ -> "";
        };
    return text.isEmpty() ? "" : PrintableText.of(text) + "\n";
  }
}
