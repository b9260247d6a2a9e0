package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Ignores;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.file.EditedMigrations;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.check.OwnershipCheck;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
