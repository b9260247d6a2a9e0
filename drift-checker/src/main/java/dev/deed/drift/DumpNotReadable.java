package dev.deed.drift;

import dev.deed.sql.Finding;
import dev.deed.sql.UserException;

/// A side is not a plain-text dump, or has statements that could not be read; comparing only the
/// rest would hide drift.
public final class DumpNotReadable extends UserException {

  private static final long serialVersionUID = 1L;

  private static final String PLAIN =
      "give a plain-text dump: pg_dump --schema-only --format=plain";

  private DumpNotReadable(String message, String advice) {
    super(message, advice);
  }

  static DumpNotReadable at(String side, Finding first, int problems) {
    var place =
        "%s:%d:%d: %s"
            .formatted(first.file(), first.span().line(), first.span().column(), first.message());
    var more = problems > 1 ? " (and %d more)".formatted(problems - 1) : "";
    return new DumpNotReadable(
        "%s cannot be read as SQL: %s%s".formatted(side, place, more), PLAIN);
  }

  /// @param what a description of the file: `is not UTF-8`
  static DumpNotReadable because(String side, String what, String advice) {
    return new DumpNotReadable(side + " " + what, advice);
  }

  static DumpNotReadable because(String side, String what) {
    return because(side, what, PLAIN);
  }

  /// @param side a folder that `pg_dump --format=directory` did not write
  public static DumpNotReadable folder(String side) {
    return because(
        side,
        "is a folder, not a dump file",
        "give a file, or a folder that pg_dump --format=directory wrote");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
