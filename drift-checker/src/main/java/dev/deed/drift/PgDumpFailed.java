package dev.deed.drift;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `pg_dump` could not read the database; the message quotes its output.
public final class PgDumpFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  /// The server answered but refuses the login or access to some objects: a second try will not
  /// help.
  private static final Pattern REFUSED =
      Pattern.compile(
          "password|authentication failed|no pg_hba.conf entry|permission denied"
              + "|(role|database) \".*\" does not exist");

  private static final Pattern DENIED = Pattern.compile("permission denied for \\w+");

  private final Outcome outcome;

  private PgDumpFailed(
      String target, String said, String advice, Outcome outcome, @Nullable Throwable cause) {
    super("pg_dump could not read %s: %s".formatted(target, said), advice, cause);
    this.outcome = outcome;
  }

  /// The role may not read an object that it has to lock.
  public boolean isDenied() {
    return DENIED.matcher(String.valueOf(getMessage())).find();
  }

  /// Another session holds a lock on a table.
  public boolean isLocked() {
    return String.valueOf(getMessage()).contains("canceling statement due to lock timeout");
  }

  static PgDumpFailed tryAgain(String target, String said, @Nullable Throwable cause) {
    return new PgDumpFailed(
        target,
        said,
        "check the URL of that environment and that the server is up, then run this again",
        Outcome.TRY_AGAIN,
        cause);
  }

  static PgDumpFailed notWriting(String target, String said) {
    return new PgDumpFailed(
        target, said, "make room, or name another folder: --to FOLDER", Outcome.TRY_AGAIN, null);
  }

  static PgDumpFailed saying(String target, String said) {
    return REFUSED.matcher(said).find()
        ? new PgDumpFailed(
            target,
            said,
            "check the user and password in the URL of that environment, and the user's privileges",
            Outcome.UNREADABLE,
            null)
        : tryAgain(target, said, null);
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}
