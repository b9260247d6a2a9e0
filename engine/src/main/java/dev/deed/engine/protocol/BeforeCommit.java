package dev.deed.engine.protocol;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.catalog.ObservedEffect;
import java.util.List;
import java.util.Optional;

/// Compares what the server has done for a migration with what it may do, in the migration's own
/// transaction: when the last statement and the deferred constraints are through, before the
/// history is written. An objection rolls the migration back.
public interface BeforeCommit {

  BeforeCommit NOTHING =
      new BeforeCommit() {
        @Override
        public boolean looksAt(PlannedMigration move) {
          return false;
        }

        @Override
        public Optional<Objection> to(PlannedMigration move, List<ObservedEffect> happened) {
          return Optional.empty();
        }
      };

  /// Whether the server is asked at all.
  boolean looksAt(PlannedMigration move);

  /// Whether a statement of it cannot be read, and may do anything.
  default boolean isUnclear(PlannedMigration move) {
    return true;
  }

  /// Whether another session looks at this one after its last statement, which is then not sent
  /// together with the commit: what it locks would be released unseen.
  default boolean isWatched() {
    return false;
  }

  /// Whether what `IF NOT EXISTS` finds may be something else than the script says, as in
  /// PostgreSQL.
  default boolean acceptsWhatExists() {
    return false;
  }

  /// Empty where all of it is allowed.
  Optional<Objection> to(PlannedMigration move, List<ObservedEffect> happened);

  /// @param problems one for each object, never empty: `this also wrote public.users ...`
  /// @param advice what to do about all of them
  record Objection(List<String> problems, String advice) {
    public Objection {
      problems = List.copyOf(problems);
    }

    public String words() {
      return String.join("\n", problems);
    }
  }
}
