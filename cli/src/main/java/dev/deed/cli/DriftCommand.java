package dev.deed.cli;

import dev.deed.cli.host.Webhook;
import dev.deed.cli.job.DriftComparison;
import dev.deed.cli.job.DriftSelection;
import dev.deed.cli.job.Project;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "drift",
    header = "Compare the schemas of two environments or dumps, and name each difference's owner.",
    description = {
      "A SIDE is an environment, read with pg_dump, or a file written by",
      "pg_dump --schema-only. If an environment has the same name as a file, write",
      "./name for the file. DEED_PG_DUMP sets the pg_dump to use (default: the newest",
      "one found). Two files need no ownership file; no owner is known then.",
      "The comment of an extension is not compared: it comes with the extension.",
      ""
    },
    sortOptions = false)
final class DriftCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "SIDE",
      description = "The expected schema.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "SIDE", description = "The actual schema.")
  private String to = "";

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database; required with a file if there are several databases.")
  private @Nullable String database;

  @Mixin private final DriftReportOptions reported = new DriftReportOptions();

  private @Nullable Webhook webhook;

  @Override
  public List<Format> formats() {
    return Format.OF_DRIFT;
  }

  @Override
  public @Nullable Webhook webhook() {
    return webhook;
  }

  @Override
  public Report report() {
    webhook = reported.webhook(root.surroundings());
    var wish = reported.wish(root.surroundings(), words());
    if (root.ownershipFile() == null && !Project.isFound(root.surroundings())) {
      return DriftSelection.of(null, root.surroundings(), wish)
          .from(DriftComparison.ofFiles(root.surroundings(), from, to, database));
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project ->
            DriftSelection.of(project, root.surroundings(), wish)
                .from(
                    new DriftComparison(project, root.surroundings()).between(from, to, database)));
  }

  /// The command without its options about output, to type again.
  private String words() {
    var words = "deed drift --from %s --to %s".formatted(ShellWord.of(from), ShellWord.of(to));
    return database == null ? words : words + " --database " + ShellWord.of(database);
  }
}
