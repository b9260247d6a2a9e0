package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Optional;

/// Drift as the SQL that closes it.
final class SqlRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return report instanceof Report.Drifted drifted
        ? Optional.of(DriftSql.of(drifted))
        : Optional.empty();
  }
}
