package dev.deed.engine.evidence;

import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.engine.evidence.Evidence.Outcome;
import dev.deed.engine.evidence.Evidence.Subject;
import dev.deed.sql.EnvironmentName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Answers from evidence: pure. What was kept last decides, so that a failure is not outweighed by
/// an older success.
public record EvidenceBook(EvidenceFound found) {

  /// How far clocks may be apart.
  private static final Duration SKEW = Duration.ofMinutes(10);

  private static final String BOX = "box";

  /// @param isOfDown whether the down must be the same text, too
  /// @param environment that it must be about; null for any
  /// @param boxes one of which it must be about; empty for any
  /// @param within how old it may be; null for any age
  public record Question(
      Kind kind,
      boolean isOfDown,
      @Nullable EnvironmentName environment,
      List<String> boxes,
      @Nullable Duration within) {

    public Question {
      boxes = List.copyOf(boxes);
    }

    private boolean asks(Evidence evidence) {
      return kind.equals(evidence.kind())
          && (environment == null || environment.equals(evidence.place().environment()))
          && (boxes.isEmpty() || boxes.contains(evidence.detail(BOX)));
    }
  }

  /// What the evidence says.
  public sealed interface Standing {

    /// There is none.
    record None() implements Standing {}

    record Good(Evidence evidence) implements Standing {}

    record Failed(Evidence evidence) implements Standing {}

    /// It does not count any more.
    record Expired(Evidence evidence) implements Standing {}

    /// Its time is still to come: one of two clocks is wrong.
    record Ahead(Evidence evidence) implements Standing {}

    /// The file was edited since.
    record OfOtherText(Evidence evidence) implements Standing {}
  }

  public Standing standing(Subject subject, Question question) {
    Predicate<Evidence> isSame =
        question.isOfDown()
            ? evidence -> evidence.subject().isSameWhole(subject)
            : evidence -> evidence.subject().isSameUp(subject);
    var last = last(evidence -> question.asks(evidence) && isSame.test(evidence));
    if (last.isEmpty()) {
      return last(evidence -> question.asks(evidence) && isOfVersion(evidence, subject))
          .<Standing>map(Standing.OfOtherText::new)
          .orElseGet(Standing.None::new);
    }
    var evidence = last.get();
    var now = found.readAt();
    if (evidence.outcome() == Outcome.FAILED) {
      return new Standing.Failed(evidence);
    }
    if (evidence.word().at().isAfter(now.plus(SKEW))) {
      return new Standing.Ahead(evidence);
    }
    return isExpired(evidence, question.within(), now)
        ? new Standing.Expired(evidence)
        : new Standing.Good(evidence);
  }

  private static boolean isOfVersion(Evidence evidence, Subject subject) {
    return evidence.subject().database().equals(subject.database())
        && evidence.subject().version().equals(subject.version());
  }

  private static boolean isExpired(Evidence evidence, @Nullable Duration within, Instant now) {
    var expires = evidence.word().expires();
    return (expires != null && !expires.isAfter(now))
        || (within != null && evidence.word().at().isBefore(now.minus(within)));
  }

  private Optional<Evidence> last(Predicate<Evidence> wanted) {
    return found.all().stream().filter(wanted).reduce((_, later) -> later);
  }
}
