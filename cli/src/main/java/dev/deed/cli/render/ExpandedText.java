package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;

/// The files that `expand` wrote, or would write, and what to do next.
final class ExpandedText {

  private ExpandedText() {}

  static String of(Report.Expanded report) {
    var text = new StringBuilder();
    for (var file : report.files()) {
      if (report.dryRun()) {
        text.append("-- ").append(PrintableText.line(file.file().path())).append('\n');
        text.append(file.text()).append('\n');
      } else {
        text.append("written: ").append(PrintableText.line(file.file().path())).append('\n');
      }
    }
    for (var remark : report.remarks()) {
      text.append("note: ").append(PrintableText.line(remark)).append('\n');
    }
    return text.append(
            report.dryRun()
                ? "next: leave out --dry-run to write the files"
                : "next: read the files, then run deed check and deed plan")
        .toString();
  }
}
