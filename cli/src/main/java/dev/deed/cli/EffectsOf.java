package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.render.EffectsJson;
import dev.deed.cli.render.Report;
import dev.deed.cli.render.Sources;
import dev.deed.engine.Section;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Reads SQL and resolves its names in the existing schema.
record EffectsOf(Surroundings surroundings, List<String> searchPath, int postgres) {

  private static final SourceFile LINE = new SourceFile("line");

  Report files(List<Path> schema, List<Path> files) {
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

  /// Answers each question separately, each on top of the schema that `schema` names.
  Report dialogue(List<Path> schema) {
    var baseline = scripts(schema);
    var questions = new BufferedReader(new InputStreamReader(surroundings.in(), UTF_8)).lines();
    return new Report.Lines(
        questions.filter(q -> !q.isBlank()).map(q -> answer(baseline, q)).iterator());
  }

  private String answer(List<Script> baseline, String line) {
    EffectsJson.Question question;
    try {
      question = EffectsJson.question(line);
    } catch (IllegalArgumentException e) {
      return EffectsJson.error(String.valueOf(e.getMessage()), 1, 1);
    }
    var path = question.searchPath() == null ? searchPath : split(question.searchPath());
    var reader = new SchemaReader(path, postgres);
    baseline.forEach(reader::readBaseline);
    if (question.schema() != null) {
      var before = ScriptReader.read(LINE, question.schema());
      var unreadable = firstError(before);
      if (unreadable.isPresent()) {
        return EffectsJson.error(unreadable.get());
      }
      reader.readBaseline(before);
    }
    var script = ScriptReader.read(LINE, question.sql());
    return firstError(script)
        .map(EffectsJson::error)
        .orElseGet(() -> EffectsJson.answer(reader.read(script)));
  }

  private List<Script> scripts(List<Path> paths) {
    return new SqlFiles(surroundings)
        .read(paths).stream().map(f -> Section.up(f.name(), f.text()).script()).toList();
  }

  private static Optional<Finding> firstError(Script script) {
    return script.problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
  }

  private static List<String> split(String searchPath) {
    return Arrays.stream(searchPath.split(",")).map(String::strip).map(EffectsOf::bare).toList();
  }

  private static String bare(String name) {
    var quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }
}
