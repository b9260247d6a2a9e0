package dev.deed.engine.run;

import dev.deed.engine.Assertion;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.protocol.BeforeCommit.Objection;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one step of a migration ended.
sealed interface StepOutcome {

  /// @param upTo all statements before that one are done
  record Done(int upTo) implements StepOutcome {}

  /// @param upTo statements before that one are done and stay
  /// @param leftInvalid the statement has left something that only doing it again clears
  record Failed(Cause cause, int upTo, boolean leftInvalid) implements StepOutcome {}

  /// A person asked the run to end, and the step was rolled back.
  record Stopped(boolean leftInvalid) implements StepOutcome {}

  /// Why it failed.
  sealed interface Cause {}

  /// PostgreSQL refused something.
  ///
  /// @param statement null where it was not one of the script's
  record Refused(@Nullable Statement statement, SQLException refusal) implements Cause {}

  /// @param words what the query answered, and what was expected
  record Unexpected(Assertion assertion, String words, @Nullable SQLException refusal)
      implements Cause {}

  /// The server has done what the migration may not do.
  ///
  /// @param statement null where it is the transaction as a whole
  /// @param isDone it has committed by itself
  record NotAllowed(@Nullable Statement statement, Objection objection, boolean isDone)
      implements Cause {}

  /// An index was built and cannot be used.
  record Unusable(Statement statement, String index) implements Cause {}

  /// A statement cannot be run in batches as things are.
  record Unwalkable(Statement statement, String words, String advice) implements Cause {}

  /// Other sessions kept the lock through all tries.
  record NoLock(
      @Nullable Statement statement, SQLException refusal, int tries, List<Activity> blockers)
      implements Cause {
    public NoLock {
      blockers = List.copyOf(blockers);
    }
  }

  /// The connection was cut, and the transaction with it.
  record Cut(@Nullable Statement statement, SQLException cut) implements Cause {}

  /// The connection was cut during a statement outside of transactions: the next run finds out what
  /// became of it.
  record CutAlone(Statement statement, SQLException cut) implements Cause {}
}
