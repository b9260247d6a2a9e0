package dev.deed.ownership;

import dev.deed.sql.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Timeouts and waits; zero means "off".
///
/// @param lockTimeout how long a statement waits for a lock before it gives up
/// @param statementTimeout how long a statement may run
/// @param idleTimeout how long PostgreSQL keeps a transaction of deed that is idle
/// @param retries of a migration that gave up on a lock
/// @param runLockWait how long to wait for another run to end
/// @param connectWait how long to try to connect to a server that does not answer
/// @param indexTimeout how long `CREATE INDEX CONCURRENTLY` and similar statements may take
/// @param guards what is looked at before SQL is sent and before it is committed, and how it is
public record Policies(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration idleTimeout,
    Retries retries,
    Duration runLockWait,
    Duration connectWait,
    Duration indexTimeout,
    Guards guards) {

  public static final Policies DEFAULT =
      new Policies(
          Duration.ofSeconds(2),
          Duration.ZERO,
          Duration.ofSeconds(60),
          new Retries(10, Duration.ofMinutes(5)),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ZERO,
          new Guards(
              Severity.ERROR, CompareEffects.PROTECTED, SynchronousCommit.END_OF_RUN, null, null));

  /// What an error of `deed check` in a pending migration is in a disposable environment.
  public Severity gateInDisposable() {
    return guards.gateInDisposable();
  }

  /// Whose effects are compared with what the owners allow, before the commit.
  public CompareEffects compareEffects() {
    return guards.compareEffects();
  }

  /// Which commits wait for the server's disk.
  public SynchronousCommit synchronousCommit() {
    return guards.synchronousCommit();
  }

  /// How many tables may have no owner; null for any number.
  public @Nullable Integer unownedTables() {
    return guards.unownedTables();
  }

  /// The same, with evidence kept in another place.
  public Policies withEvidence(EvidencePlace place) {
    return new Policies(
        lockTimeout,
        statementTimeout,
        idleTimeout,
        retries,
        runLockWait,
        connectWait,
        indexTimeout,
        new Guards(
            guards.gateInDisposable(),
            guards.compareEffects(),
            guards.synchronousCommit(),
            guards.unownedTables(),
            place));
  }

  /// Where evidence is kept; null for the database that it is about.
  public @Nullable EvidencePlace evidence() {
    return guards.evidence();
  }

  /// @param gateInDisposable what an error of `deed check` in a pending migration is in a
  ///   disposable environment
  /// @param compareEffects which migrations' effects are compared with what the owners allow
  /// @param synchronousCommit which commits wait for the server's disk
  /// @param unownedTables how many tables no service may claim at most; null without a bound
  /// @param evidence where evidence is kept; null for the database that it is about
  public record Guards(
      Severity gateInDisposable,
      CompareEffects compareEffects,
      SynchronousCommit synchronousCommit,
      @Nullable Integer unownedTables,
      @Nullable EvidencePlace evidence) {}

  /// Which commits wait for the server's disk, the most first.
  public enum SynchronousCommit {
    /// Each migration's.
    EACH_MIGRATION,
    /// The last of a run, and those of migrations that do more than define objects.
    END_OF_RUN
  }

  /// Which migrations' effects are compared, the most first.
  public enum CompareEffects {
    /// All of them.
    ALWAYS,
    /// All of them in protected environments, elsewhere as `OPAQUE`.
    PROTECTED,
    /// Those with a statement that cannot be read, or that declare what a statement touches.
    OPAQUE
  }

  /// @param most how often a migration is tried again
  /// @param time the time limit for all of these tries
  public record Retries(int most, Duration time) {}
}
