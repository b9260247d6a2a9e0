package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabasePlan;
import dev.deed.cli.report.DatabasePlan.Awaited;
import dev.deed.cli.report.DatabasePlan.PlannedMove;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.PlanPreview;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Target;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.Environment;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import dev.deed.sql.replay.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans without running anything: the steps, and who would be affected.
public final class PlanReport {

  private final Project project;
  private final Migrations migrations;
  private final @Nullable Environment environment;
  private final PlanResults results;
  private final GateAnswer answer;
  private final Surroundings surroundings;
  private final String place;

  /// @param environment null where none is asked
  public PlanReport(
      PlanInputs inputs, Wish wish, Surroundings surroundings, @Nullable Environment environment) {
    this.project = inputs.project();
    this.migrations = inputs.migrations();
    this.environment = environment;
    this.surroundings = surroundings;
    this.results = PlanResults.of(inputs, inputs.planning(wish));
    this.place = environment == null ? "plan" : environment.name().text();
    var gate = new Gate(project, inputs.migrations(), surroundings);
    this.answer = gate.answerToApply(results.all(), environment, inputs.live());
  }

  /// Whether everything in it would be sent.
  boolean isGood() {
    return !answer.isNo() && failures().isEmpty();
  }

  public Report report() {
    return answer.isNo() ? answer.report(place, failures()) : planned();
  }

  private List<Report.Failure> failures() {
    return results.all().stream()
        .flatMap(result ->
            Report.Failure.of(result.premise().target(), result.premise().words(), result.failure())
                .stream())
        .toList();
  }

  private Report planned() {
    return new DatabaseReport.Planned(results.all().stream().map(this::databasePlan).toList());
  }

  private DatabasePlan databasePlan(PlanResult prospect) {
    var premise = prospect.premise();
    var plan = prospect.plan();
    var moves = plan == null ? List.<PlannedMove>of() : moves(plan, prospect.history());
    return new DatabasePlan(
        premise.database(),
        premise.target(),
        (int) prospect.history().rows().stream().filter(HistoryRow::isDone).count(),
        moves,
        plan == null ? List.of() : notices(plan, premise.target(), moves),
        prospect.failure());
  }

  private List<String> notices(Plan plan, @Nullable Target target, List<PlannedMove> moves) {
    var all = new ArrayList<>(plan.withNotices(answer.noticesOf(plan)).notices());
    EffectsComparison.looked(project, environment, migrations, plan)
        .map(
            "before the commit, apply compares what %s has locked, written and changed with what check can see"
                ::formatted)
        .ifPresent(all::add);
    if (environment != null && target != null) {
      var lossy = moves.stream().filter(PlanReport::loses).map(PlannedMove::move).toList();
      var targets = Targets.of(project, environment.name().text(), surroundings);
      all.addAll(new BackupNotes(targets, target).of(lossy));
    }
    return all;
  }

  /// Its down does not bring all rows back.
  private static boolean loses(PlannedMove planned) {
    return planned.move().stored().down() == null
        || planned.statements().stream()
            .anyMatch(statement -> statement.hazards().contains(Hazard.LOSES_DATA));
  }

  private List<PlannedMove> moves(Plan plan, History history) {
    var database = project.ownership().map().databaseNamed(plan.database()).orElseThrow();
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var levels = new RuleLevels(project.ownership()).levels();
    var linter =
        new Linter(
            reader,
            new LintSettings(database.postgres(), true, true, levels)
                .declared(database.isPostgresDeclared()));
    var remarks = new ArrayList<Finding>();
    var foreseen =
        PlanPreview.of(
            plan,
            history,
            reader,
            (script, alone) -> {
              var linted = linter.lint(script, alone);
              linted.remarks().forEach(remark -> remarks.add(remark.finding()));
              return linted.resolved();
            });
    var statements = new PlannedStatements(project.ownership().map(), database, remarks);
    return foreseen.stream()
        .map(f -> new PlannedMove(f.move(), requirements(f.move()), statements.of(f)))
        .toList();
  }

  private List<Awaited> requirements(PlannedMigration move) {
    return PlanResults.requirements(move).stream()
        .map(required -> new Awaited(required, results.met(required)))
        .toList();
  }
}
