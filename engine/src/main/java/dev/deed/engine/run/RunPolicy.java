package dev.deed.engine.run;

import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.Map;

/// How patient a run is.
///
/// @param lockTimeout how long one statement may stand in line for a lock; others stand behind it
/// @param lockTries how often a migration is tried that got no lock
/// @param lockLimit how long those tries may take together
/// @param statementTimeout zero for none
/// @param concurrentTimeout for one statement that works concurrently, its waits included
/// @param runWait how long to wait while another run is active
/// @param connectWait how long to wait for a server that starts up or wakes up
/// @param roles the database role that a service's migrations run under, where one was given
public record RunPolicy(
    Duration lockTimeout,
    int lockTries,
    Duration lockLimit,
    Duration statementTimeout,
    Duration concurrentTimeout,
    Duration runWait,
    Duration connectWait,
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
          Map.of());

  public RunPolicy {
    roles = Map.copyOf(roles);
  }

  public RunPolicy withLocks(Duration timeout, int tries, Duration limit) {
    return new RunPolicy(
        timeout, tries, limit, statementTimeout, concurrentTimeout, runWait, connectWait, roles);
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
        newRoles);
  }
}
