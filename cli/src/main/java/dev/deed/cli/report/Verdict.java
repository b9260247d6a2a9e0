package dev.deed.cli.report;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.UserException;
import java.util.List;

/// The overall result of a report; it determines the exit code.
public enum Verdict {
  YES,
  NO,
  /// The user's configuration is invalid.
  UNREADABLE,
  TRY_AGAIN,
  STOPPED;

  /// The most important verdict: half done first, then try again, then mistakes to fix.
  static Verdict worst(List<UserException> failures) {
    var verdicts = failures.stream().map(failure -> of(failure.outcome())).toList();
    return List.of(STOPPED, TRY_AGAIN, UNREADABLE, NO).stream()
        .filter(verdicts::contains)
        .findFirst()
        .orElse(YES);
  }

  static Verdict of(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? NO : YES;
  }

  static Verdict of(UserException.Outcome outcome) {
    return switch (outcome) {
      case REFUSED -> NO;
      case UNREADABLE -> UNREADABLE;
      case TRY_AGAIN -> TRY_AGAIN;
      case STOPPED -> STOPPED;
    };
  }
}
