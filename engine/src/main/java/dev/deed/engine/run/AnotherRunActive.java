package dev.deed.engine.run;

import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/// Another session's run holds the run lock of a database, and the wait for it is over.
public final class AnotherRunActive extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  AnotherRunActive(Target target, Optional<Activity> holder, Duration waited) {
    super(
        target.words()
            + ": another run is active"
            + holder.map(who -> ": " + who.holding()).orElse("")
            + "; waited "
            + waited.toSeconds()
            + " s",
        "nothing was changed: run the command again when that run has ended, or wait longer: --wait"
            + " 10min; its lock ends with its session");
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
