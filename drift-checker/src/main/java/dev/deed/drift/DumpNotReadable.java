package dev.deed.drift;

import dev.deed.sql.Finding;
import dev.deed.sql.UserException;

/// A side's SQL has statements that could not be read; comparing the rest would hide drift.
public final class DumpNotReadable extends UserException {

  private static final long serialVersionUID = 1L;

  DumpNotReadable(String side, Finding first, int problems) {
    super(
        "%s cannot be read as SQL: %s:%d:%d: %s%s"
            .formatted(
                side,
                first.file(),
                first.span().line(),
                first.span().column(),
                first.message(),
                problems > 1 ? " (and %d more)".formatted(problems - 1) : ""),
        "give a plain-text dump: pg_dump --schema-only --format=plain");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
