package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import java.util.stream.Collectors;

/// The files that `new` created, and what to do next.
final class WrittenText {

  private WrittenText() {}

  static String of(Report.Written report) {
    var files =
        report.files().stream()
            .map(file -> "written: " + PrintableText.line(file.path()) + "\n")
            .collect(Collectors.joining());
    return files + "next: write the statements, then run deed check";
  }
}
