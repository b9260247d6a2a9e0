package dev.deed.cli.job;

import dev.deed.cli.report.DatabasePlan;
import dev.deed.cli.report.DatabasePlan.Awaited;
import dev.deed.cli.report.DatabasePlan.Met;
import dev.deed.cli.report.DatabasePlan.PlannedMove;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.Direction;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Plan;
import dev.deed.engine.PlanPreview;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.run.PlanSource;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.replay.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Plans without running anything: the steps, and who would be affected.
public final class PlanReport {

  private final Project project;
  private final List<PlanResult> prospects;
  private final Map<DatabaseName, History> histories = new HashMap<>();
  private final Set<Requirement> planned = new HashSet<>();

  public PlanReport(PlanInputs premises, PlanSource planning) {
    this.project = premises.project();
    this.prospects = premises.all().stream().map(p -> PlanResult.of(p, planning)).toList();
    histories.putAll(premises.others());
    prospects.forEach(this::note);
  }

  private void note(PlanResult prospect) {
    histories.put(prospect.premise().database(), prospect.history());
    var plan = prospect.plan();
    if (plan != null) {
      plan.moves().forEach(m -> planned.add(new Requirement(plan.database(), m.name().version())));
    }
  }

  public Report report() {
    return new DatabaseReport.Planned(prospects.stream().map(this::databasePlan).toList());
  }

  private DatabasePlan databasePlan(PlanResult prospect) {
    var premise = prospect.premise();
    var plan = prospect.plan();
    return new DatabasePlan(
        premise.database(),
        premise.target(),
        (int) prospect.history().rows().stream().filter(HistoryRow::isDone).count(),
        plan == null ? List.of() : moves(plan, prospect.history()),
        plan == null ? List.of() : plan.notices(),
        prospect.failure());
  }

  private List<PlannedMove> moves(Plan plan, History history) {
    var database = project.ownership().map().databaseNamed(plan.database()).orElseThrow();
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var levels = new RuleLevels(project.ownership()).levels();
    var linter = new Linter(reader, new LintSettings(database.postgres(), true, true, levels));
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
    return move.direction() == Direction.UP
        ? move.stored().requires().stream().map(r -> new Awaited(r, met(r))).toList()
        : List.of();
  }

  private Met met(Requirement requirement) {
    var history = histories.get(requirement.database());
    if (history != null && history.isDone(requirement.version())) {
      return Met.APPLIED;
    }
    if (planned.contains(requirement)) {
      return Met.IN_THIS_PLAN;
    }
    return history == null ? Met.UNKNOWN : Met.NOT_APPLIED;
  }
}
