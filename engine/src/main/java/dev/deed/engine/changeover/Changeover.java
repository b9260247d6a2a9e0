package dev.deed.engine.changeover;

import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.ChangeoverPart.Phase;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationStatus;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One expand/contract story, and how far it is in one database.
///
/// @param part what its first file says of it
/// @param steps its files, in order
/// @param gates of its contracts that are pending
public record Changeover(ChangeoverPart part, List<Step> steps, List<ContractGate> gates) {

  public Changeover {
    steps = List.copyOf(steps);
    gates = List.copyOf(gates);
  }

  /// One file of it.
  ///
  /// @param applied when; null where it is not
  /// @param backfills of its statements that run in batches
  public record Step(
      Migration migration,
      Phase phase,
      MigrationStatus.State state,
      @Nullable Instant applied,
      List<BackfillState> backfills) {
    public Step {
      backfills = List.copyOf(backfills);
    }

    public MigrationName name() {
      return migration.name();
    }

    public boolean isDone() {
      return state.isDone();
    }
  }

  /// Where it is in one database.
  public enum Standing {
    PLANNED,
    EXPANDED,
    BACKFILLING,
    BACKFILLED,
    SWITCHED,
    CONTRACTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String name() {
    return part.name();
  }

  public DatabaseName database() {
    return steps.getFirst().name().database();
  }

  public ServiceName service() {
    return steps.getFirst().name().service();
  }

  public Standing standing() {
    if (isAllDone(Phase.CONTRACT)) {
      return Standing.CONTRACTED;
    }
    if (isAllDone(Phase.SWITCH)) {
      return Standing.SWITCHED;
    }
    if (isAllDone(Phase.BACKFILL)) {
      return Standing.BACKFILLED;
    }
    if (isBegun(Phase.BACKFILL)) {
      return Standing.BACKFILLING;
    }
    return isAllDone(Phase.EXPAND) ? Standing.EXPANDED : Standing.PLANNED;
  }

  private boolean isAllDone(Phase phase) {
    var of = steps.stream().filter(step -> step.phase() == phase).toList();
    return !of.isEmpty() && of.stream().allMatch(Step::isDone);
  }

  private boolean isBegun(Phase phase) {
    return steps.stream()
        .anyMatch(step -> step.phase() == phase && step.state() == MigrationStatus.State.HALF_WAY);
  }
}
