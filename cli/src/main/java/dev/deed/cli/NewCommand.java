package dev.deed.cli;

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
    header = "Write the file of a new migration, with its header and sections.",
    description = {
      "The version is the time now, in UTC, and later than every other of the database;",
      "in a folder that counts (001, 002) it is the next number. A file .template.sql",
      "beside the databases' folders takes the place of the usual text; $${description},",
      "$${created}, $${version}, $${service} and $${database} are filled in.",
      ""
    },
    sortOptions = false)
final class NewCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DESCRIPTION",
      description = "What it changes, in a few words: \"add user preferences\".")
  private String description;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Whose it is (default: the only one that owns something there).")
  private @Nullable String service;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Where it will run (default: the only one that the service owns something in).")
  private @Nullable String database;

  @Option(names = "--pair", description = "Two files, .up.sql and .down.sql.")
  private boolean pair;

  @Option(
      names = "--irreversible",
      paramLabel = "REASON",
      description = "There will be no way back, and this is why.")
  private @Nullable String irreversible;

  @Override
  public Report report() {
    if (pair && irreversible != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--pair writes a way back, and --irreversible says that there is none");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var place = ServiceFolder.of(project.ownership().map(), service, database);
          var migration =
              new NewMigration(place.database(), place.service(), description, pair, irreversible);
          var now = root.surroundings().clock().instant();
          return new Report.Written(migration.write(project.layout(), now));
        });
  }
}
