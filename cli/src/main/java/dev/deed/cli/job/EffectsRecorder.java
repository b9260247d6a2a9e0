package dev.deed.cli.job;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.protocol.BeforeCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what the server says that a migration has done, and objects to nothing.
final class EffectsRecorder implements BeforeCommit {

  private final List<ObservedEffect> effects = new ArrayList<>();

  @Override
  public boolean looksAt(PlannedMigration move) {
    return true;
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
