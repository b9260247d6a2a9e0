package dev.deed.cli.host;

import dev.deed.cli.render.EventJson;
import dev.deed.engine.run.RunEvent;
import java.io.PrintStream;
import java.time.Clock;

/// The progress of a run for programs, one JSON object per line.
public record EventLog(PrintStream out, Clock clock) implements RunDisplay {

  @Override
  public void accept(RunEvent event) {
    out.print(EventJson.of(event, clock.instant()) + "\n");
    out.flush();
  }
}
