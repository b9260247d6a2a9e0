package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Section;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads SQL and resolves its names in the existing schema.
public record EffectsQuery(Surroundings surroundings, List<String> searchPath, int postgres) {

  private static final SourceFile LINE = new SourceFile("line");

  public Report files(List<Path> schema, List<Path> files) {
    var reader = new SchemaReader(searchPath, postgres);
    var problems = new ArrayList<Finding>();
    var texts = new HashMap<SourceFile, String>();
    for (var script : scripts(schema)) {
      reader.readBaseline(script);
      problems.addAll(script.problems());
      texts.put(script.file(), script.text());
    }
    var statements = new ArrayList<Report.StatementEffects>();
    for (var script : scripts(files)) {
      reader.read(script).stream()
          .map(resolved -> new Report.StatementEffects(script.file(), resolved))
          .forEach(statements::add);
      problems.addAll(script.problems());
      texts.put(script.file(), script.text());
    }
    return new Report.Effects(
        statements, problems.stream().distinct().toList(), new Sources(texts));
  }

  /// Asks about one piece of SQL after another, each time on top of the schema that `schema` names.
  public Questions questions(List<Path> schema) {
    return new Questions(scripts(schema));
  }

  /// What one piece of SQL does.
  public sealed interface Answer {

    record Known(List<ResolvedStatement> statements) implements Answer {
      public Known {
        statements = List.copyOf(statements);
      }
    }

    record Unreadable(Finding problem) implements Answer {}
  }

  /// Questions about SQL with one schema before each of them.
  public final class Questions {

    private final List<Script> baseline;

    private Questions(List<Script> baseline) {
      this.baseline = baseline;
    }

    /// @param schema the schema that exists in addition to the baseline, or null
    /// @param path the search path, null for the command line's
    public Answer ask(String sql, @Nullable String schema, @Nullable String path) {
      var reader = new SchemaReader(path == null ? searchPath : split(path), postgres);
      baseline.forEach(reader::readBaseline);
      if (schema != null) {
        var before = ScriptReader.read(LINE, schema);
        var unreadable = firstError(before);
        if (unreadable.isPresent()) {
          return new Answer.Unreadable(unreadable.get());
        }
        reader.readBaseline(before);
      }
      var script = ScriptReader.read(LINE, sql);
      return firstError(script)
          .<Answer>map(Answer.Unreadable::new)
          .orElseGet(() -> new Answer.Known(reader.read(script)));
    }
  }

  private List<Script> scripts(List<Path> paths) {
    return new SqlFiles(surroundings)
        .read(paths).stream().map(f -> Section.up(f.name(), f.text()).script()).toList();
  }

  private static Optional<Finding> firstError(Script script) {
    return script.problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
  }

  private static List<String> split(String searchPath) {
    return Arrays.stream(searchPath.split(",")).map(String::strip).map(EffectsQuery::bare).toList();
  }

  private static String bare(String name) {
    var quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }
}
