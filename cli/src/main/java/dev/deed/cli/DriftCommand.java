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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "drift",
    header = "Compare two schemas by meaning, and name each difference's owner and cause.",
    description = {
      "A SIDE is one of these:",
      "  ENVIRONMENT             its databases now, read with pg_dump; from the",
      "                          catalogs with --catalog, or where no pg_dump fits",
      "  FILE                    a dump: pg_dump --schema-only, or an archive (custom,",
      "                          directory or tar format), read with pg_restore",
      "  migrations              what all migration files say",
      "  migrations@VERSION      what they say up to that version",
      "  migrations@ENVIRONMENT  what the migrations applied there say",
      "If a file has the name of another side, write ./name for it. Two files need no",
      "ownership file; no owner is known then. What a side does not contain, or deed",
      "cannot compare, is named and is never a difference. The comment of an extension",
      "is not compared: it comes with the extension.",
      ""
    },
    sortOptions = false)
final class DriftCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private DriftSideOptions sides;

  @Mixin private final DriftReportOptions reported = new DriftReportOptions();

  @Mixin private final DriftClosingOptions closed = new DriftClosingOptions();

  @Spec private @Nullable CommandSpec spec;

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
    var formats = Execution.askedFormats(spec);
    closed.refuseContradictions(sides.isOfEnvironment());
    var request =
        sides
            .request()
            .with(closed.closing(formats, reported.only()))
            .building(closed.needsServer(formats));
    webhook = reported.webhook(root.surroundings());
    var wish = reported.wish(root.surroundings(), words(), closed.next());
    if (root.ownershipFile() == null
        && request.closing().write() == null
        && !Project.isFound(root.surroundings())) {
      return DriftSelection.of(null, root.surroundings(), wish)
          .from(DriftComparison.ofFiles(root.surroundings(), request));
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project ->
            DriftSelection.of(project, root.surroundings(), wish)
                .from(new DriftComparison(project, root.surroundings(), request).report()));
  }

  /// The command without its options about output, to type again.
  private String words() {
    return "deed drift " + (closed.records() ? sides.wordsOfEnvironment() : sides.words());
  }
}
