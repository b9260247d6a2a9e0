package dev.deed.cli;

import dev.deed.cli.job.PlanReport;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "plan",
    header = "Show what apply would do: steps, locks, blocked services; changes nothing.",
    description = {
      "Refuses what apply would refuse: errors of deed check in pending migrations,",
      "promote_from, requires, expect, what policies of the environment require.",
      ""
    },
    sortOptions = false)
final class PlanCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private PlanInputOptions from;

  @Mixin private SelectionOptions what;

  @Mixin private EvidenceOption evidence;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        named -> {
          var project = evidence.of(named, root.surroundings());
          var wish = what.wish(project.ownership().map());
          var premises = from.premises(project, root.surroundings(), wish.goal());
          return new PlanReport(premises, wish, root.surroundings(), from.environmentOf(project))
              .report();
        });
  }
}
