package dev.deed.cli;

import dev.deed.cli.job.CiRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "ci",
    header = "Write the workflow that runs deed on a CI server, or a hook before commits.",
    description = {
      "github and gitlab: check on every pull request, with annotations, SARIF and one",
      "comment that is updated; apply after the merge, one run at a time for an",
      "environment; drift every night. The paths of each service's migrations and the",
      "variables of each environment come from schema-ownership.yaml. pre-commit and",
      "lefthook: check before a commit.",
      ""
    },
    sortOptions = false)
final class CiCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(paramLabel = "KIND", description = "github, gitlab, pre-commit or lefthook.")
  private CiRun.Kind kind;

  @Option(
      names = "--branch",
      paramLabel = "BRANCH",
      defaultValue = "main",
      description = "The branch that changes are merged into (default: ${DEFAULT-VALUE}).")
  private String branch;

  @Option(names = "--force", description = "Replace a file that differs.")
  private boolean force;

  @Option(names = "--dry-run", description = "Show the file, and write nothing.")
  private boolean dryRun;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new CiRun(project, kind, branch, force, dryRun).report());
  }
}
