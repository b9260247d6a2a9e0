package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Optional;

/// A page for a browser: drift only.
final class HtmlRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return report instanceof Report.Drifted drifted
        ? Optional.of(DriftHtml.of(drifted))
        : Optional.empty();
  }
}
