package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Ignores;
import dev.deed.engine.Section;
import dev.deed.engine.file.InOrder;
import dev.deed.lint.LintResult;
import dev.deed.lint.LintedUp;
import dev.deed.lint.Linter;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lints SQL of any origin, without owners and without an ownership file. Of a file that nothing is
/// found in, nothing is kept but what its SQL leaves in the schema.
///
/// @param cores that read and parse files; what is found does not depend on their number
public record FileLint(
    Surroundings surroundings, List<String> searchPath, LintSettings linting, InOrder cores) {

  private static final RuleName LONG_NAME = new RuleName("identifier-too-long");

  private static final Comparator<Finding> IN_ORDER_OF_TEXT =
      Comparator.comparing((Finding f) -> f.file().path())
          .thenComparing(f -> f.span().start())
          .thenComparing(f -> f.rule().text());

  /// @param schema files of the existing schema
  public Report report(List<Path> schema, List<Path> files) {
    var reader = new SchemaReader(searchPath, linting.postgres());
    if (!schema.isEmpty()) {
      reader.startFromNothing();
    }
    var reading = new Reading(new Linter(reader, linting));
    for (var file : new SqlFiles(surroundings).read(schema)) {
      var script = Section.up(file.name(), file.text()).script();
      reader.readBaseline(script);
      reading.findings.addAll(script.problems());
      reading.keepText(script.problems(), file);
    }
    var read =
        new SqlFiles(surroundings)
            .readAll(
                files, cores, (path, failure) -> reading.findings.add(unreadable(path, failure)));
    var names = read.stream().map(SqlFiles.SqlFile::name).toList();
    reading.lint(LooseMigration.of(read));
    return new FindingReport.Linted(
        names, reading.sorted(), new Sources(reading.texts, surroundings.workingDirectory()));
  }

  private static Finding unreadable(Path path, UserException failure) {
    return Finding.error(
        new RuleName("unreadable-file"),
        SqlFiles.nameOf(path),
        Span.NONE,
        String.valueOf(failure.getMessage()),
        failure.advice());
  }

  /// A finding whose objects have no known owner.
  private static Finding finding(LintFinding remark) {
    return remark
        .finding()
        .with(
            remark.objects().stream()
                .distinct()
                .map(object -> new Subject(object.words(), null, null, null))
                .toList());
  }

  /// What is found, and the little that is kept of the files for it.
  private final class Reading {

    private final Linter linter;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> ofScripts = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Map<SourceFile, String> texts = new HashMap<>();

    /// Those with `ignore` directives.
    private final List<Script> ignoring = new ArrayList<>();

    /// From the last one on; null for a migration without a down.
    private final Deque<Optional<Undone>> downs = new ArrayDeque<>();

    /// A down, with what its lint needs to know of its up.
    private record Undone(Section down, boolean alone, LintedUp up, SqlFiles.SqlFile file) {}

    Reading(Linter linter) {
      this.linter = linter;
    }

    /// Lints all ups in order, then all downs in reverse order.
    void lint(List<LooseMigration> migrations) {
      cores.each(migrations, LooseMigration::read, this::lintUp);
      cores.each(List.copyOf(downs), Reading::parsed, this::lintDown);
    }

    private void lintUp(LooseMigration.Read read) {
      var file = read.migration().file();
      var linted = linter.lint(read.up(), read.alone());
      add(read.up(), linted, file);
      downs.push(
          Optional.ofNullable(read.down())
              .map(down -> {
                var back = read.migration().back();
                return new Undone(down, read.alone(), linted.asUp(), back == null ? file : back);
              }));
    }

    private static Optional<Undone> parsed(Optional<Undone> undone) {
      undone.ifPresent(known -> known.down().script());
      return undone;
    }

    private void lintDown(Optional<Undone> undone) {
      if (undone.isEmpty()) {
        linter.passOver();
        return;
      }
      var known = undone.get();
      var script = known.down().script();
      add(script, linter.lintDown(script, known.alone(), known.up()), known.file());
    }

    private void add(Script script, LintResult linted, SqlFiles.SqlFile file) {
      linted.remarks().stream().map(FileLint::finding).forEach(ofScripts::add);
      problems.addAll(script.problems());
      var ignores = script.directives().stream().anyMatch(d -> d.name().equals("ignore"));
      if (ignores) {
        ignoring.add(script);
      }
      if (ignores || !linted.remarks().isEmpty()) {
        texts.put(file.name(), file.text());
      }
      keepText(script.problems(), file);
    }

    private void keepText(List<Finding> found, SqlFiles.SqlFile file) {
      if (!found.isEmpty()) {
        texts.put(file.name(), file.text());
      }
    }

    List<Finding> sorted() {
      ofScripts.addAll(problems);
      findings.addAll(unsilenced(ignoring, ofScripts));
      return findings.stream().distinct().sorted(IN_ORDER_OF_TEXT).toList();
    }
  }

  /// Applies the `ignore` directives, except those for rules that lint does not check.
  private List<Finding> unsilenced(List<Script> scripts, List<Finding> found) {
    var lint =
        Stream.concat(Rules.ALL.stream().map(Rule::name), Stream.of(LONG_NAME))
            .collect(Collectors.toSet());
    var today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    var ours = scripts.stream().map(script -> without(script, lint)).toList();
    return Ignores.of(ours, lint, today).apply(found);
  }

  private static Script without(Script script, Set<RuleName> lint) {
    var directives =
        script.directives().stream()
            .filter(d -> !d.name().equals("ignore") || !isOfOthers(d.arguments(), lint))
            .toList();
    return new Script(
        script.file(), script.text(), script.statements(), directives, script.problems());
  }

  private static boolean isOfOthers(String arguments, Set<RuleName> lint) {
    var rule = new RuleName(arguments.split("\\s", 2)[0]);
    return RuleLevels.CHANGEABLE.contains(rule) && !lint.contains(rule);
  }
}
