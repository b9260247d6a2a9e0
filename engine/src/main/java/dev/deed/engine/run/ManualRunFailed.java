package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import dev.deed.engine.run.StepOutcome.Unexpected;
import dev.deed.sql.UserException;
import dev.deed.sql.script.Statement;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/// A statement of a trial was refused, or did not get its lock; nothing stays.
public final class ManualRunFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private static final String NOTHING_STAYS = "Rolled back: nothing was changed.";

  private final Outcome outcome;

  private ManualRunFailed(
      String message, String advice, Outcome outcome, @Nullable Throwable cause) {
    super(message, advice, cause);
    this.outcome = outcome;
  }

  /// @param statement null if the end of the transaction, or the history, failed
  static ManualRunFailed of(PlannedMigration move, @Nullable Statement statement, SQLException e) {
    var message = FailureMessage.of(move, statement, e, NOTHING_STAYS).getMessage();
    var advice =
        ServerMessage.isOurs(e)
            ? ServerMessage.of(e).map(ServerErrorMessage::getHint)
            : FailureAdvice.elsewhere(e).map(first -> first + "; then run it again");
    return new ManualRunFailed(
        String.valueOf(message),
        advice.orElse("correct the SQL and run it again"),
        Outcome.REFUSED,
        e);
  }

  static ManualRunFailed unexpected(PlannedMigration move, Unexpected unexpected) {
    return new ManualRunFailed(
        "%s: %s\n%s"
            .formatted(FailureMessage.place(move, unexpected), unexpected.words(), NOTHING_STAYS),
        "correct the SQL and run it again",
        Outcome.REFUSED,
        unexpected.refusal());
  }

  /// The server has done what the service may not do.
  static ManualRunFailed notAllowed(PlannedMigration move, NotAllowed notAllowed) {
    return new ManualRunFailed(
        "%s\n%s".formatted(FailureMessage.notAllowed(move, notAllowed), NOTHING_STAYS),
        notAllowed.objection().advice(),
        Outcome.REFUSED,
        null);
  }

  static ManualRunFailed waiting(
      PlannedMigration move,
      @Nullable Statement statement,
      SQLException e,
      Duration timeout,
      List<Activity> blockers) {
    var inTheWay =
        blockers.isEmpty()
            ? ""
            : blockers.stream()
                .map(Activity::words)
                .collect(Collectors.joining("\n  ", "; blocked by:\n  ", ""));
    return new ManualRunFailed(
        "%s: no lock within %d ms%s\n%s"
            .formatted(
                FailureMessage.place(move, statement, e),
                timeout.toMillis(),
                inTheWay,
                NOTHING_STAYS),
        "run it again when those sessions have ended their transactions",
        Outcome.TRY_AGAIN,
        e);
  }

  static ManualRunFailed cut(Target target, SQLException e) {
    return new ManualRunFailed(
        "%s: the connection was lost before the end: %s\n%s"
            .formatted(target.words(), FailureMessage.sentence(e), NOTHING_STAYS),
        "run it again",
        Outcome.TRY_AGAIN,
        e);
  }

  static ManualRunFailed notBoolean(String sql) {
    return new ManualRunFailed(
        "the condition did not return exactly one boolean: %s\n%s".formatted(sql, NOTHING_STAYS),
        "write a query or an expression that is true or false: --commit-if 'select count(*) = 1 from users'",
        Outcome.REFUSED,
        null);
  }

  static ManualRunFailed withoutLimit() {
    return new ManualRunFailed(
        "deed runs nothing by hand without a lock_timeout, but the ownership file sets it to 0",
        "set policies.lock_timeout in the ownership file, for example to 2s",
        Outcome.REFUSED,
        null);
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}
