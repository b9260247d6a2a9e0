package dev.deed.cli.job;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.protocol.BeforeCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what the server says that a migration has done, and objects to nothing. The locks of the
/// last statement can be seen before it is committed.
final class EffectsRecorder implements BeforeCommit {

  private final boolean isAsked;
  private final boolean acceptsWhatExists;
  private final List<ObservedEffect> effects = new ArrayList<>();

  /// @param isAsked whether the server is asked for what happened
  EffectsRecorder(boolean isAsked, boolean acceptsWhatExists) {
    this.isAsked = isAsked;
    this.acceptsWhatExists = acceptsWhatExists;
  }

  @Override
  public boolean looksAt(PlannedMigration move) {
    return isAsked;
  }

  @Override
  public boolean isWatched() {
    return true;
  }

  @Override
  public boolean acceptsWhatExists() {
    return acceptsWhatExists;
  }

  @Override
  public synchronized Optional<Objection> to(PlannedMigration move, List<ObservedEffect> happened) {
    effects.addAll(happened);
    return Optional.empty();
  }

  synchronized List<ObservedEffect> effects() {
    return List.copyOf(effects);
  }
}
