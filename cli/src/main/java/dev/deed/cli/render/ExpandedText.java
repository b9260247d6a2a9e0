package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import java.util.List;

/// The files that `expand` or `generate` wrote, or would write, and what to do next.
final class ExpandedText {

  private ExpandedText() {}

  static String of(Report.Expanded report) {
    return of(report.files(), report.remarks(), report.dryRun());
  }

  static String of(Report.Generated report) {
    return of(report.files(), report.remarks(), report.dryRun());
  }

  private static String of(List<Report.StoryText> files, List<String> remarks, boolean dryRun) {
    var text = new StringBuilder();
    for (var file : files) {
      if (dryRun) {
        text.append("-- ").append(PrintableText.line(file.file().path())).append('\n');
        text.append(file.text()).append('\n');
      } else {
        text.append("written: ").append(PrintableText.line(file.file().path())).append('\n');
      }
    }
    for (var remark : remarks) {
      text.append("note: ").append(PrintableText.line(remark)).append('\n');
    }
    if (!files.isEmpty()) {
      text.append(
          dryRun
              ? "next: leave out --dry-run to write the files"
              : "next: read the files, then run deed check and deed plan");
    }
    return text.toString().stripTrailing();
  }
}
