package dev.deed.engine.run;

import java.io.Serial;

/// A statement cannot be run in batches on the table that the server has.
final class NotWalkable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String advice;

  NotWalkable(String message, String advice) {
    super(message, null, false, false);
    this.advice = advice;
  }

  String words() {
    return String.valueOf(getMessage());
  }

  String advice() {
    return advice;
  }
}
