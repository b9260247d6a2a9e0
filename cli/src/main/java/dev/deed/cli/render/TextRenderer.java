package dev.deed.cli.render;

final class TextRenderer {

  private TextRenderer() {}

  static String render(Report report) {
    var text =
        switch (report) {
          case Report.Version version -> "deed " + version.deed();
        };
    return PrintableText.of(text) + "\n";
  }
}
