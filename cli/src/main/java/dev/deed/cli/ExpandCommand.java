package dev.deed.cli;

import dev.deed.cli.job.ExpandRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.RelationLiteral;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "expand",
    subcommands = {
      ExpandRenameColumnCommand.class,
      ExpandChangeTypeCommand.class,
      ExpandToStatusCommand.class,
      ExpandTextToEnumCommand.class,
      ExpandRemoveEnumValueCommand.class,
      ExpandKeyToBigintCommand.class,
      ExpandSplitColumnCommand.class,
      ExpandMergeColumnsCommand.class,
      ExpandMoveColumnCommand.class,
      ExpandSetNotNullCommand.class,
      ExpandAddRequiredColumnCommand.class,
      ExpandAddCheckCommand.class,
      ExpandAddUniqueCommand.class,
      ExpandAddForeignKeyCommand.class,
      ExpandDropColumnCommand.class,
      ExpandDropTableCommand.class,
      ExpandRenameTableCommand.class,
      ExpandPartitionTableCommand.class
    },
    header = "Write the migrations that change a table in use step by step.",
    description = {
      "The files go into the folder of the service that owns the table, and are",
      "ordinary migrations from then on: expand, backfill, switch where there is one,",
      "contract.",
      ""
    },
    synopsisSubcommandLabel = "OPERATION",
    sortOptions = false)
final class ExpandCommand {

  @ParentCommand private DeedCommand root;

  Report report(ExpandOptions options, String table, Function<QualifiedName, Request> request) {
    return report(options, null, table, request);
  }

  /// @param keep where values can be kept
  Report report(
      ExpandOptions options,
      @Nullable KeepOption keep,
      String table,
      Function<QualifiedName, Request> request) {
    var wish = options.wish(keep == null ? null : keep.duration());
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new ExpandRun(root.surroundings(), wish).report(project, table, request));
  }

  /// A second table, which is in the same schema unless its name says otherwise.
  QualifiedName table(String text, QualifiedName other) {
    var name = RelationLiteral.parse(text);
    return name.schema() == null ? other.renamed(name.name()) : name;
  }
}
