package dev.deed.cli;

import dev.deed.cli.report.Verdict;
import dev.deed.sql.UserException;
import java.util.Arrays;
import java.util.stream.Stream;

enum ExitCode {
  YES(0, "yes: done, or nothing found"),
  NO(1, "no: findings, drift, pending migrations, or refused"),
  USAGE(2, "bad usage or unreadable configuration"),
  TRY_AGAIN(3, "try again: no connection, a lock not obtained, another run active"),
  STOPPED(4, "stopped half-way: the message says what was done and what was not"),
  BUG(70, "a bug in deed");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case YES -> YES;
      case NO -> NO;
      case UNREADABLE -> USAGE;
      case TRY_AGAIN -> TRY_AGAIN;
      case STOPPED -> STOPPED;
    };
  }

  static ExitCode of(UserException.Outcome outcome) {
    return switch (outcome) {
      case REFUSED -> NO;
      case UNREADABLE -> USAGE;
      case TRY_AGAIN -> TRY_AGAIN;
      case STOPPED -> STOPPED;
    };
  }

  /// The lines at the end of every help page.
  static Stream<String> helpFooter() {
    var codes =
        Arrays.stream(values()).map(code -> "  %2d  %s".formatted(code.number, code.meaning));
    return Stream.concat(Stream.of("", "Exit codes:"), codes);
  }

  public int number() {
    return number;
  }
}
