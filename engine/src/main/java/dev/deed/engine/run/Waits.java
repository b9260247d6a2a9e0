package dev.deed.engine.run;

import dev.deed.engine.connect.Patience;
import java.time.Duration;
import java.util.function.Consumer;

/// How long a run waits for what is not a lock.
///
/// @param run for another run to end
/// @param connect for a server that starts up or wakes up
/// @param idle how long PostgreSQL keeps a transaction of ours that does nothing; zero for no limit
/// @param disk how long migrations may stay committed before one of the run's commits waits until
///   all of them are on the server's disk; zero where each commit waits
public record Waits(Duration run, Duration connect, Duration idle, Duration disk) {

  /// Less than the server's own writer may leave them: three times `wal_writer_delay`.
  public static final Duration USUAL_DISK = Duration.ofMillis(250);

  /// With a server that does not answer yet.
  Patience patience(Consumer<RunEvent> listener) {
    return new Patience(
        connect, waiting -> listener.accept(new RunEvent.ConnectionAwaited(waiting)));
  }
}
