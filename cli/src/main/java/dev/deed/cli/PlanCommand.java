package dev.deed.cli;

import dev.deed.cli.render.Report;
import dev.deed.engine.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "plan",
    header = "Show what apply would do: steps, locks, blocked services; changes nothing.",
    sortOptions = false)
final class PlanCommand implements Reporting {

  @ParentCommand private DeedCommand root;

  @Mixin private PremiseOptions from;

  @Mixin private WishOptions what;

  @Override
  public Report report() {
    return Project.in(
        root,
        project -> {
          var wish = what.wish(project.ownership().map());
          var premises = from.premises(project, root.surroundings(), wish.goal());
          var planner = new Planner(premises.migrations());
          return new Outlook(premises, (name, history) -> planner.apply(name, history, wish))
              .report();
        });
  }
}
