package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.History;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The status of the databases of several environments, read in parallel. An unreachable database
/// does not hide the others.
public final class StatusQuery {

  private final List<Targets> environments;
  private final Map<Target, UserException> failures = new HashMap<>();
  private final List<Target> order = new ArrayList<>();
  private final List<Address> addresses = new ArrayList<>();

  private StatusQuery(List<Targets> environments) {
    this.environments = environments;
  }

  /// Reports mistakes in the URLs before any database is read.
  ///
  /// @param database the only database, or null for all
  public static Report ofOne(Targets targets, @Nullable String database) {
    targets.addresses(database);
    return of(List.of(targets), database);
  }

  public static Report of(List<Targets> environments, @Nullable String database) {
    return new StatusQuery(environments).report(database);
  }

  private Report report(@Nullable String database) {
    environments.forEach(targets -> add(targets, database));
    var first = environments.getFirst();
    var planner = new Planner(first.project().migrations());
    var readings = new HashMap<Target, Histories.Reading>();
    for (var reading : Histories.read(addresses, first.patience())) {
      readings.put(reading.target(), reading);
    }
    return new DatabaseReport.Status(
        order.stream().map(target -> status(planner, target, readings.get(target))).toList());
  }

  private DatabaseReport.DatabaseStatus status(
      Planner planner, Target target, Histories.@Nullable Reading reading) {
    if (reading == null) {
      return new DatabaseReport.DatabaseStatus(
          target, List.of(), List.of(), List.of(), failures.get(target));
    }
    var history = reading.history();
    var standings = history == null ? null : planner.status(target.database(), history);
    var notices = new ArrayList<String>();
    if (history != null) {
      notices.addAll(new OddHistory(environments.getFirst().project()).notices(history));
      notices.addAll(planner.scopeNotices(target.database(), history));
      notices.addAll(
          ToolNotices.of(
              history, planner.migrations(target.database()), target.environment().text()));
      demands(planner, target, history).ifPresent(notices::add);
    }
    return new DatabaseReport.DatabaseStatus(
        target,
        standings == null ? List.of() : standings,
        notices,
        history == null ? List.of() : history.changeovers().underWay(),
        reading.failure());
  }

  /// What the environment asks of the pending migrations, and whether they have it.
  private Optional<String> demands(Planner planner, Target target, History history) {
    var targets =
        environments.stream()
            .filter(t -> t.environment().name().equals(target.environment()))
            .findFirst()
            .orElseThrow();
    var environment = targets.environment();
    if (environment.policies().requires().isEmpty() && !environment.isProtected()) {
      return Optional.empty();
    }
    var result =
        PlanResult.of(
            new PlanInput(target.database(), target, history, null),
            (database, known) -> planner.apply(database, known, Wish.ALL));
    var demands =
        new EnvironmentDemands(
            targets.project(), targets.project().migrations(), targets.surroundings(), environment);
    return Optional.of(demands.summary(targets, result)).filter(words -> !words.isEmpty());
  }

  private void add(Targets targets, @Nullable String database) {
    for (var name : databases(targets, database)) {
      var target = new Target(targets.environment().name(), name);
      order.add(target);
      try {
        addresses.add(targets.address(name.text()));
      } catch (UserException failure) {
        failures.put(target, failure);
      }
    }
  }

  /// The selected databases of one environment, which may not have all of them.
  private List<DatabaseName> databases(Targets targets, @Nullable String database) {
    if (database == null) {
      return List.copyOf(targets.environment().urls().keySet());
    }
    var name = new DatabaseName(database);
    var isNowhere = environments.stream().noneMatch(e -> e.environment().urlOf(name).isPresent());
    if (isNowhere) {
      targets.address(database); // fails with the known names
    }
    return targets.environment().urlOf(name).isPresent() ? List.of(name) : List.of();
  }
}
