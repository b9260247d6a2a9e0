package dev.deed.engine.run;

import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.io.Serial;

/// A database has no tables for changeovers yet.
public final class NothingChangedOver extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  NothingChangedOver(Target target, Throwable cause) {
    super(
        target.words() + ": no part of a changeover is applied there",
        "apply its first migration: deed apply --env " + target.environment().text(),
        cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
