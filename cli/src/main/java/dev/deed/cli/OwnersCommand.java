package dev.deed.cli;

import dev.deed.cli.job.OwnersQuery;
import dev.deed.cli.job.Project;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.ArrayList;
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
    name = "owners",
    header = "Tell whose the tables are, and who else uses them; needs no database.",
    description = {
      "Without a name: all tables and views that the migrations make, partitions only",
      "where they have another owner than the whole. With a name: by which claim it is",
      "whose, who may use it, what depends on it, which migrations made it what it is,",
      "and its definition now.",
      ""
    },
    sortOptions = false)
final class OwnersCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "A table or view: users, public.users, or auth/users.")
  private @Nullable String table;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database (default: all).")
  private @Nullable String database;

  @Option(
      names = "--check",
      paramLabel = "[FORMAT=]FILE",
      description =
          "Say no where a committed CODEOWNERS or SCHEMA_OWNERSHIP.md, written by --format"
              + " codeowners=FILE or markdown=FILE, is not what would be written now; may be given"
              + " several times.")
  private final List<String> checked = new ArrayList<>();

  @Override
  public List<Format> formats() {
    return table == null && checked.isEmpty() ? Format.OF_OWNERS : Format.OF_ANY_REPORT;
  }

  @Override
  public Report report() {
    if (table != null && !checked.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--check holds files against all owners: leave the table out");
    }
    var checks = checked.stream().map(c -> FileCheck.of(c, Format.OF_OWNERS)).toList();
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var owning = OwnersQuery.of(project, database);
          if (!checks.isEmpty()) {
            return check(checks, owning.all());
          }
          return table == null ? owning.all() : owning.one(table);
        });
  }

  private Report check(List<FileCheck> checks, Report owners) {
    var command = "deed owners" + (database == null ? "" : " --database " + database);
    var here = root.surroundings().workingDirectory();
    return new Report.FilesChecked(
        checks.stream().map(c -> c.against(owners, here, command)).toList());
  }
}
