package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "add-foreign-key", header = "Add a foreign key.", sortOptions = false)
final class ExpandAddForeignKeyCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      paramLabel = "NAME",
      description = "The name of the constraint.")
  private String name;

  @Parameters(paramLabel = "PARENT", description = "The table that is referenced, with its schema.")
  private String parentTable;

  @Option(
      converter = NameArgument.class,
      names = "--columns",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "The columns of the table, in order.")
  private final List<String> columns = new ArrayList<>();

  @Option(
      converter = NameArgument.class,
      names = "--references",
      split = ",",
      paramLabel = "COLUMN",
      description = "The columns of the parent, in the same order (default: its primary key).")
  private final List<String> parentColumns = new ArrayList<>();

  @Option(
      names = "--actions",
      defaultValue = "",
      paramLabel = "ACTIONS",
      description = "What follows the columns: \"ON DELETE CASCADE\".")
  private String actions;

  @Option(
      names = "--delete-orphans",
      description =
          "Move rows without a parent into a table, for as long as --keep says (default: stop if there are any).")
  private boolean deleteOrphans;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options,
        keep,
        table,
        t ->
            new Request.AddForeignKey(
                t,
                name,
                columns,
                parent.table(parentTable, t),
                parentColumns,
                actions,
                deleteOrphans));
  }
}
