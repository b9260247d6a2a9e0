package dev.deed.engine.run;

import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The timeouts, waits and tries of a run.
///
/// @param lockTimeout how long one statement may wait for a lock; other sessions queue behind it
/// @param lockTries how often a migration that got no lock is tried
/// @param lockLimit the time limit for all of those tries
/// @param statementTimeout zero for none
/// @param concurrentTimeout for one statement that works concurrently, including its waits
/// @param runWait how long to wait while another run is active
/// @param connectWait how long to wait for a server that is starting up or waking up
/// @param idleTimeout how long PostgreSQL keeps an idle transaction of deed; zero for no limit
/// @param cancelBlockers blocking sessions that were idle in their transaction for longer than this
///   are terminated; null for never
/// @param roles the database role under which a service's migrations run, if one is given
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
