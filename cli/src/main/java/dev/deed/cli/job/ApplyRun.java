package dev.deed.cli.job;

import dev.deed.cli.host.Background;
import dev.deed.cli.host.Cache;
import dev.deed.cli.host.Confirmation;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.Checksum;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.file.FileMemory;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.engine.run.PlanSource;
import dev.deed.engine.run.Runner;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Applies and rolls back the project's migrations in the databases of one environment.
public record ApplyRun(Targets targets, Surroundings surroundings, RunSettings settings) {

  /// Reads the changed files while the databases are read.
  public Report apply(@Nullable String database, Wish wish) {
    var addresses = targets.addresses(database, wish.goal());
    var files = Background.making(this::read);
    var promotion = promotion(addresses);
    if (asks()) {
      files.get(); // Report mistakes in the files before asking.
      confirm(addresses);
    }
    var ran =
        run(
            addresses,
            (name, history) -> promotion.checked(files.get().planner().apply(name, history, wish)),
            plan -> historiesOf(targets.requiredBy(addresses, plan)));
    files.get().memory().save(); // Without migrations, get() fails here, only once.
    return ran;
  }

  private Files read() {
    var memory = new Cache(surroundings).filesOf(targets.project().base());
    return new Files(new Planner(targets.project().migrations(memory)), memory);
  }

  /// The planner made from the files, and the memory to save.
  private record Files(Planner planner, FileMemory memory) {}

  /// Shows what `apply` would do, by the same rules.
  public Report outlook(@Nullable String database, Wish wish) {
    var addresses = targets.addresses(database, wish.goal());
    var migrations = targets.project().migrations();
    var premises = PlanInputs.read(targets, migrations, addresses);
    return new PlanReport(premises, promoted(addresses, migrations, wish)).report();
  }

  private PlanSource promoted(List<Address> addresses, Migrations migrations, Wish wish) {
    var planner = new Planner(migrations);
    var promotion = promotion(addresses);
    return (name, history) -> promotion.checked(planner.apply(name, history, wish));
  }

  /// @param fromFiles use the downs of the current files instead of the stored ones
  public Report rollback(@Nullable String database, Goal goal, boolean fromFiles) {
    var address = targets.address(database);
    var migrations = targets.project().migrations();
    var planner = new Planner(migrations);
    var others = OtherHistories.of(address.target().database(), targets, migrations);
    confirm(List.of(address));
    return run(
        List.of(address),
        (name, history) -> {
          var plan =
              fromFiles
                  ? planner.rollbackByFiles(name, history, goal, others.histories())
                  : planner.rollback(name, history, goal, others.histories());
          return plan.withNotices(others.notices());
        },
        OtherDatabases.NONE);
  }

  Report run(List<Address> addresses, PlanSource planning, OtherDatabases bystanders) {
    try (var watching = settings.watching(surroundings)) {
      var runner = new Runner(settings.policyFor(targets), watching);
      try (var _ = surroundings.signals().listen(runner::stop)) {
        return new DatabaseReport.Ran(runner.run(addresses, planning, bystanders));
      }
    }
  }

  /// Asks before a protected environment is changed.
  void confirm(List<Address> addresses) {
    if (asks()) {
      new Confirmation(surroundings, targets.environment().name()).ask(addresses);
    }
  }

  private boolean asks() {
    return targets.environment().isProtected() && !settings.yes();
  }

  /// Applies `promote_from` to SQL that is not in a file.
  void refuseNotPromoted(Address address, Checksum sql) {
    var from = targets.environment().promoteFrom();
    if (from != null) {
      var source = Targets.of(targets.project(), from.text(), targets.variables());
      var history = historyOf(source.address(address.target().database().text()));
      NotPromoted.refuseManual(from, sql, history);
    }
  }

  private Promotion promotion(List<Address> addresses) {
    var from = targets.environment().promoteFrom();
    if (from == null) {
      return Promotion.FREE;
    }
    var source = Targets.of(targets.project(), from.text(), targets.variables());
    var histories = new HashMap<DatabaseName, History>();
    for (var address : addresses) {
      var name = address.target().database();
      histories.put(name, historyOf(source.address(name.text())));
    }
    return new Promotion(from, histories);
  }

  private Map<DatabaseName, History> historiesOf(List<Address> addresses) {
    return addresses.stream()
        .collect(Collectors.toMap(a -> a.target().database(), this::historyOf));
  }

  private History historyOf(Address address) {
    return Histories.read(address, targets.policy().waits().connect());
  }

  /// The migrations that an environment accepts because another one already has them.
  ///
  /// @param from null if the environment accepts any
  record Promotion(@Nullable EnvironmentName from, Map<DatabaseName, History> histories) {

    static final Promotion FREE = new Promotion(null, Map.of());

    Plan checked(Plan plan) {
      if (from != null) {
        var history = histories.getOrDefault(plan.database(), History.NONE);
        plan.moves().forEach(move -> NotPromoted.refuse(from, move, history));
      }
      return plan;
    }
  }
}
