package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "add-check",
    header = "Add a condition that every row must meet.",
    sortOptions = false)
final class ExpandAddCheckCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      paramLabel = "NAME",
      description = "The name of the constraint.")
  private String name;

  @Parameters(paramLabel = "CONDITION", description = "The condition.")
  private String condition;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, table, t -> new Request.AddCheck(t, name, condition));
  }
}
