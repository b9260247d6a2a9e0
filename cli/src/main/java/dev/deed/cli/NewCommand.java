package dev.deed.cli;

import dev.deed.cli.job.FixedVersion;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.ServiceFolder;
import dev.deed.cli.report.Report;
import dev.deed.engine.file.NewMigration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "new",
    header = "Create the file of a new migration, with a header and sections.",
    description = {
      "The version is the current time in UTC, and later than every other version in",
      "the database; in a folder with plain numbers (001, 002) it is the next number.",
      "A file .template.sql next to the databases' folders replaces the default",
      "content; in it, $${description}, $${created}, $${version}, $${service} and",
      "$${database} are filled in.",
      ""
    },
    sortOptions = false)
final class NewCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DESCRIPTION",
      description = "What the migration changes, in a few words: \"add user preferences\".")
  private String description;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "The service of the migration (default: the only one that owns tables there).")
  private @Nullable String service;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description =
          "The database of the migration (default: the only one in which the service owns tables).")
  private @Nullable String database;

  @Option(names = "--pair", description = "Create two files, .up.sql and .down.sql.")
  private boolean pair;

  @Option(
      names = "--irreversible",
      paramLabel = "REASON",
      description = "Declare that the migration has no down, and why.")
  private @Nullable String irreversible;

  @Option(
      names = "--draft",
      description = "Mark it as not ready: it is applied in disposable environments only.")
  private boolean draft;

  @Option(
      names = "--fixes",
      paramLabel = "VERSION",
      description = "The migration of the same database that it corrects; status shows it.")
  private @Nullable String fixes;

  @Override
  public Report report() {
    if (pair && irreversible != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--pair creates a down file, but --irreversible declares that there is no down");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var place = ServiceFolder.of(project.ownership().map(), service, database);
          var fixed = fixes == null ? null : FixedVersion.of(project, place.database(), fixes);
          var marks = new NewMigration.Marks(draft, fixed);
          var migration =
              new NewMigration(
                  place.database(), place.service(), description, pair, irreversible, marks);
          var now = root.surroundings().clock().instant();
          return new Report.Written(migration.write(project.layout(), now));
        });
  }
}
