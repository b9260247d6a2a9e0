package dev.deed.cli.job;

import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.engine.connect.Cancellation;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/// Asks for the same report again and again, until a signal ends it or the output is closed.
public final class Watching implements Iterator<Report> {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Surroundings surroundings;
  private final Supplier<Report> look;
  private final Cancellation stop = new Cancellation(Duration.ZERO);
  private final Signals.Listening listening;
  private boolean begun;
  private boolean over;

  private Watching(Surroundings surroundings, Supplier<Report> look) {
    this.surroundings = surroundings;
    this.look = look;
    this.listening = surroundings.signals().listen(stop::ask);
  }

  public static Report of(Surroundings surroundings, Supplier<Report> look) {
    return new Report.Watched(new Watching(surroundings, look));
  }

  @Override
  public boolean hasNext() {
    if (!over && begun && (surroundings.trouble().isPresent() || !stop.pause(EVERY))) {
      over = true;
      listening.close();
      stop.close();
    }
    return !over;
  }

  @Override
  public Report next() {
    if (over) {
      throw new NoSuchElementException();
    }
    begun = true;
    return look.get();
  }
}
