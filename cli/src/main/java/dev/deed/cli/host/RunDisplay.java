package dev.deed.cli.host;

import dev.deed.engine.run.RunEvent;
import java.util.function.Consumer;

/// Shows a run while it goes on; closed when it has ended.
public interface RunDisplay extends Consumer<RunEvent>, AutoCloseable {

  @Override
  default void close() {}
}
