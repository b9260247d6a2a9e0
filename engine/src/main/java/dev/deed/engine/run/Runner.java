package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Carries out plans, several databases beside each other. A failure stops what depends on it and
/// nothing else.
public final class Runner {

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /// @param listener called from one thread at a time
  public Runner(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// @param others histories of databases that take no part and may be required
  /// @return one result for each address, in their order
  public List<DatabaseRun> run(
      List<Address> addresses, Planning planning, Map<DatabaseName, History> others) {
    var board = new Board(addresses);
    others.forEach(board::applied);
    var runners =
        addresses.stream()
            .map(address ->
                new DatabaseRunner(address, policy, planning, board, this::tell, stopping::get))
            .map(runner -> (Callable<DatabaseRun>) runner::run)
            .toList();
    return Together.run(runners);
  }

  public List<DatabaseRun> run(List<Address> addresses, Planning planning) {
    return run(addresses, planning, Map.of());
  }

  /// The step under way is finished, and nothing is begun behind it.
  public void stop() {
    stopping.set(true);
  }

  private synchronized void tell(RunEvent event) {
    listener.accept(event);
  }
}
