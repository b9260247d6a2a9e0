package dev.deed.cli;

import dev.deed.cli.host.Webhook;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command: picocli parses its arguments, the command calls a job once and returns its report. A
/// command never prints.
interface ReportingCommand {
  Report report();

  /// The values of `--format`; none for a command that prints as it runs.
  default List<Format> formats() {
    return Format.OF_ANY_REPORT;
  }

  /// Where the report goes besides the outputs of `--format`, once `report()` was called; null for
  /// nowhere.
  default @Nullable Webhook webhook() {
    return null;
  }
}
