package dev.deed.cli.host;

import dev.deed.sql.UserException;

/// The git program is missing or failed.
final class GitFailed extends UserException {

  private static final long serialVersionUID = 1L;

  GitFailed(String message, String advice) {
    super(message, advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
