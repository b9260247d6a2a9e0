package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.Beginning;
import dev.deed.engine.history.UserTables;
import dev.deed.engine.protocol.PsqlText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Creates the history in databases that are about to be built, and lets them remember from which
/// part of the migrations.
public final class ScopeMarker {

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Cancellation stop = new Cancellation(Duration.ZERO);

  /// @param listener informed while deed waits for another run
  public ScopeMarker(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// No further database is begun.
  public void stop() {
    stop.ask();
  }

  /// @param scope its name
  /// @param refusing called under the run lock; throws where the database must not be built
  public void mark(Address address, String scope, Consumer<Beginning> refusing) {
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.waits().patience(listener), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var found = new Beginning(access.read(), UserTables.things(work.session().connection()));
      refusing.accept(found);
      if (stop.isAsked()) {
        throw Stopped.waiting(address.target(), "its turn");
      }
      if (found.isBuiltWith(scope)) {
        return;
      }
      access.prepareToWrite(List.of());
      write(work, scope);
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    }
  }

  private static void write(RunSession work, String scope) throws SQLException {
    work.session().execute("BEGIN; SET LOCAL search_path = pg_catalog");
    try {
      work.session()
          .execute(
              "insert into deed.event (run, version, service, event, checksum, detail) values ('%s', '', '', 'scoped', '', %s)"
                  .formatted(UUID.randomUUID(), PsqlText.literal(scope)));
      work.session().commit();
    } catch (SQLException e) {
      if (!SqlStates.isLost(e)) {
        work.session().rollback();
      }
      throw e;
    }
  }
}
