package dev.deed.engine.run;

import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How patient a run is.
///
/// @param lockTimeout how long one statement may stand in line for a lock; others stand behind it
/// @param lockTries how often a migration is tried that got no lock
/// @param lockLimit how long those tries may take together
/// @param statementTimeout zero for none
/// @param concurrentTimeout for one statement that works concurrently, its waits included
/// @param runWait how long to wait while another run is active
/// @param connectWait how long to wait for a server that starts up or wakes up
/// @param idleTimeout how long PostgreSQL keeps a transaction of ours that does nothing; zero for
///   ever
/// @param cancelBlockers sessions that are in the way and have been idle in their transaction for
///   longer than this are ended; null for never
/// @param roles the database role that a service's migrations run under, where one was given
public record RunPolicy(
    Duration lockTimeout,
    int lockTries,
    Duration lockLimit,
    Duration statementTimeout,
    Duration concurrentTimeout,
    Duration runWait,
    Duration connectWait,
    Duration idleTimeout,
    @Nullable Duration cancelBlockers,
    Map<ServiceName, String> roles) {

  public static final RunPolicy DEFAULT =
      new RunPolicy(
          Duration.ofSeconds(2),
          10,
          Duration.ofMinutes(5),
          Duration.ZERO,
          Duration.ofHours(4),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          null,
          Map.of());

  public RunPolicy {
    roles = Map.copyOf(roles);
  }

  public RunPolicy withLocks(Duration timeout, int tries, Duration limit) {
    return new RunPolicy(
        timeout,
        tries,
        limit,
        statementTimeout,
        concurrentTimeout,
        runWait,
        connectWait,
        idleTimeout,
        cancelBlockers,
        roles);
  }

  public RunPolicy withRunWait(Duration wait) {
    return new RunPolicy(
        lockTimeout,
        lockTries,
        lockLimit,
        statementTimeout,
        concurrentTimeout,
        wait,
        connectWait,
        idleTimeout,
        cancelBlockers,
        roles);
  }

  public RunPolicy withConnectWait(Duration wait) {
    return new RunPolicy(
        lockTimeout,
        lockTries,
        lockLimit,
        statementTimeout,
        concurrentTimeout,
        runWait,
        wait,
        idleTimeout,
        cancelBlockers,
        roles);
  }

  public RunPolicy withRoles(Map<ServiceName, String> newRoles) {
    return new RunPolicy(
        lockTimeout,
        lockTries,
        lockLimit,
        statementTimeout,
        concurrentTimeout,
        runWait,
        connectWait,
        idleTimeout,
        cancelBlockers,
        newRoles);
  }

  public RunPolicy withConcurrentTimeout(Duration timeout) {
    return new RunPolicy(
        lockTimeout,
        lockTries,
        lockLimit,
        statementTimeout,
        timeout,
        runWait,
        connectWait,
        idleTimeout,
        cancelBlockers,
        roles);
  }

  /// @param idle null for never
  public RunPolicy withCancelBlockers(@Nullable Duration idle) {
    return new RunPolicy(
        lockTimeout,
        lockTries,
        lockLimit,
        statementTimeout,
        concurrentTimeout,
        runWait,
        connectWait,
        idleTimeout,
        idle,
        roles);
  }
}
