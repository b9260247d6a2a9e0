package dev.deed.engine.run;

import dev.deed.engine.connect.Activity;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// Other sessions held a lock that a migration needs, through all tries.
public final class LockNotObtained extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Activity> blockers;

  /// @param state what stays of the migration
  LockNotObtained(String place, int tries, List<Activity> blockers, String state, Throwable cause) {
    super(
        place
            + ": no lock after "
            + tries
            + (tries == 1 ? " try" : " tries")
            + blocked(blockers)
            + "\n"
            + state,
        "run deed apply again when those sessions have ended their transactions",
        cause);
    this.blockers = List.copyOf(blockers);
  }

  public List<Activity> blockers() {
    return blockers;
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }

  private static String blocked(List<Activity> blockers) {
    return blockers.isEmpty()
        ? ""
        : blockers.stream()
            .map(Activity::words)
            .collect(Collectors.joining("\n  ", "; blocked by:\n  ", ""));
  }
}
