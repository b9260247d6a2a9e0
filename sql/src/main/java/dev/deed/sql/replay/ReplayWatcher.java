package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.script.Statement;

/// Observes statements while they are replayed.
public interface ReplayWatcher {

  /// Observes nothing.
  ReplayWatcher NONE = new ReplayWatcher() {};

  /// Called before the effect changes the state. After a `DO` block, the effects of its body follow
  /// one by one, up to `leaveBlock`.
  default void before(Effect effect, Statement statement) {}

  /// Called at the same moment, when the names in the effect are resolved.
  default void reached(ReachedEffect reached) {}

  /// Called after the effects of the block's body.
  default void leaveBlock(RunsBlock block) {}

  default void after(ResolvedStatement resolved) {}

  /// Whether it reports names that do not exist. Where it does not, a script that uses one shows
  /// that the name existed before the scripts.
  default boolean reportsMissing() {
    return false;
  }

  /// Both watchers observe one replay, this one first.
  default ReplayWatcher and(ReplayWatcher other) {
    return new WatcherPair(this, other);
  }
}
