package dev.deed.expand;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;

/// The change cannot be written as a story: the table, the request or another owner stands against
/// it.
public final class NotExpanded extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  public NotExpanded(String message, String advice) {
    super(message, advice);
  }

  static NotExpanded of(List<Refusal> refusals) {
    var first = refusals.getFirst();
    return refusals.size() == 1
        ? new NotExpanded(first.reason(), first.advice())
        : new NotExpanded(
            "%d things stand against this:%n%s"
                .formatted(
                    refusals.size(),
                    String.join("\n", refusals.stream().map(r -> "  " + r.reason()).toList())),
            String.join("\n", refusals.stream().map(Refusal::advice).distinct().toList()));
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }

  /// @param reason what stands against it
  /// @param advice what to do about it
  record Refusal(String reason, String advice) {}
}
