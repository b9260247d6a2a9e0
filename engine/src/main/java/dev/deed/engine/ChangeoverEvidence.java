package dev.deed.engine;

import dev.deed.sql.ServiceName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database remembers of its changeovers and backfills.
public record ChangeoverEvidence(
    List<Acknowledgement> acknowledgements,
    List<OldWriter> writers,
    List<BackfillState> backfills) {

  public static final ChangeoverEvidence NONE =
      new ChangeoverEvidence(List.of(), List.of(), List.of());

  public ChangeoverEvidence {
    acknowledgements = List.copyOf(acknowledgements);
    writers = List.copyOf(writers);
    backfills = List.copyOf(backfills);
  }

  /// A consumer's word that it no longer needs what the changeover replaces.
  ///
  /// @param release of the consumer, from which on it is true; null where none was given
  public record Acknowledgement(
      String change, ServiceName service, @Nullable String release, String who, Instant at) {}

  /// A role that wrote the old column of a changeover.
  ///
  /// @param writes minutes in which a write was noted
  public record OldWriter(
      String change, String role, String application, long writes, Instant last) {}

  /// How far a statement is that runs in batches.
  ///
  /// @param statement its number in the script, from 1
  /// @param state `running`, `proving`, `proved` or `done`
  /// @param note why it waits, or what was proved
  public record BackfillState(
      Version version,
      Direction direction,
      int statement,
      String table,
      String state,
      Walk walk,
      @Nullable String note,
      Instant at) {

    public long rows() {
      return walk.rows();
    }

    public long passed() {
      return walk.passed();
    }

    public long estimate() {
      return walk.estimate();
    }

    public boolean isOver() {
      return state.equals("proved") || state.equals("done");
    }
  }

  /// @param since what was said before it does not count
  /// @param rows that were changed
  /// @param passed of `estimate` rows
  public record Walk(long rows, long passed, long estimate) {}

  public boolean isAcknowledged(String change, ServiceName service, Instant since) {
    return acknowledgements.stream()
        .filter(word -> !word.at().isBefore(since))
        .anyMatch(word -> word.change().equals(change) && word.service().equals(service));
  }

  /// Of the up of that version.
  public List<BackfillState> backfillsOf(Version version) {
    return backfills.stream()
        .filter(state -> state.version().equals(version) && state.direction() == Direction.UP)
        .toList();
  }

  public List<BackfillState> underWay() {
    return backfills.stream().filter(state -> !state.isOver()).toList();
  }
}
