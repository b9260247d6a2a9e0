package dev.deed.cli;

import dev.deed.cli.job.BranchRun;
import dev.deed.cli.job.CopyWish;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "branch",
    header = "Create and delete copies of an environment's databases.",
    description = {
      "create NAME, list, url NAME, reset NAME, delete NAME; gc deletes copies that",
      "have expired and those that killed programs have left. Databases that deed has",
      "not made are never dropped. Passwords are not shown: --to writes the URLs to a",
      "file.",
      ""
    },
    sortOptions = false)
final class BranchCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "create, list, url, reset, delete or gc.")
  private BranchRun.Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Of the branch.")
  private @Nullable String name;

  @Option(
      names = {"-e", "--env"},
      required = true,
      paramLabel = "ENVIRONMENT",
      description = "The environment whose databases are copied.")
  private String environment;

  @Option(
      names = "--on",
      paramLabel = "PROVIDER",
      description = "template, dump or neon (default: copy of the environment).")
  private @Nullable String provider;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description = "For dump: a database on the server that gets the copies.")
  private @Nullable String scratch;

  @Mixin private CopiedRowsOptions rows;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "7d",
      description = "How long the branch is kept (default: ${DEFAULT-VALUE}).")
  private Duration kept;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As the original was then, as in 2026-01-29T10:30:00Z; neon only.")
  private @Nullable Instant time;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Append DATABASE_URL=... lines with the passwords to this file.")
  private @Nullable Path file;

  @Override
  public Report report() {
    var copy = new CopyWish(provider, scratch, rows.wish(), true);
    var wish = new BranchRun.Wish(action, name, environment, copy, kept, time, file);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new BranchRun(project, root.surroundings(), wish).report());
  }
}
