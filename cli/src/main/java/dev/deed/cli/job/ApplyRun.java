package dev.deed.cli.job;

import dev.deed.cli.host.Background;
import dev.deed.cli.host.Cache;
import dev.deed.cli.host.Confirmation;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.engine.CannotRollBack;
import dev.deed.engine.Checksum;
import dev.deed.engine.History;
import dev.deed.engine.Migrations;
import dev.deed.engine.Passing;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Wish;
import dev.deed.engine.changeover.Contracts;
import dev.deed.engine.connect.Address;
import dev.deed.engine.file.FileMemory;
import dev.deed.engine.look.Histories;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.engine.run.PlanSource;
import dev.deed.engine.run.Runner;
import dev.deed.sql.DatabaseName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Applies and rolls back the project's migrations in the databases of one environment.
public record ApplyRun(Targets targets, Surroundings surroundings, RunSettings settings) {

  public ApplyRun {
    targets = targets.logging(settings.log());
  }

  /// Reads the changed files while the databases are read.
  public Report apply(@Nullable String database, Wish wish) {
    var addresses = targets.addresses(database, wish.goal());
    var files = Background.making(this::read);
    var promotion = Promotion.of(targets, addresses);
    var odd = new OddHistory(targets.project());
    var gate =
        new PendingGate(
            results ->
                new Gate(targets.project(), files.get().migrations(), surroundings)
                    .answerToApply(
                        results, targets.environment(), LiveNames.at(targets, addresses)),
            targets,
            addresses,
            (name, history) ->
                promotion
                    .checked(files.get().plan(name, history, wish))
                    .withNotices(odd.notices(history)));
    var comparison =
        EffectsComparison.of(
            targets.project(),
            targets.environment(),
            name -> EffectsComparison.scripts(targets.project(), files.get().migrations(), name));
    var ran =
        gated(
            addresses, gate, plan -> historiesOf(targets.requiredBy(addresses, plan)), comparison);
    files.get().memory().save(); // Without migrations, get() fails here, only once.
    return ran;
  }

  private RollbackCheck downs(Migrations migrations, PlanResult result) {
    var today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    return new RollbackCheck(targets.project(), migrations, result, today);
  }

  /// What the gate refuses is told before a person is asked, and nothing of it is sent.
  ///
  /// @param comparison of what happens with what is allowed
  Report gated(
      List<Address> addresses,
      PendingGate gate,
      OtherDatabases bystanders,
      BeforeCommit comparison) {
    var steps = new ManualSteps(surroundings, targets.environment(), settings.manualDone());
    if (asks() || steps.canAsk()) {
      gate.lookAhead();
      var refused = gate.refusal();
      if (refused.isPresent()) {
        return refused.get();
      }
      steps.ask(gate.plans());
      confirm(addresses);
    }
    PlanSource planning =
        (name, history) -> {
          var plan = gate.plan(name, history);
          steps.refuseOpen(plan.moves().isEmpty() ? List.of() : gate.plans());
          return plan.withNotices(ManualSteps.notices(plan));
        };
    return gate.report(run(addresses, planning, bystanders, comparison));
  }

  private Files read() {
    var memory = new Cache(surroundings).filesOf(targets.project().base());
    var migrations = targets.project().migrations(memory);
    var contracts =
        ContractWords.areAskedIn(targets.environment())
            ? ContractWords.of(targets.project(), migrations)
            : null;
    return new Files(migrations, new Planner(migrations), contracts, memory);
  }

  /// The migrations, the planner made from them, and the memory to save.
  ///
  /// @param contracts null where none has to wait
  private record Files(
      Migrations migrations, Planner planner, @Nullable Contracts contracts, FileMemory memory) {

    Plan plan(DatabaseName name, History history, Wish wish) {
      var passing = contracts == null ? Passing.NONE : contracts.passing(wish.forced());
      return planner.apply(name, history, wish, passing);
    }
  }

  /// Shows what `apply` would do, by the same rules.
  public Report outlook(@Nullable String database, Wish wish) {
    var addresses = targets.addresses(database, wish.goal());
    var migrations = targets.project().migrations();
    var premises = PlanInputs.read(targets, migrations, addresses);
    return new PlanReport(premises, wish, surroundings, targets.environment()).report();
  }

  public Report rollback(@Nullable String database, RollbackWish wish) {
    var address = targets.address(database);
    var migrations = targets.project().migrations();
    var planner = new Planner(migrations);
    var others = OtherHistories.of(address.target().database(), targets, migrations);
    var odd = new OddHistory(targets.project());
    var backups = new BackupNotes(targets, address.target());
    PlanSource planning =
        (name, history) -> {
          try {
            return backups.noted(
                planner
                    .rollback(name, history, wish, others.histories())
                    .withNotices(others.notices())
                    .withNotices(odd.notices(history)));
          } catch (CannotRollBack refusal) {
            throw backups.noted(refusal);
          }
        };
    return rolledBack(address, migrations, planning);
  }

  /// By downs that the gate has looked at.
  Report rolledBack(Address address, Migrations migrations, PlanSource planning) {
    var addresses = List.of(address);
    var asked = new AtomicReference<PlanResult>();
    var gate =
        new PendingGate(
            results -> {
              asked.set(results.getFirst());
              return new Gate(targets.project(), migrations, surroundings)
                  .answerToRollback(
                      results.getFirst(), targets.environment(), LiveNames.at(targets, addresses));
            },
            targets,
            addresses,
            planning);
    var comparison =
        EffectsComparison.of(
            targets.project(),
            targets.environment(),
            _ -> downs(migrations, asked.get()).scripts());
    return gated(addresses, gate, OtherDatabases.NONE, comparison);
  }

  Report run(
      List<Address> addresses,
      PlanSource planning,
      OtherDatabases bystanders,
      BeforeCommit comparison) {
    try (var watching = settings.watching(surroundings)) {
      var policy = settings.policyFor(targets).withBeforeCommit(comparison);
      var runner = new Runner(policy, watching);
      try (var _ = surroundings.signals().listen(runner::stop)) {
        return new DatabaseReport.Ran(runner.run(addresses, planning, bystanders));
      }
    }
  }

  /// Asks before a protected environment is changed, and says before what is to be known for the
  /// answer.
  void confirm(List<Address> addresses, List<String> notices) {
    if (asks()) {
      notices.forEach(notice -> surroundings.err().println("note: " + PrintableText.line(notice)));
      confirm(addresses);
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
    Promotion.of(targets, List.of(address)).refuseManual(address.target().database(), sql);
  }

  private Map<DatabaseName, History> historiesOf(List<Address> addresses) {
    return addresses.stream()
        .collect(Collectors.toMap(a -> a.target().database(), this::historyOf));
  }

  private History historyOf(Address address) {
    return Histories.read(address, targets.patience());
  }
}
