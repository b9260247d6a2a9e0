package dev.deed.cli.job;

import dev.deed.engine.Checksum;
import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may go into an environment because another one has it already.
///
/// @param from null where anything may
record Promotion(
    EnvironmentName to, @Nullable EnvironmentName from, Map<DatabaseName, History> histories) {

  /// Where no environment is asked.
  static final Promotion FREE = new Promotion(new EnvironmentName("none"), null, Map.of());

  static Promotion of(Targets targets, List<Address> addresses) {
    var to = targets.environment().name();
    var from = targets.environment().promoteFrom();
    if (from == null) {
      return new Promotion(to, null, Map.of());
    }
    var source = targets.in(from);
    var histories = new HashMap<DatabaseName, History>();
    for (var address : addresses) {
      var name = address.target().database();
      var there = source.address(name.text());
      histories.put(name, Histories.read(there, targets.patience()));
    }
    return new Promotion(to, from, histories);
  }

  /// @throws NotPromoted where one of its migrations may not come here
  Plan checked(Plan plan) {
    if (from != null) {
      var history = histories.getOrDefault(plan.database(), History.NONE);
      plan.moves().forEach(move -> NotPromoted.refuse(to, from, move, history));
    }
    return plan;
  }

  /// SQL that is in no file must have been run where the environment says, too.
  void refuseManual(DatabaseName database, Checksum sql) {
    if (from != null) {
      NotPromoted.refuseManual(from, sql, histories.getOrDefault(database, History.NONE));
    }
  }
}
