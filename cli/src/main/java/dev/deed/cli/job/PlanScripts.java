package dev.deed.cli.job;

import dev.deed.cli.host.ReportFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PlanScript;
import dev.deed.cli.report.Report;
import dev.deed.engine.Plan;
import dev.deed.engine.Wish;
import dev.deed.engine.script.PlanAsSql;
import dev.deed.ownership.Environment;
import dev.deed.project.RunPolicies;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans as scripts for `psql`.
///
/// @param environment null where none is asked
public record PlanScripts(
    PlanInputs premises, Wish wish, Surroundings surroundings, @Nullable Environment environment) {

  /// @param folder for the scripts, or null to print the only script
  public Report report(@Nullable Path folder) {
    if (folder == null && premises.all().size() != 1) {
      throw new Targets.NotNamed(
          new EnvironmentName("the plan"),
          premises.all().stream().map(premise -> premise.database().text()).toList());
    }
    var results = PlanResults.of(premises, premises.planning(wish));
    var gate = new Gate(premises.project(), premises.migrations(), surroundings);
    var answer = gate.answerToApply(results.all(), environment, premises.live());
    if (answer.isNo()) {
      throw answer.refusalWithFindings();
    }
    return new DatabaseReport.Scripts(
        results.all().stream().map(result -> script(result, folder)).toList());
  }

  private PlanScript script(PlanResult prospect, @Nullable Path folder) {
    var premise = prospect.premise();
    var plan = prospect.plan();
    if (plan == null) {
      return new PlanScript(premise.target(), premise.database(), 0, "", null, prospect.failure());
    }
    var settings = RunPolicies.of(premises.project().ownership()).scripts(premise.database());
    var sql = PlanAsSql.of(plan.withNotices(notices(plan)), settings, expected(premise));
    return new PlanScript(
        premise.target(),
        premise.database(),
        plan.moves().size(),
        sql,
        folder == null ? null : write(folder.resolve(premise.database() + ".sql"), sql),
        null);
  }

  /// What psql does not do as `deed apply` does it.
  private List<String> notices(Plan plan) {
    var notices = new ArrayList<String>();
    // Who owns what is not known to the server.
    EffectsComparison.looked(premises.project(), environment, premises.migrations(), plan)
        .map(
            "psql does not compare what %s has done with what check can see, as deed apply does before the commit"
                ::formatted)
        .ifPresent(notices::add);
    plan.moves().stream()
        .filter(move -> move.direction().sendsStatements() && !move.body().backfills().isEmpty())
        .map(move ->
            "psql runs the backfill of %s as one statement, which locks its rows until the end, and counts afterwards what is left; deed apply runs it in short batches"
                .formatted(move.name().words()))
        .forEach(notices::add);
    return notices;
  }

  /// The database that the script must run in, as `apply` demands it too.
  private @Nullable String expected(PlanInput premise) {
    var target = premise.target();
    return target == null
        ? null
        : premises
            .project()
            .ownership()
            .environmentNamed(target.environment())
            .flatMap(environment -> environment.expectationOf(target.database()))
            .map(Environment.Expectation::database)
            .orElse(null);
  }

  private SourceFile write(Path path, String sql) {
    var file = ReportFile.named(path.toString(), surroundings.workingDirectory());
    file.check();
    file.write(sql);
    return new SourceFile(path.toString().replace('\\', '/'));
  }
}
