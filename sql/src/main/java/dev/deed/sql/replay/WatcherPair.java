package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.script.Statement;

/// Two watchers of one replay, called in this order.
record WatcherPair(ReplayWatcher first, ReplayWatcher second) implements ReplayWatcher {

  @Override
  public void before(Effect effect, Statement statement) {
    first.before(effect, statement);
    second.before(effect, statement);
  }

  @Override
  public void reached(ReachedEffect reached) {
    first.reached(reached);
    second.reached(reached);
  }

  @Override
  public void leaveBlock(RunsBlock block) {
    first.leaveBlock(block);
    second.leaveBlock(block);
  }

  @Override
  public void after(ResolvedStatement resolved) {
    first.after(resolved);
    second.after(resolved);
  }

  @Override
  public boolean reportsMissing() {
    return first.reportsMissing() || second.reportsMissing();
  }
}
