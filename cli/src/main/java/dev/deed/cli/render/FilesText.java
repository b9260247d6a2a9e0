package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Report.CheckedFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether committed files are up to date, and the command that updates them.
final class FilesText {

  private FilesText() {}

  static String of(Report.FilesChecked report) {
    return report.files().stream().map(FilesText::one).collect(Collectors.joining("\n"));
  }

  private static String one(CheckedFile checked) {
    var file = PrintableText.line(checked.file());
    var help = "\n    help: " + PrintableText.line(checked.command());
    if (checked.isCurrent()) {
      return file + " is up to date";
    }
    return checked.isThere()
        ? "%s is out of date from line %d%s%s%s"
            .formatted(
                file,
                checked.line(),
                line("is", checked.found()),
                line("should be", checked.expected()),
                help)
        : file + " does not exist" + help;
  }

  private static String line(String label, @Nullable String line) {
    return "\n    %-10s %s"
        .formatted(label + ":", line == null ? "(the end)" : PrintableText.line(line));
  }
}
