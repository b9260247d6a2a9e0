package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.script.Statement;

/// Observes statements while they are replayed.
public interface ReplayWatcher {

  /// Observes nothing.
  ReplayWatcher NONE =
      new ReplayWatcher() {
        @Override
        public void before(Effect effect, Statement statement) {}

        @Override
        public void after(ResolvedStatement resolved) {}
      };

  /// Called before the effect changes the state.
  void before(Effect effect, Statement statement);

  void after(ResolvedStatement resolved);
}
