package dev.deed.cli;

import dev.deed.cli.job.CopyWish;
import dev.deed.cli.job.CrossCheck;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RehearsalRun;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import dev.deed.sql.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "rehearse",
    header = "Try migrations on a copy: up, down, and up again.",
    description = {
      "After the down the schema must be the one before the up, and after the second",
      "up the one after the first; rows that the migration changes are compared, too.",
      "A second session watches which locks are held on whose tables, for how long,",
      "what is rewritten and scanned, and what is touched that check could not see.",
      "The copy is dropped at every ending.",
      ""
    },
    sortOptions = false)
final class RehearseCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Try only these migrations, or those in these folders.")
  private List<Path> files = List.of();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description =
          "Try what is pending in this environment (default: all migrations, on empty databases).")
  private @Nullable String environment;

  @Option(
      names = "--on",
      paramLabel = "PROVIDER",
      description =
          "Where copies come from: embedded, dump, template, command or neon (default: copy of the"
              + " environment; else dump, and embedded without an environment).")
  private @Nullable String provider;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description =
          "Try only migrations added or changed since the merge base with REF, such as origin/main.")
  private @Nullable String base;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description =
          "A database on a server where other databases may be created and dropped (default: a"
              + " PostgreSQL that deed starts).")
  private @Nullable String scratch;

  @Mixin private CopiedRowsOptions rows;

  @Option(
      names = "--keep",
      description =
          "Keep the copies and print where they are and how they are dropped; for servers that"
              + " stay: --scratch URL, or --on template, command or neon.")
  private boolean keep;

  @Option(
      names = "--cross-check",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Compare schemas by pg_dump, too: always, never, or auto: for up to 25 migrations, where"
              + " a pg_dump is installed in the server's version or later.")
  private CrossCheck crossCheck;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "10min",
      description =
          "Cancel an up or a down that takes longer, and report it (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description =
          "A script in pgbench's format that other sessions send again and again meanwhile: the"
              + " report shows how long they waited.")
  private @Nullable Path load;

  @Option(
      names = "--clients",
      paramLabel = "NUMBER",
      defaultValue = "4",
      description = "How many sessions send the script of --load (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Exit with 1 for a finding of this severity: error or warning (default:"
              + " ${DEFAULT-VALUE}).")
  private Severity failOn;

  @Mixin private EvidenceOption evidence;

  @Override
  public List<Format> formats() {
    return Format.OF_PAGES;
  }

  @Override
  public Report report() {
    if (clients < 1 || clients > 100) {
      throw new ParameterException(
          specification.commandLine(), "--clients takes a number from 1 to 100");
    }
    if (failOn == Severity.OFF) {
      throw new ParameterException(
          specification.commandLine(), "--fail-on takes error or warning, not off");
    }
    var file = load == null ? null : new RehearsalRun.LoadFile(load, clients);
    var copy = new CopyWish(provider, scratch, rows.wish(), keep);
    var wish =
        new RehearsalRun.Wish(environment, copy, files, base, timeout, file, failOn, crossCheck);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project ->
            new RehearsalRun(evidence.of(project, root.surroundings()), root.surroundings(), wish)
                .report());
  }
}
