package dev.deed.ownership;

import java.time.Duration;

/// Time-outs and waits; zero means "off".
///
/// @param lockTimeout how long a statement waits for a lock before it gives way
/// @param statementTimeout how long a statement may run
/// @param idleTimeout how long PostgreSQL keeps a transaction of ours that does nothing
/// @param lockRetries how often a migration that gave way is tried again
/// @param lockRetryTime and for how long in all
/// @param runLockWait how long to wait while another run is at work
/// @param connectWait how long to try while a server does not answer
/// @param indexTimeout how long `CREATE INDEX CONCURRENTLY` and its kind may take
public record Policies(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration idleTimeout,
    int lockRetries,
    Duration lockRetryTime,
    Duration runLockWait,
    Duration connectWait,
    Duration indexTimeout) {

  public static final Policies DEFAULT =
      new Policies(
          Duration.ofSeconds(2),
          Duration.ZERO,
          Duration.ofSeconds(60),
          10,
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ZERO);
}
