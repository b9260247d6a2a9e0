package dev.deed.junit;

import dev.deed.sql.UserException;

/// There is no database for a test. The message says why, with the file and the line where a
/// migration is the reason.
public final class DatabaseNotMade extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// How the engine's advice ends, which thinks of the command.
  private static final String APPLY = "run deed apply again";

  private static final String TEST = "run the tests again";

  DatabaseNotMade(String message, String advice) {
    super(with(message, advice));
  }

  /// The same reason for another test.
  DatabaseNotMade(RuntimeException reason) {
    super(
        reason instanceof UserException told
            ? with(String.valueOf(told.getMessage()), told.advice().replace(APPLY, TEST))
            : String.valueOf(reason.getMessage()),
        reason);
  }

  private static String with(String message, String advice) {
    return advice.isBlank() ? message : message + "\nhelp: " + advice.replace("\n", "\n      ");
  }
}
