package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import java.util.Optional;

/// A page for a browser: drift, and the map of owners.
final class HtmlRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    if (report instanceof OwnerReport.Owners owners) {
      return Optional.of(OwnersHtml.of(owners));
    }
    return report instanceof Report.Drifted drifted
        ? Optional.of(DriftHtml.of(drifted))
        : Optional.empty();
  }
}
