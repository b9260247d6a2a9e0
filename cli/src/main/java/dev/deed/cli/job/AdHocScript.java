package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.ManualChange;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationBody;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Version;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// SQL to be run by hand. It is checked as a migration of its service would be, and must be able to
/// run in a transaction that can still be rolled back.
record AdHocScript(Project project, ManualChange change, Surroundings surroundings) {

  private static final RuleName ALONE = new RuleName("outside-transactions");
  private static final RuleName NO_LIMIT = new RuleName("no-lock-timeout");
  private static final RuleName DIRECTIVE = new RuleName("directive-not-obeyed");
  private static final Set<String> OBEYED = Set.of("ignore", "expect", "touches");
  private static final RuleName EMPTY = new RuleName("empty-migration");

  /// Some of the migrations before it may not be applied yet. PostgreSQL reports what fails, and
  /// nothing of it stays.
  private static final RuleName LEFT_TO_POSTGRES = new RuleName("will-fail");

  /// Sorts after every existing version.
  private static final Version LAST = new Version("9".repeat(40));

  List<Finding> findings() {
    var script = change.up().script();
    var findings = new ArrayList<>(script.problems());
    findings.addAll(MigrationBody.of(script, false).findings());
    if (script.statements().isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.error(
              EMPTY,
              script.file(),
              Span.NONE,
              "the SQL contains no statement",
              "write a statement"));
    }
    for (var statement : script.statements()) {
      findings.addAll(ofStatement(script, statement));
    }
    script.directives().stream()
        .filter(directive -> !OBEYED.contains(directive.name()))
        .forEach(directive -> findings.add(notObeyed(script, directive)));
    var gate = new Gate(project, migrations(), surroundings);
    return gate.judged(Scope.pending(Set.of(script.file())), findings).stream()
        .filter(finding -> !finding.rule().equals(LEFT_TO_POSTGRES))
        .toList();
  }

  /// Those of the project, and this one as the last.
  Migrations migrations() {
    var name = new MigrationName(change.database(), change.service(), LAST, "exec");
    var all = new ArrayList<>(project.migrations().all());
    all.add(new Migration(name, change.up().file(), change.up(), change.down(), false, false));
    return new Migrations(all, List.of());
  }

  private static Finding notObeyed(Script script, Directive directive) {
    return Finding.error(
        DIRECTIVE,
        script.file(),
        directive.span(),
        "the directive `%s` only applies to migrations".formatted(directive.name()),
        "remove it, or make this a migration: deed new");
  }

  private List<Finding> ofStatement(Script script, Statement statement) {
    if (statement.runsAlone()) {
      var message =
          statement.command().words()
              + " cannot run inside a transaction, so deed could not show its effects before they are permanent";
      var advice =
          "make it a migration: deed new \"...\" --service %s --database %s; deed apply runs it outside a transaction"
              .formatted(change.service(), change.database());
      return List.of(Finding.error(ALONE, script.file(), statement.span(), message, advice));
    }
    return statement.effects().stream()
        .filter(SetsParameter.class::isInstance)
        .map(SetsParameter.class::cast)
        .filter(set -> set.parameter().equals("lock_timeout"))
        .map(set ->
            Finding.error(
                NO_LIMIT,
                script.file(),
                set.span(),
                "SQL run by hand cannot set its own lock_timeout",
                "remove the statement; policies.lock_timeout in the ownership file sets the limit"))
        .toList();
  }
}
