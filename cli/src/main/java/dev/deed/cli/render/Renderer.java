package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Optional;

/// Writes reports in one format.
interface Renderer {

  /// The whole report, its last line ended; empty where the format has no words for such a report.
  Optional<String> render(Report report);

  /// The same for a terminal that knows colours.
  default Optional<String> renderInColor(Report report) {
    return render(report);
  }
}
