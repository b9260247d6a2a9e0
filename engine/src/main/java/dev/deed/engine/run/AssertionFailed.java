package dev.deed.engine.run;

import dev.deed.engine.Assertion;
import java.io.Serial;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// A query returned another answer than the migration expects, or none.
final class AssertionFailed extends PSQLException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Assertion assertion;

  AssertionFailed(Assertion assertion, String answer) {
    super(
        "`%s` returned `%s`, but `%s` was expected"
            .formatted(assertion.query(), answer, assertion.value()),
        PSQLState.UNKNOWN_STATE);
    this.assertion = assertion;
  }

  AssertionFailed(Assertion assertion, PSQLException cause) {
    super(
        "`%s` returned no answer: %s".formatted(assertion.query(), FailureMessage.sentence(cause)),
        PSQLState.UNKNOWN_STATE,
        cause);
    this.assertion = assertion;
  }

  Assertion assertion() {
    return assertion;
  }
}
