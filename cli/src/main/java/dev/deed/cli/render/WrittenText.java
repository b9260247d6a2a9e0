package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import java.util.stream.Collectors;

/// What `new` made, and what to do with it.
final class WrittenText {

  private WrittenText() {}

  static String of(Report.Written report) {
    var files =
        report.files().stream()
            .map(file -> "written: " + PrintableText.line(file.path()) + "\n")
            .collect(Collectors.joining());
    return files + "next: write the statements, then deed check";
  }
}
