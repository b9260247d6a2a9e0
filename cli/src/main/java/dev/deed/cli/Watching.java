package dev.deed.cli;

import dev.deed.engine.run.RunEvent;
import java.util.function.Consumer;

/// Shows the progress of a run; closed when the run has ended.
interface Watching extends Consumer<RunEvent>, AutoCloseable {

  @Override
  default void close() {}
}
