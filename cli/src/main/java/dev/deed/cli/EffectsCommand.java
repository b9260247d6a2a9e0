package dev.deed.cli;

import dev.deed.cli.job.EffectsQuery;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
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
    name = "effects",
    header = "Show every object that SQL accesses, with the kind of access and the lock.",
    sortOptions = false)
final class EffectsCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "SQL files, folders of them, or - for standard input. Of a migration, only the up section"
              + " is read; in folders, files named .down.sql are skipped.")
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
          "The server's major version: since 18, every NOT NULL is a named constraint"
              + " (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(
      names = "--search-path",
      paramLabel = "SCHEMA",
      split = ",",
      description = "Schemas in which unqualified names are looked up (default: public).")
  private @Nullable List<String> searchPath;

  @Option(
      names = "--jsonl",
      description =
          "Answer each line of standard input, {\"sql\": ..., \"schema\": ..., \"search_path\": ...},"
              + " with one line of JSON.")
  private boolean jsonl;

  @Override
  public List<Format> formats() {
    return jsonl ? List.of() : Format.OF_ANY_REPORT;
  }

  @Override
  public Report report() {
    if (jsonl == !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          jsonl ? "--jsonl cannot be combined with files" : "give a file, or - for stdin");
    }
    var effects =
        new EffectsQuery(
            root.surroundings(), searchPath == null ? List.of("public") : searchPath, postgres);
    return jsonl
        ? new EffectsDialogue(effects.questions(schema)).on(root.surroundings().in())
        : effects.files(schema, files);
  }
}
