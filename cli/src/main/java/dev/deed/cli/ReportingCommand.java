package dev.deed.cli;

import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;

/// A command: its arguments are parsed, it calls once, and answers. It never prints.
interface ReportingCommand {
  Report report();

  /// What `--format` takes; nothing where the answer is told while it is found.
  default List<Format> formats() {
    return Format.OF_ANY_REPORT;
  }
}
