package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "add-unique", header = "Add a unique constraint.", sortOptions = false)
final class ExpandAddUniqueCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(index = "0", paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      index = "1",
      paramLabel = "NAME",
      description = "The name of the constraint.")
  private String name;

  @Parameters(
      converter = NameArgument.class,
      index = "2..*",
      paramLabel = "COLUMN",
      arity = "1..*",
      description = "The columns.")
  private final List<String> columns = new ArrayList<>();

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, table, t -> new Request.AddUnique(t, name, columns));
  }
}
