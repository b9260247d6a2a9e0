package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.script.Statement;

/// Looks on while statements are replayed.
public interface ReplayWatcher {

  /// Looks away.
  ReplayWatcher NONE =
      new ReplayWatcher() {
        @Override
        public void before(Effect effect, Statement statement) {}

        @Override
        public void after(ResolvedStatement resolved) {}
      };

  /// The state is still as the effects before this one left it.
  void before(Effect effect, Statement statement);

  void after(ResolvedStatement resolved);
}
