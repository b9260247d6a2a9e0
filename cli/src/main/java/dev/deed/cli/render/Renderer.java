package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Optional;

/// Writes reports in one format.
interface Renderer {

  /// The whole report, ending in a line break; empty if the format cannot express the report.
  Optional<String> render(Report report);

  /// The same for a terminal with colours.
  default Optional<String> renderInColor(Report report) {
    return render(report);
  }
}
