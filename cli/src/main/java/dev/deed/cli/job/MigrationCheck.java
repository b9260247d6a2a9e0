package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
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
public record MigrationCheck(Project project, Scope scope, LocalDate today) {

  private static final Comparator<Finding> IN_ORDER_OF_TEXT =
      Comparator.comparing((Finding f) -> f.file().path())
          .thenComparing(f -> f.span().start())
          .thenComparing(f -> f.rule().text())
          .thenComparing(Finding::message);

  public MigrationCheck(Project project, Scope scope, Surroundings surroundings) {
    this(project, scope, LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
  }

  public Report report() {
    var migrations = project.migrations();
    var looked = migrations.all().stream().filter(this::isInScope).toList();
    var scripts = scripts(looked);
    var files = scripts.stream().map(Script::file).distinct().filter(scope::has).toList();
    var known = KnownFindings.read(project);
    var left = known.without(findings(migrations, scripts), scope);
    return checked(looked.size(), files, left);
  }

  /// Records the current findings, so that later checks do not report them.
  public Report record() {
    var migrations = project.migrations();
    var findings = findings(migrations, scripts(migrations.all()));
    var left = KnownFindings.record(project, findings);
    return checked(migrations.all().size(), List.of(), left);
  }

  private Report checked(int migrations, List<SourceFile> files, KnownFindings.Left left) {
    var findings = left.findings();
    return new FindingReport.Checked(migrations, left.known(), files, findings, sources(findings));
  }

  /// @param scripts those of the migrations in scope
  private List<Finding> findings(Migrations migrations, List<Script> scripts) {
    var levels = new RuleLevels(project.ownership());
    var found = new ArrayList<>(MigrationRules.check(migrations));
    if (scope.base() != null) {
      found.addAll(EditedMigrations.check(project.layout(), migrations, scope.base()));
    }
    found.addAll(ofStatements(migrations, levels));
    var ignores = Ignores.of(scripts, RuleLevels.CHANGEABLE, today);
    var heard = ignores.apply(levels.apply(found.stream().distinct().toList()));
    var all = new ArrayList<>(project.ownership().problems());
    all.addAll(levels.mistakes());
    all.addAll(levels.apply(heard));
    return all.stream().filter(this::isShown).distinct().sorted(IN_ORDER_OF_TEXT).toList();
  }

  private boolean isInScope(Migration migration) {
    var down = migration.down();
    return scope.has(migration.file()) || (down != null && scope.has(down.file()));
  }

  private boolean isShown(Finding finding) {
    var ofProject = finding.file().equals(project.ownership().file());
    return scope.concerns(finding.file()) || (ofProject && scope.base() != null);
  }

  private static List<Script> scripts(List<Migration> migrations) {
    var scripts = new ArrayList<Script>();
    for (var migration : migrations) {
      scripts.add(migration.up().script());
      var down = migration.down();
      if (down != null) {
        scripts.add(down.script());
      }
    }
    return scripts;
  }

  private List<Finding> ofStatements(Migrations migrations, RuleLevels levels) {
    var map = project.ownership().map();
    var replays = new LinkedHashMap<DatabaseName, MigrationReplay>();
    for (var database : map.databases()) {
      var linting =
          new LintSettings(database.postgres(), true, scope.base() != null, levels.levels());
      replays.put(
          database.name(), MigrationReplay.of(migrations, map, database, linting, this::isInScope));
    }
    var owners =
        replays.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().owners()));
    var check = new OwnershipCheck(map, owners);
    var findings = new ArrayList<Finding>();
    for (var database : map.databases()) {
      var replay = Objects.requireNonNull(replays.get(database.name()));
      findings.addAll(check.check(database.name(), replay.upsAndDowns()));
      findings.addAll(ofLint(replay));
    }
    return findings;
  }

  private static List<Finding> ofLint(MigrationReplay replay) {
    var subjects = new FindingOwners(replay);
    return replay.remarks().stream().map(subjects::of).toList();
  }

  private Sources sources(List<Finding> findings) {
    Map<SourceFile, String> texts =
        findings.stream()
            .map(Finding::file)
            .distinct()
            .collect(Collectors.toMap(f -> f, project::textOf));
    return new Sources(texts, project.base());
  }
}
