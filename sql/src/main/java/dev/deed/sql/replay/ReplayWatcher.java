package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.script.Statement;

/// Observes statements while they are replayed.
public interface ReplayWatcher {

  /// Observes nothing.
  ReplayWatcher NONE = new ReplayWatcher() {};

  /// The state is still as the effects before this one left it. Of a `DO` block, its own effects
  /// follow one by one, up to `leaveBlock`.
  default void before(Effect effect, Statement statement) {}

  /// The same moment, when the names in the effect are resolved and what it reaches is known.
  default void reached(ReachedEffect reached) {}

  /// The effects of the block are through.
  default void leaveBlock(RunsBlock block) {}

  default void after(ResolvedStatement resolved) {}

  /// Both look on at one replay, this one first.
  default ReplayWatcher and(ReplayWatcher other) {
    return new WatcherPair(this, other);
  }
}
