package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;

/// Checks a project's migrations: against the ownership file, against the rules for migration
/// files, and with the linter.
public record MigrationCheck(Project project, Scope scope, Surroundings surroundings) {

  public Report report() {
    return gate().check(scope);
  }

  /// Records the current findings, so that later checks do not report them.
  public Report record() {
    return gate().record();
  }

  private Gate gate() {
    return new Gate(project, project.migrations(), surroundings);
  }
}
