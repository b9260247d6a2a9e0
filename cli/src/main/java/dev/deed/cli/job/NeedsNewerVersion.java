package dev.deed.cli.job;

import dev.deed.sql.Finding;
import dev.deed.sql.UserException;
import dev.deed.sql.script.Script;

/// A wanted schema has what the version of PostgreSQL that the files are for does not have.
final class NeedsNewerVersion extends UserException {

  private static final long serialVersionUID = 1L;

  /// @param failing what `check` would say of the file
  NeedsNewerVersion(Finding failing, Script up) {
    super(
        "nothing is written, since %s: %s"
            .formatted(failing.message().replaceFirst("^this fails: ", ""), statement(failing, up)),
        failing.advice());
  }

  private static String statement(Finding failing, Script up) {
    return up.statements().stream()
        .filter(s ->
            s.span().start() <= failing.span().start() && failing.span().end() <= s.span().end())
        .map(s -> up.textOf(s).strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse("a statement");
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
