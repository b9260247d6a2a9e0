package dev.deed.cli;

import dev.deed.cli.job.ChecklistRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "checklist",
    header = "Show what is done and what is missing before migrations are applied.",
    description = {
      "Each box is answered from files, git, histories, evidence and the sizes of",
      "tables, or left to a person: deed ack. Exits with 1 while a box is open that is",
      "required: the environment asks for it, or apply refuses without it.",
      ""
    },
    sortOptions = false)
final class ChecklistCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(
      paramLabel = "MIGRATION",
      arity = "0..*",
      description =
          "VERSION, DATABASE/VERSION, a file or a folder (default: all that are pending).")
  private List<String> migrations = List.of();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "The environment that they are for; without it, no server is asked.")
  private @Nullable String environment;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description =
          "Migrations added or changed since the merge base with REF, such as origin/main.")
  private @Nullable String base;

  @Mixin private EvidenceOption evidence;

  @Override
  public List<Format> formats() {
    return Format.OF_PAGES;
  }

  @Override
  public Report report() {
    var asked = new ChecklistRun.Asked(migrations, base, environment, database.name());
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project ->
            new ChecklistRun(evidence.of(project, root.surroundings()), root.surroundings(), asked)
                .report());
  }
}
