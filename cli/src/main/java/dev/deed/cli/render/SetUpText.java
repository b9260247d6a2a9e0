package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;

/// What was found and written, and the commands to go on with.
final class SetUpText {

  private SetUpText() {}

  static String of(Report.SetUp report) {
    var text = new StringBuilder();
    if (report.dryRun()) {
      for (var file : report.files()) {
        text.append("# ").append(PrintableText.line(file.file().path())).append('\n');
        text.append(file.text().stripTrailing()).append("\n\n");
      }
    }
    for (var line : report.found()) {
      text.append(PrintableText.line(line)).append('\n');
    }
    for (var command : report.next()) {
      text.append("next: ").append(PrintableText.line(command)).append('\n');
    }
    return text.toString().stripTrailing();
  }
}
