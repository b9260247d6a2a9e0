package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.protocol.Command;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Records changes made by hand in a history; runs nothing else.
public final class Recorder {

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Cancellation stop = new Cancellation(Duration.ZERO);

  /// @param listener informed while deed waits for another run
  public Recorder(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// Nothing more is written, unless a write is in progress.
  public void stop() {
    stop.ask();
  }

  /// @param change called under the run lock, with the history at that time
  public PlannedMigration record(Address address, Function<History, PlannedMigration> change) {
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.waits().patience(listener), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var move = change.apply(access.read());
      if (stop.isAsked()) {
        throw Stopped.waiting(address.target(), "its turn");
      }
      access.prepareToWrite(List.of());
      var protocol = work.protocol(move);
      new CommandSender(work, protocol)
          .send(protocol.history(Command.Record.done(HistoryRow.State.MANUAL)));
      return move;
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    } finally {
      stop.close();
    }
  }
}
