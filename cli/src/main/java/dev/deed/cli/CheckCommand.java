package dev.deed.cli;

import dev.deed.cli.job.MigrationCheck;
import dev.deed.cli.job.OfflineSqlRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.ScopeReader;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    header = "Check migrations for ownership and for risks to a running system.",
    description = {
      "Reads schema-ownership.yaml and all migrations; works without a database.",
      "Reports migrations that touch another service's objects, and statements that",
      "block, rewrite or break something in a running system.",
      ""
    },
    sortOptions = false)
final class CheckCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Report only these migrations, or those in these folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--base",
      paramLabel = "REF",
      description =
          "Report only migrations added or changed since the merge base with REF, such as origin/main;"
              + " reject changes to migrations that are already in REF, and show the rights that"
              + " changes to the ownership file give or take.")
  private @Nullable String base;

  @Option(
      names = "--record",
      description = "Write the current findings to known-findings.txt; later checks accept them.")
  private boolean records;

  @Option(
      names = "--run-offline-sql",
      description =
          "First run the offline_sql commands of the ownership file, and keep the SQL that they"
              + " print, to judge migrations that are not SQL.")
  private boolean runsOfflineSql;

  @Override
  public List<Format> formats() {
    return Format.OF_FINDINGS;
  }

  @Override
  public Report report() {
    return Project.in(root.surroundings(), root.ownershipFile(), project -> check(project));
  }

  private Report check(Project project) {
    if (base != null && !files.isEmpty()) {
      throw new ParameterException(
          specification.commandLine(),
          "--base selects the files itself: give either --base or FILE");
    }
    if (records && (base != null || !files.isEmpty())) {
      throw new ParameterException(
          specification.commandLine(),
          "--record records the findings of all migrations: do not combine it with --base or FILE");
    }
    if (runsOfflineSql) {
      new OfflineSqlRun(project, root.surroundings()).run();
    }
    var scope = new ScopeReader(project, root.surroundings()).scope(files, base);
    var checking = new MigrationCheck(project, scope, root.surroundings());
    return records ? checking.record() : checking.report();
  }
}
