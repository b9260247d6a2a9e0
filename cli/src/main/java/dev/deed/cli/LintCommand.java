package dev.deed.cli;

import dev.deed.cli.job.FileLint;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import dev.deed.engine.file.InOrder;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "lint",
    header = "Report what any SQL does to a running system; works without an ownership file.",
    description = {
      "For a first try, for the folders of other tools, and for editors. Understands",
      "the sections and file pairs of dbmate, goose, golang-migrate, sqlx,",
      "node-pg-migrate and Flyway.",
      ""
    },
    sortOptions = false)
final class LintCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "SQL files, folders of them, or - for standard input; files are applied in order.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The existing schema: a dump or migrations, as files or folders.")
  private final List<Path> schema = new ArrayList<>();

  @Option(
      names = "--postgres",
      paramLabel = "VERSION",
      defaultValue = "15",
      description =
          "The lowest major version of PostgreSQL that runs the SQL (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(
      names = "--search-path",
      paramLabel = "SCHEMA",
      split = ",",
      description = "Schemas in which unqualified names are looked up (default: public).")
  private @Nullable List<String> searchPath;

  @Option(
      names = "--by-deed",
      description = "Assume that deed runs the SQL, with its transactions and timeouts.")
  private boolean byDeed;

  @Option(
      names = "--in-transaction",
      description =
          "Assume that a tool runs each file between its own BEGIN and COMMIT, except files that"
              + " turn that off.")
  private boolean inTransaction;

  @Option(
      names = "--rule",
      paramLabel = "RULE=LEVEL",
      description = "Set a rule's severity: error, warning or off.")
  private final Map<String, Severity> levels = new HashMap<>();

  @Override
  public List<Format> formats() {
    return Format.OF_FINDINGS;
  }

  @Override
  public Report report() {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give a file, or - for stdin");
    }
    var weights = new HashMap<RuleName, Severity>();
    levels.forEach((rule, level) -> weights.put(ExplainCommand.lintRule(rule), level));
    var isDeclared = spec.commandLine().getParseResult().hasMatchedOption("--postgres");
    var linting = new LintSettings(postgres, isDeclared, byDeed, inTransaction, false, weights);
    var path = searchPath == null ? List.of("public") : searchPath;
    return new FileLint(root.surroundings(), path, linting, InOrder.onAllCores())
        .report(schema, files);
  }
}
