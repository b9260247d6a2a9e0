package dev.deed.engine.changeover;

import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Planner;
import dev.deed.sql.DatabaseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// Finds the changeovers among the migrations of a database.
public record Changeovers(Planner planner, Contracts contracts) {

  /// In the order of their first files.
  public List<Changeover> of(DatabaseName database, History history) {
    var steps = new LinkedHashMap<String, List<Changeover.Step>>();
    var heads = new LinkedHashMap<String, ChangeoverPart>();
    for (var status : planner.status(database, history)) {
      var migration = status.migration();
      var part = migration == null ? null : migration.changeover().orElse(null);
      if (part != null) {
        heads.putIfAbsent(part.name(), part);
        steps
            .computeIfAbsent(part.name(), _ -> new ArrayList<>())
            .add(step(status, Objects.requireNonNull(migration), part, history));
      }
    }
    var gates = contracts.gates(database, history);
    var all = new ArrayList<Changeover>();
    heads.forEach((name, head) ->
        all.add(
            new Changeover(
                head,
                steps.getOrDefault(name, List.of()),
                gates.stream().filter(gate -> isOf(gate, name)).toList())));
    return all;
  }

  private static boolean isOf(ContractGate gate, String name) {
    return gate.part() != null && gate.part().name().equals(name);
  }

  private static Changeover.Step step(
      MigrationStatus status, Migration migration, ChangeoverPart part, History history) {
    var row = status.row();
    var applied = row == null || !row.isDone() ? null : appliedAt(row);
    return new Changeover.Step(
        migration,
        part.phase(),
        status.state(),
        applied,
        history.changeovers().backfillsOf(migration.version()));
  }

  private static Instant appliedAt(HistoryRow row) {
    return row.attempt().at();
  }
}
