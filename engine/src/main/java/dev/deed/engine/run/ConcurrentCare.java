package dev.deed.engine.run;

import dev.deed.engine.Move;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.Optional;

/// What `CONCURRENTLY` needs besides being sent: clearing what an interrupted one left behind,
/// before and after, and a look whether it did what it said.
final class ConcurrentCare {

  private final Work work;
  private final Move move;
  private final Statement statement;

  ConcurrentCare(Work work, Move move, Statement statement) {
    this.work = work;
    this.move = move;
    this.statement = statement;
  }

  /// It waits for other transactions as its way of working, without blocking anybody: a lock
  /// time-out would only leave an invalid index behind.
  boolean waitsByDesign() {
    return statement.effects().stream().anyMatch(ConcurrentCare::isConcurrent);
  }

  /// Clears leftovers.
  ///
  /// @return what to send in place of the statement, where an interrupted one has to be finished
  Optional<String> prepare() throws SQLException {
    clear();
    for (var effect : statement.effects()) {
      if (effect instanceof DetachesPartition detach
          && detach.concurrently()
          && isPending(detach)) {
        return Optional.of(
            "ALTER TABLE %s DETACH PARTITION %s FINALIZE"
                .formatted(detach.target().name().quoted(), detach.partition().quoted()));
      }
    }
    return Optional.empty();
  }

  /// Drops the invalid index that a failed statement leaves, and nothing else.
  void clear() throws SQLException {
    for (var effect : statement.effects()) {
      switch (effect) {
        case CreatesIndex index when index.concurrently() -> invalidIndexes().dropNamed(index);
        case Maintains reindex when isConcurrentReindex(reindex) ->
            invalidIndexes().dropRebuilt(reindex.object());
        default -> {}
      }
    }
  }

  /// @throws SQLException where the index is there and cannot be used
  void verify() throws SQLException {
    for (var effect : statement.effects()) {
      if (effect instanceof CreatesIndex index && index.concurrently()) {
        invalidIndexes().refuse(index);
      }
    }
  }

  private InvalidIndexes invalidIndexes() {
    return new InvalidIndexes(
        work.session(), name -> work.tell(new RunEvent.LeftoverCleared(work.target(), move, name)));
  }

  private boolean isPending(DetachesPartition detach) throws SQLException {
    var sql =
        """
        SELECT inhdetachpending FROM pg_catalog.pg_inherits
        WHERE inhrelid = pg_catalog.to_regclass(?) AND inhparent = pg_catalog.to_regclass(?)
        """;
    try (var query = work.session().connection().prepareStatement(sql)) {
      query.setString(1, detach.partition().quoted());
      query.setString(2, detach.target().name().quoted());
      try (var results = query.executeQuery()) {
        return results.next() && results.getBoolean(1);
      }
    }
  }

  private static boolean isConcurrent(Effect effect) {
    return switch (effect) {
      case CreatesIndex index -> index.concurrently();
      case Drops drop -> drop.concurrently();
      case DetachesPartition detach -> detach.concurrently();
      case Maintains maintains -> maintains.concurrently();
      default -> false;
    };
  }

  private static boolean isConcurrentReindex(Maintains maintains) {
    return maintains.concurrently() && maintains.maintenance() == Maintenance.REINDEX;
  }
}
