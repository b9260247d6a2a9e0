package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Ignores;
import dev.deed.engine.Section;
import dev.deed.lint.LintResult;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lints SQL of any origin, without owners and without an ownership file.
public record FileLint(Surroundings surroundings, List<String> searchPath, LintSettings linting) {

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
    var texts = new LinkedHashMap<SourceFile, String>();
    var findings = new ArrayList<Finding>();
    for (var file : new SqlFiles(surroundings).read(schema)) {
      var script = Section.up(file.name(), file.text()).script();
      reader.readBaseline(script);
      findings.addAll(script.problems());
      texts.put(file.name(), file.text());
    }
    var read =
        new SqlFiles(surroundings)
            .readAll(files, (path, failure) -> findings.add(unreadable(path, failure)));
    read.forEach(file -> texts.put(file.name(), file.text()));
    findings.addAll(findings(LooseMigration.of(read), new Linter(reader, linting)));
    var sorted = findings.stream().distinct().sorted(IN_ORDER_OF_TEXT).toList();
    return new FindingReport.Linted(
        read.stream().map(SqlFiles.SqlFile::name).toList(),
        sorted,
        new Sources(texts, surroundings.workingDirectory()));
  }

  private static Finding unreadable(Path path, UserException failure) {
    return Finding.error(
        new RuleName("unreadable-file"),
        SqlFiles.nameOf(path),
        Span.NONE,
        String.valueOf(failure.getMessage()),
        failure.advice());
  }

  /// Lints all ups in order, then all downs in reverse order.
  private List<Finding> findings(List<LooseMigration> migrations, Linter linter) {
    var findings = new ArrayList<Finding>();
    var ups = new LinkedHashMap<LooseMigration, LintResult>();
    var scripts = new ArrayList<Script>();
    for (var migration : migrations) {
      scripts.add(migration.up());
      ups.put(migration, add(findings, linter.lint(migration.up(), migration.alone())));
    }
    for (var migration : migrations.reversed()) {
      var down = migration.down();
      if (down != null) {
        scripts.add(down);
        var up = Objects.requireNonNull(ups.get(migration));
        add(findings, linter.lintDown(down, migration.alone(), up));
      } else {
        linter.passOver();
      }
    }
    scripts.forEach(script -> findings.addAll(script.problems()));
    return unsilenced(scripts, findings);
  }

  private static LintResult add(List<Finding> findings, LintResult linted) {
    linted.remarks().stream().map(FileLint::finding).forEach(findings::add);
    return linted;
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

  /// Applies the `ignore` directives, except those for rules that lint does not check.
  private List<Finding> unsilenced(List<Script> scripts, List<Finding> findings) {
    var lint =
        Stream.concat(Rules.ALL.stream().map(Rule::name), Stream.of(LONG_NAME))
            .collect(Collectors.toSet());
    var today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    var ours = scripts.stream().map(script -> without(script, lint)).toList();
    return Ignores.of(ours, lint, today).apply(findings);
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
