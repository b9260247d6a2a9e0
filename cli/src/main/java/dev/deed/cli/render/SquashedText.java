package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;

/// The files that `squash` wrote or would write, and what it moved.
final class SquashedText {

  private SquashedText() {}

  static String of(Report.Squashed report) {
    var text = new StringBuilder();
    for (var file : report.files()) {
      if (report.dryRun()) {
        text.append("-- ").append(PrintableText.line(file.file().path())).append('\n');
        text.append(file.text()).append('\n');
      } else {
        text.append("written: ").append(PrintableText.line(file.file().path())).append('\n');
      }
    }
    for (var old : report.replaced()) {
      text.append(report.dryRun() ? "replaces: " : "moved to .squashed/: ")
          .append(PrintableText.line(old.path()))
          .append('\n');
    }
    for (var remark : report.remarks()) {
      text.append("note: ").append(PrintableText.line(remark)).append('\n');
    }
    return text.append(
            report.dryRun()
                ? "next: leave out --dry-run to write the files"
                : "next: run deed check, and commit the new files and the removal of the old ones")
        .toString();
  }
}
