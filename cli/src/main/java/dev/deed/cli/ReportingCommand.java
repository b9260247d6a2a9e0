package dev.deed.cli;

import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;

/// A command: picocli parses its arguments, the command calls a job once and returns its report. A
/// command never prints.
interface ReportingCommand {
  Report report();

  /// The values of `--format`; none for a command that prints as it runs.
  default List<Format> formats() {
    return Format.OF_ANY_REPORT;
  }
}
