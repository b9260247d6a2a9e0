package dev.deed.engine.run;

import java.time.Duration;
import java.util.function.Predicate;

/// Decides whether a trial's transaction is committed.
public sealed interface CommitRule {

  /// How long an answer may take: others wait for the locks.
  Duration PATIENCE = Duration.ofSeconds(60);

  record Always() implements CommitRule {}

  record Never() implements CommitRule {}

  /// @param sql a query or an expression, evaluated inside the transaction: `true` commits
  record When(String sql) implements CommitRule {}

  /// @param question asked while the locks are held, for at most `PATIENCE`
  record Asking(Predicate<ManualRunEffects> question) implements CommitRule {}
}
