package dev.deed.cli;

import dev.deed.cli.job.FileLint;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
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
    header = "Tell what any SQL does to a running system; needs no ownership file.",
    description = {
      "For a first look, for other tools' folders, for editors. Sections and pairs of",
      "dbmate, goose, golang-migrate, sqlx, node-pg-migrate and Flyway are understood.",
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
          "SQL files, folders of them, or - for standard input; each meets what those before it"
              + " made.")
  private final List<Path> files = new ArrayList<>();

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "What is there already: a dump or migrations, files or folders.")
  private final List<Path> schema = new ArrayList<>();

  @Option(
      names = "--postgres",
      paramLabel = "VERSION",
      defaultValue = "15",
      description = "The lowest major version that it will run on (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(
      names = "--search-path",
      paramLabel = "SCHEMA",
      split = ",",
      description = "Where names without a schema are looked up (default: public).")
  private @Nullable List<String> searchPath;

  @Option(
      names = "--by-deed",
      description = "deed will run it: its transactions and time-outs are there.")
  private boolean byDeed;

  @Option(
      names = "--rule",
      paramLabel = "RULE=LEVEL",
      description = "Give a rule another weight: error, warning or off.")
  private final Map<String, Severity> levels = new HashMap<>();

  @Override
  public List<Format> formats() {
    return Format.OF_FINDINGS;
  }

  @Override
  public Report report() {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name a file, or - for stdin");
    }
    var weights = new HashMap<RuleName, Severity>();
    levels.forEach((rule, level) -> weights.put(ExplainCommand.lintRule(rule), level));
    var linting = new LintSettings(postgres, byDeed, false, weights);
    var path = searchPath == null ? List.of("public") : searchPath;
    return new FileLint(root.surroundings(), path, linting).report(schema, files);
  }
}
