package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.ConnectionSlots;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.protocol.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Carries out plans, several databases at once. A failure stops only what depends on it.
public final class Runner {

  /// For the statement in progress when a stop is requested; well below the 30 seconds that
  /// Kubernetes gives a pod.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Consumer<Command> sent;
  private final Cancellation stop;
  private final ConnectionSlots places;
  private final List<AppliedBoard> boards = new ArrayList<>();

  /// @param listener called from one thread at a time
  public Runner(RunPolicy policy, Consumer<RunEvent> listener) {
    this(policy, listener, command -> {});
  }

  /// @param sent is told what was sent to carry out migrations
  public Runner(RunPolicy policy, Consumer<RunEvent> listener, Consumer<Command> sent) {
    this(policy, listener, sent, GRACE, new ConnectionSlots(ConnectionSlots.ENOUGH));
  }

  Runner(RunPolicy policy, Consumer<RunEvent> listener, Duration grace, ConnectionSlots places) {
    this(policy, listener, command -> {}, grace, places);
  }

  private Runner(
      RunPolicy policy,
      Consumer<RunEvent> listener,
      Consumer<Command> sent,
      Duration grace,
      ConnectionSlots places) {
    this.sent = sent;
    this.places = places;
    this.policy = policy;
    this.listener = listener;
    this.stop = new Cancellation(grace);
  }

  /// @return one result for each address, in their order
  public List<DatabaseRun> run(
      List<Address> addresses, PlanSource planning, OtherDatabases bystanders) {
    var board = new AppliedBoard(addresses);
    begun(board);
    var runners =
        addresses.stream()
            .map(address ->
                new DatabaseRunner(
                    address,
                    policy,
                    planning,
                    new SharedRun(board, bystanders, places, stop, sent),
                    this::tell))
            .map(runner -> (Callable<DatabaseRun>) runner::run)
            .toList();
    try {
      return Parallel.run(runners, places);
    } finally {
      stop.close();
    }
  }

  public List<DatabaseRun> run(List<Address> addresses, PlanSource planning) {
    return run(addresses, planning, OtherDatabases.NONE);
  }

  /// Nothing new is begun. The step in progress is finished; if it takes too long, or a second stop
  /// is requested, it is cancelled and rolled back.
  public void stop() {
    var grace = stop.ask();
    for (var board : begun()) {
      board.stop();
      board.running().forEach(target -> tell(new RunEvent.StopAsked(target, grace)));
    }
  }

  private synchronized void begun(AppliedBoard board) {
    boards.add(board);
  }

  private synchronized List<AppliedBoard> begun() {
    return List.copyOf(boards);
  }

  private synchronized void tell(RunEvent event) {
    listener.accept(event);
  }
}
