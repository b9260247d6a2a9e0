package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.HistoryWriter.Entry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes into a history what was done by hand; runs nothing else.
public final class Recorder {

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Cancellation stop = new Cancellation(Duration.ZERO);

  /// @param listener told while another run is waited for
  public Recorder(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// Nothing is written any more, unless it is being written.
  public void stop() {
    stop.ask();
  }

  /// @param change asked under the run lock, with the history as it is then
  public PlannedMigration record(Address address, Function<History, PlannedMigration> change) {
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.connectWait(), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var move = change.apply(access.read());
      if (stop.isAsked()) {
        throw Stopped.waiting(address.target(), "its turn");
      }
      access.prepareToWrite();
      work.inTransaction(
          () -> work.writer().record(move, Entry.done(HistoryRow.State.MANUAL, Duration.ZERO)));
      return move;
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    } finally {
      stop.close();
    }
  }
}
