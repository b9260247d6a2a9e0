package dev.deed.engine.run;

import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.protocol.ScriptSettings;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How patient a run is, and what its scripts run under.
///
/// @param statementTimeout zero for none
/// @param concurrentTimeout for one statement that works concurrently, its waits included
/// @param cancelBlockers sessions that are in the way and have been idle in their transaction for
///   longer than this are ended; null for never
/// @param roles the database role that a service's migrations run under, where one is declared
/// @param searchPaths as the ownership file declares them; `public` where it does not
/// @param beforeCommit compares what happens with what is allowed
public record RunPolicy(
    LockPolicy locks,
    Duration statementTimeout,
    Duration concurrentTimeout,
    Waits waits,
    @Nullable Duration cancelBlockers,
    Map<ServiceName, String> roles,
    Map<DatabaseName, List<String>> searchPaths,
    BeforeCommit beforeCommit) {

  public static final RunPolicy DEFAULT =
      new RunPolicy(
          new LockPolicy(Duration.ofSeconds(2), 10, Duration.ofMinutes(5)),
          Duration.ZERO,
          Duration.ofHours(4),
          new Waits(
              Duration.ofMinutes(1),
              Duration.ofSeconds(10),
              Duration.ofMinutes(1),
              Waits.USUAL_DISK),
          null,
          Map.of(),
          Map.of(),
          BeforeCommit.NOTHING);

  private static final List<String> USUAL_PATH = List.of("public");

  public RunPolicy {
    roles = Map.copyOf(roles);
    searchPaths = Map.copyOf(searchPaths);
  }

  /// For the scripts of one database.
  public ScriptSettings scripts(DatabaseName database) {
    return new ScriptSettings(
        locks.timeout(),
        statementTimeout,
        concurrentTimeout,
        waits.idle(),
        roles,
        searchPaths.getOrDefault(database, USUAL_PATH),
        beforeCommit);
  }

  public RunPolicy withBeforeCommit(BeforeCommit comparison) {
    return new RunPolicy(
        locks,
        statementTimeout,
        concurrentTimeout,
        waits,
        cancelBlockers,
        roles,
        searchPaths,
        comparison);
  }

  public RunPolicy withLocks(Duration timeout, int tries, Duration limit) {
    return withLocks(new LockPolicy(timeout, tries, limit));
  }

  private RunPolicy withLocks(LockPolicy newLocks) {
    return new RunPolicy(
        newLocks,
        statementTimeout,
        concurrentTimeout,
        waits,
        cancelBlockers,
        roles,
        searchPaths,
        beforeCommit);
  }

  public RunPolicy withRunWait(Duration wait) {
    return withWaits(new Waits(wait, waits.connect(), waits.idle(), waits.disk()));
  }

  public RunPolicy withConnectWait(Duration wait) {
    return withWaits(new Waits(waits.run(), wait, waits.idle(), waits.disk()));
  }

  public RunPolicy withDiskWait(Duration wait) {
    return withWaits(new Waits(waits.run(), waits.connect(), waits.idle(), wait));
  }

  private RunPolicy withWaits(Waits newWaits) {
    return new RunPolicy(
        locks,
        statementTimeout,
        concurrentTimeout,
        newWaits,
        cancelBlockers,
        roles,
        searchPaths,
        beforeCommit);
  }

  public RunPolicy withRoles(Map<ServiceName, String> newRoles) {
    return new RunPolicy(
        locks,
        statementTimeout,
        concurrentTimeout,
        waits,
        cancelBlockers,
        newRoles,
        searchPaths,
        beforeCommit);
  }

  public RunPolicy withSearchPath(DatabaseName database, List<String> schemas) {
    return new RunPolicy(
        locks,
        statementTimeout,
        concurrentTimeout,
        waits,
        cancelBlockers,
        roles,
        Map.of(database, schemas),
        beforeCommit);
  }

  public RunPolicy withConcurrentTimeout(Duration timeout) {
    return new RunPolicy(
        locks, statementTimeout, timeout, waits, cancelBlockers, roles, searchPaths, beforeCommit);
  }

  /// @param idle null for never
  public RunPolicy withCancelBlockers(@Nullable Duration idle) {
    return new RunPolicy(
        locks, statementTimeout, concurrentTimeout, waits, idle, roles, searchPaths, beforeCommit);
  }
}
