package dev.deed.cli.job;

import dev.deed.engine.Goal;
import dev.deed.engine.Migrations;
import dev.deed.engine.Passing;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.PlanSource;
import dev.deed.ownership.Database;
import dev.deed.sql.DatabaseName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The inputs of plans.
///
/// @param others databases that are not planned but may be required
/// @param promotion what may be planned at all
/// @param gates contracts of changeovers wait until they are due
/// @param live what the databases have
public record PlanInputs(
    Project project,
    Migrations migrations,
    List<PlanInput> all,
    Map<DatabaseName, PlanInput> others,
    Promotion promotion,
    boolean gates,
    LiveNames live) {

  /// Reads the histories from the servers of an environment.
  public static PlanInputs read(Targets targets, Migrations migrations, List<Address> addresses) {
    var patience = targets.patience();
    var all = Histories.read(addresses, patience).stream().map(PlanInput::of).toList();
    var others = new HashMap<DatabaseName, PlanInput>();
    for (var reading : Histories.read(targets.requiredBy(addresses, migrations), patience)) {
      others.put(reading.target().database(), PlanInput.of(reading));
    }
    var promotion = Promotion.of(targets, addresses);
    return new PlanInputs(
        targets.project(),
        migrations,
        all,
        others,
        promotion,
        ContractWords.areAskedIn(targets.environment()),
        LiveNames.at(targets, addresses));
  }

  /// As if the databases had been built from a part of the migrations.
  ///
  /// @param scope its name; null for all of them
  PlanInputs withScope(@Nullable String scope) {
    var scoped = all.stream().map(input -> input.withScope(scope)).toList();
    return new PlanInputs(project, migrations, scoped, others, promotion, gates, live);
  }

  /// Assumes that exactly the migrations up to `from` are applied; no server is used.
  public static PlanInputs assumed(Project project, @Nullable String database, Goal from) {
    var migrations = project.migrations();
    var planner = new Planner(migrations);
    var all =
        databases(project, database).stream()
            .map(name -> new PlanInput(name, null, planner.assumed(name, from), null))
            .toList();
    return new PlanInputs(project, migrations, all, Map.of(), Promotion.FREE, true, LiveNames.NONE);
  }

  /// What `apply` would do, and what it would refuse.
  PlanSource planning(Wish wish) {
    var planner = new Planner(migrations);
    var passing =
        gates ? ContractWords.of(project, migrations).passing(wish.forced()) : Passing.NONE;
    var odd = new OddHistory(project);
    return (name, history) ->
        promotion
            .checked(planner.apply(name, history, wish, passing))
            .withNotices(odd.notices(history));
  }

  private static List<DatabaseName> databases(Project project, @Nullable String database) {
    var known = project.ownership().map().databases().stream().map(Database::name).toList();
    if (database == null) {
      return known;
    }
    var name = new DatabaseName(database);
    if (!known.contains(name)) {
      throw new Targets.NoSuch(
          "database", database, known.stream().map(DatabaseName::text).toList());
    }
    return List.of(name);
  }
}
