package dev.deed.cli.host;

import dev.deed.engine.run.RunEvent;
import java.util.function.Consumer;

/// Shows the progress of a run; closed when the run has ended.
public interface RunDisplay extends Consumer<RunEvent>, AutoCloseable {

  @Override
  default void close() {}
}
