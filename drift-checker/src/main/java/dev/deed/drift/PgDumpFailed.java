package dev.deed.drift;

import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// `pg_dump` could not read the database; the message quotes its output.
public final class PgDumpFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final PgDumpReason reason;

  private PgDumpFailed(
      String target, String said, String advice, PgDumpReason reason, @Nullable Throwable cause) {
    super("pg_dump could not read %s: %s".formatted(target, said), advice, cause);
    this.reason = reason;
  }

  /// The catalogs can be read, where a table cannot be locked: the role may not, or the server has
  /// no room for so many locks.
  public boolean leavesCatalogs() {
    return reason == PgDumpReason.DENIED || reason == PgDumpReason.OUT_OF_LOCKS;
  }

  /// Another session holds a lock on a table.
  public boolean isLocked() {
    return reason == PgDumpReason.LOCKED;
  }

  static PgDumpFailed notWriting(String target, String said) {
    return new PgDumpFailed(
        target,
        said,
        "make room, or name another folder: --to FOLDER",
        PgDumpReason.NO_SPACE,
        null);
  }

  static PgDumpFailed saying(String target, String said) {
    return saying(target, said, null);
  }

  static PgDumpFailed saying(String target, String said, @Nullable Throwable cause) {
    var reason = PgDumpReason.of(said);
    return new PgDumpFailed(target, said, reason.advice(), reason, cause);
  }

  @Override
  public Outcome outcome() {
    return reason.outcome();
  }
}
