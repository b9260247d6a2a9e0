package dev.deed.cli;

import dev.deed.cli.job.DriftRequest;
import dev.deed.cli.report.ShellWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The two sides of a comparison, and how they are read.
final class DriftSideOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description =
          "Compare what its applied migrations say with its databases (default for --from: migrations@ENVIRONMENT, for --to: ENVIRONMENT).")
  private @Nullable String environment;

  @Option(names = "--from", paramLabel = "SIDE", description = "The expected schema.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "SIDE", description = "The actual schema.")
  private @Nullable String to;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description =
          "Only this database (default: all); required with a file if there are several databases.")
  private @Nullable String database;

  @Option(
      names = "--catalog",
      description = "Read live schemas from the catalogs, without pg_dump and its locks.")
  private boolean catalog;

  @Option(
      names = "--pg-dump",
      paramLabel = "PATH",
      description =
          "The pg_dump to use (default: DEED_PG_DUMP, or the newest one found on the PATH and where packages install it).")
  private @Nullable String pgDump;

  @Option(
      names = "--proved",
      description =
          "Run the migrations of a side on a scratch server (--scratch), and compare what they really leave there.")
  private boolean proved;

  /// Whether the sides are what `--env` stands for.
  boolean isOfEnvironment() {
    return environment != null && from == null && to == null;
  }

  /// As they are typed.
  String words() {
    var request = sides();
    return "--from %s --to %s".formatted(ShellWord.of(request.from()), ShellWord.of(request.to()))
        + more();
  }

  String wordsOfEnvironment() {
    return "--env " + ShellWord.of(environment == null ? "ENVIRONMENT" : environment) + more();
  }

  private String more() {
    return (database == null ? "" : " --database " + ShellWord.of(database))
        + (catalog ? " --catalog" : "")
        + (proved ? " --proved" : "");
  }

  DriftRequest request() {
    return sides().proving(proved);
  }

  private DriftRequest sides() {
    if (environment != null) {
      return DriftRequest.of(environment, from, to, database, catalog, pgDump);
    }
    if (from == null || to == null) {
      throw new ParameterException(
          spec.commandLine(), "give either --env, or two sides with --from and --to");
    }
    return new DriftRequest(from, to, database, catalog, pgDump);
  }
}
